"""/cover: while somebody is away, another person answers for them and gets their cards."""

from datetime import date, timedelta

from bot.command import Known
from bot.days import LONDON, day_name, read_day, start_of
from bot.desk import TITLES, Desk
from bot.letters import write_to
from bot.reading import Command
from bot.store.covers import Cover
from bot.words import say
from moderation.post import STAFF_ROLES, Role
from moderation.roster import name_key

LONGEST = timedelta(days=400)
OFF = ("off", "end", "back")
MAY_NAME = STAFF_ROLES - {Role.STAFF, Role.COMMITTEE}  # who answers cases, and so can be covered for


def cover(command: Command, desk: Desk) -> str:
    """`/cover PERSON FROM TO` answers for the typist; `/cover off` ends that; bare, it shows who is away."""
    words = command.words.split()
    if not words:
        return on_duty(desk)
    if len(words) == 1 and words[0].lower() in OFF:
        ended = desk.store.covers.end(command.user_id, desk.now)
        return say("cover.ended" if ended else "cover.nothing")
    if len(words) < 3:
        return say("cover.how")
    first, last = (read_day(word, desk.now) for word in words[-2:])
    if first is None or last is None:
        return say("cover.no_day")
    person = find_person(" ".join(words[:-2]), command.user_id, desk)
    if person is None:
        return say("cover.nobody")
    return name_cover(person, first, last, command.user_id, desk)


def name_cover(person: int, first: date, last: date, away: int, desk: Desk) -> str:
    since, until = start_of(first), start_of(last + timedelta(days=1))
    if until <= desk.now or last < first or until - since > LONGEST:
        return say("cover.no_stretch", first=day_name(first), last=day_name(last))
    if person == away or not desk.own_roles_of(person) & STAFF_ROLES:
        return say("cover.not_them")
    desk.store.covers.add(Cover(away, person, since, until), given_by=away)
    desk.store.log.append("cover", case=None, actor=away, detail={"by": person}, now=desk.now)
    who = desk.title_of(away)
    told = say("cover.told", who=who[0].upper() + who[1:], first=day_name(first), last=day_name(last))
    write_to(person, told, f"cover:{away}:{person}:{desk.now.isoformat()}", desk)
    return say("cover.named", who=desk.title_of(person), first=day_name(first), last=day_name(last))


def find_person(word: str, asking: int, desk: Desk) -> int | None:
    """A person by number, by a name or @name on the staff list, or the only other holder of a role."""
    if word.isascii() and word.isdigit() and len(word) < 17:
        return int(word)
    roles = [role for role in Role if role.value == word.lower().removeprefix("@")]
    holders = [person for person in desk.holders(roles) if person != asking]
    listed = [
        one.user_id
        for one in desk.store.roster.staff
        if one.user_id is not None
        and (name_key(one.name) == name_key(word) or one.username.lower() == word.lower().removeprefix("@"))
    ]
    found = holders if len(holders) == 1 else listed
    return found[0] if len(found) == 1 else None


def on_duty(desk: Desk) -> str:
    """Who is away, and who answers for whom."""
    lines = [
        say(
            "cover.line",
            by=desk.title_of(one.by_id),
            away=desk.title_of(one.away),
            first=day_name(one.since.astimezone(LONDON).date()),
            last=day_name((one.until - timedelta(hours=12)).astimezone(LONDON).date()),
        )
        for one in desk.store.covers.to_come(desk.now)
    ]
    titles = [title for role, title in TITLES.items() if role in MAY_NAME and desk.holders([role])]
    return "\n".join([say("cover.held", titles=", ".join(titles) or "–"), *lines, say("cover.how")])


COMMAND = Known("cover", "command.cover", cover, roles=MAY_NAME, hushed=True)
