"""Draws a case as a message with buttons, at the moment it is sent, from the sealed words."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.store.cases import Case
from bot.words import TEXT_LIMIT, pieces, plain_name, say, shortened, untapped
from moderation.answers import NEVER_ASKED_FIRST
from moderation.case import AUTHORS, BOTS, Move, State, View
from moderation.category import Category
from moderation.decision import Action

LONDON = ZoneInfo("Europe/London")
Words = dict[str, object]
APPEAL_ON_CARD = 600
POLICE = "101"
ABOUT_OWNER = frozenset({"about_staff", "reported", "reported_private"})
NOTES_ON_CARD = 800
POST_ON_CARD = 2000  # of Telegram's 4,096, so that the reasons always fit; the whole is in /why


@dataclass(frozen=True)
class Button:
    label: str
    verb: str
    number: int
    url: str = ""  # a link in place of a verb


@dataclass(frozen=True)
class Card:
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    has_words: bool = True  # somebody's words or name, which go when the number's words are destroyed


def draw(case: Case, words: Words | None, desk: Desk) -> Card:
    """The card as it should look now: open with its buttons, or decided and by whom."""
    parts = [headline(case), *reasons(words), *standing(case, desk), *whom_to_ring(case, desk)]
    if words is None:
        return Card("\n".join([*parts, say("card.no_words")]))
    parts += asked_of_author(case, words, desk)
    parts += ["", author_line(case, words), shortened(untapped(str(words["all_words"])) or "–", POST_ON_CARD)]
    parts += ["", say("card.mended")] if words.get("mended") else []
    parts += posted_again(words)
    if words.get("speaker", "person") != "person":
        parts += ["", say(f"speaker.{words['speaker']}")]
    parts += beside(words, desk)
    if case.view == View.RESTORED and (link := link_to_restored(case, desk)):
        parts += ["", say("card.link", link=link)]
    if case.view == View.VISIBLE and (link := link_to(case)):
        parts += ["", say("card.link", link=link)]
    asked = desk.store.takedowns.get(case.number) is not None
    rows = buttons(case, words, may_ask=not asked and may_be_asked_first(case))
    if rows and case.category == Category.SAFEGUARD and may_be_missing(words):
        rows = ((button("lookout", "lookout", case),), *rows)
    return Card(shortened("\n".join(parts), TEXT_LIMIT), rows)


def beside(words: Words, desk: Desk) -> list[str]:
    """What was said to the parent, and apart from it what the owners noted for each other."""
    said, notes, told = words.get("said") or [], words.get("notes") or [], words.get("reported") or []
    assert isinstance(said, list) and isinstance(notes, list) and isinstance(told, list)
    lines = [say("card.said", words=shortened(str(one), NOTES_ON_CARD // 2)) for one in said[-2:]]
    lines += [say("card.reported", words=shortened(str(one), NOTES_ON_CARD // 3)) for one in told[-2:]]
    for one in notes[-3:]:
        who, when = desk.title_of(one["by"]), clock_time(datetime.fromisoformat(one["at"]))
        lines.append(say("card.note", who=who, when=when, words=shortened(one["words"], NOTES_ON_CARD // 3)))
    return ["", *lines] if lines else []


def may_be_missing(words: Words) -> bool:
    findings = words["findings"]
    assert isinstance(findings, list)
    return any(one.get("subtype") in ("missing", "immediate") for one in findings)


def whom_to_ring(case: Case, desk: Desk) -> list[str]:
    """The numbers for an urgent case at hand: the bot prepares, a person rings (I-5)."""
    if not case.urgent or case.state == State.CLOSED or case.subtype == "drill":
        return []
    number = str(desk.policy["escalation.local_contacts.police"]) or POLICE
    lines = [say("card.police", number=number)] if desk.policy["escalation.police_prompt"] else []
    if case.category in (Category.SAFEGUARD, Category.GROOM):
        calls = {"childrens_services": "call_child", "out_of_hours": "call_night"}
        calls |= {"lado": "call_lado"} if case.subtype == "about_staff" else {}
        numbers = {key: str(desk.policy[f"escalation.local_contacts.{name}"]) for name, key in calls.items()}
        lines += [say(f"card.{key}", number=number) for key, number in numbers.items() if number]
    return lines


def posted_again(words: Words) -> list[str]:
    """Who said the same after it was out of view, the last of them by name."""
    again = words.get("again") or []
    assert isinstance(again, list)
    if not again:
        return []
    last, sent = again[-1]["author"], clock_time(datetime.fromisoformat(again[-1]["at"]))
    key = "card.posted_again" if len(again) == 1 else "card.posted_often"
    return ["", say(key, author=last, sent=sent, count=len(again))]


def asked_of_author(case: Case, words: Words, desk: Desk) -> list[str]:
    """What the author was asked, and what the author asks."""
    lines = []
    asked = desk.store.takedowns.get(case.number)
    if asked is not None and case.state != State.CLOSED and case.view == View.VISIBLE:
        lines.append(say("card.asked_down", until=clock_time(asked.until)))
    appeal = desk.store.appeals.get(case.number)
    if appeal is not None and appeal.heard is None:
        said = words.get("appeal")
        reasons = [str(one) for one in said] if isinstance(said, list) else []
        given = shortened(untapped("\n".join(reasons)), APPEAL_ON_CARD) or say("card.appeal_none")
        lines += ["", say("card.appeal"), given, say("card.appeal_due", due=clock_time(appeal.due))]
    return lines


def may_be_asked_first(case: Case) -> bool:
    """Whether such a post can wait for its author; not when even the bot could not take it out."""
    if case.decision == "reopened":
        return False
    return not case.urgent and case.author_id is not None and case.category not in NEVER_ASKED_FIRST


def headline(case: Case) -> str:
    if case.subtype == "drill":
        return say("card.drill", number=case.number)
    if case.state == State.CLOSED:
        return say("card.closed", number=case.number)
    if case.subtype in ("complaint", "reported_private"):
        return say(f"card.{case.subtype}", number=case.number)
    action = say(f"action.{case.action}")
    match (case.urgent, case.would_have, case.view):
        case (True, True, _):
            return say("card.would_urgent", number=case.number)
        case (True, False, _):
            return say("card.urgent", number=case.number)
        case (False, True, View.VISIBLE):
            return say("card.would_have", number=case.number, action=action)
        case (False, _, View.HIDDEN) if case.action == Action.HOLD:
            return say("card.held", number=case.number)
        case (False, _, View.HIDDEN):
            return say("card.hidden", number=case.number)
    return say("card.visible", number=case.number)


def reasons(words: Words | None) -> list[str]:
    if words is None:
        return []
    findings = words["findings"]
    assert isinstance(findings, list)
    lines = list(dict.fromkeys(reason(one) for one in findings))[:3]
    lines += [say("card.degraded")] if words["degraded"] else []
    return lines + ([say("card.softened")] if words["softened"] else [])


def reason(finding: Words) -> str:
    """Why, and where in the post when that is not simply its words."""
    places = finding.get("where") or ()
    assert isinstance(places, list | tuple)
    if not places or "text" in places:
        return say("card.why", why=finding["why"])
    return say("card.why_where", why=finding["why"], where=say(f"where.{places[0]}"))


def standing(case: Case, desk: Desk) -> list[str]:
    """Who decided what, and when."""
    if case.decision is None or case.decided_at is None or case.state == State.OPEN:
        return []
    who, when = desk.title_of(case.decided_by), clock_time(case.decided_at)
    if case.state == State.ACKNOWLEDGED and case.decision == Move.ACK:
        taken = say("card.acknowledged", who=who[0].upper() + who[1:], when=when)
        return [taken, say("card.still_open")] if desk.now - case.decided_at >= overdue(desk) else [taken]
    outcome = say(f"outcome.{case.decision}")
    if case.decision in AUTHORS | BOTS:
        return [say("card.came_about", outcome=outcome, when=when)]
    return [say("card.decided", outcome=outcome, who=who, when=when)]


def overdue(desk: Desk) -> timedelta:
    """How long a case that is not, or no longer, urgent may wait before it is brought up again."""
    return timedelta(minutes=int(desk.policy["escalation.ack_minutes.other"]))


def buttons(case: Case, words: Words | None, *, may_ask: bool = False) -> tuple[tuple[Button, ...], ...]:
    """Labels say the outcome (decision 5); a decided case has none."""
    if case.state == State.CLOSED:
        return ()
    if case.chat_id is None:  # no post: there is nothing to put back or take out
        return without_post(case, words)
    hidden = case.view == View.HIDDEN
    rows: list[tuple[Button, ...]] = []
    if case.urgent and case.state == State.OPEN:
        rows.append((button("ack", "ack", case),))
    if hidden:
        back = (button("approve", "approve", case),) if is_kept(words) else ()
        rows.append((*back, button("keep", "keep", case)))
    else:
        rows.append((button("hide", "hide", case) if case.urgent else button("remove", "remove", case),
                     button("leave", "keep", case)))  # fmt: skip
        if may_ask:
            rows.append((button("takedown", "takedown", case),))
    if words and words["files"]:
        rows.append((button("show", "show", case), button("seal", "seal", case)))
    if case.urgent or case.decision == "reopened":  # then a person may have seen to it by hand
        rows.append((button("done", "done", case),))
    if may_be_about_owner(case):
        rows.append((button("involved", "involved", case),))
    return tuple(rows)


def without_post(case: Case, words: Words | None) -> tuple[tuple[Button, ...], ...]:
    ack = (button("ack", "ack", case),) if case.state == State.OPEN else ()
    files = (button("show", "show", case), button("seal", "seal", case)) if words and words["files"] else ()
    involved = (button("involved", "involved", case),) if may_be_about_owner(case) else ()
    return tuple(row for row in (ack, files, (button("done", "done", case),), involved) if row)


def may_be_about_owner(case: Case) -> bool:
    """Whoever has the card may be whom the post is about (decision 14)."""
    category = Category(case.category) if case.category else None
    return category in {Category.COMPLAINT, Category.ALLEGE} or case.subtype in ABOUT_OWNER


def button(label: str, verb: str, case: Case) -> Button:
    return Button(say(f"button.{label}"), verb, case.number)


def explain(case: Case, words: Words | None, desk: Desk) -> list[str]:
    """`/why`: every reason with its score and the words it was found in, in as many messages as needed."""
    outcome = say(f"outcome.{case.decision}") if case.decision else say("why_page.open")
    lines = [
        say("why_page.head", number=case.number, outcome=outcome),
        say(
            "why_page.opened",
            posted=clock_time(case.posted_at),
            opened=clock_time(case.opened),
            mode=case.mode,
        ),
    ]
    if words is None:
        return ["\n".join([*lines, say("card.no_words")])]
    findings = words["findings"]
    assert isinstance(findings, list)
    for finding in findings:
        lines.append(say("why_page.finding", **finding))
        if finding["words"]:
            lines.append(say("why_page.evidence", words=" … ".join(finding["words"])))
    return pieces("\n".join([*lines, "", author_line(case, words), untapped(str(words["all_words"]))]))


def author_line(case: Case, words: Words) -> str:
    """The post's author and time, as a post that goes back carries them (decision 4)."""
    return say("card.author", author=plain_name(str(words["author"])), sent=clock_time(case.posted_at))


def typed(words: Words) -> str:
    """What the poster typed; for a poll or a contact, which have no such text, everything a reader saw."""
    return str(words["words"] or ("" if words["files"] else words["all_words"]))


def is_kept(words: Words | None) -> bool:
    """Whether there is anything to put back: of a possibly indecent image nothing is (I-4)."""
    return words is not None and bool(words["files"] or typed(words))


def clock_time(moment: datetime | None) -> str:
    """The time on the wall in Britain, such as 20 Nov, 10:15."""
    return "–" if moment is None else moment.astimezone(LONDON).strftime("%-d %b, %H:%M")


def link_to_restored(case: Case, desk: Desk) -> str | None:
    """A link to our own message that put the post back."""
    back = [sent for sent in desk.store.sent.of_case(case.number, kind="restore") if sent.removed is None]
    return link_to(replace(case, message_id=back[-1].message_id)) if back else None


def link_to(case: Case) -> str | None:
    """A link to the post, which only members can open; groups that are no supergroups have none."""
    chat = str(case.chat_id)
    return f"https://t.me/c/{chat[4:]}/{case.message_id}" if chat.startswith("-100") else None
