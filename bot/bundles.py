"""Many cases at once are one card: posts that pour in within minutes, and what came in the quiet hours.

Urgent cases are never among them.
"""

from collections.abc import Iterable
from datetime import timedelta

from bot import cards, letters
from bot.cards import Card
from bot.desk import Desk
from bot.moves import may_see
from bot.store.cases import Case
from bot.store.effects import Delivery, EffectRow, Priority
from bot.words import TEXT_LIMIT, say, shortened
from moderation.case import State

WITHIN = timedelta(minutes=5)
A_MOMENT = timedelta(microseconds=1)
LONGEST_QUIET = timedelta(days=4)  # a pause and the night after it
NIGHT = "night"
# How many cases with something in common within that time are told together.
ENOUGH = {"text": 3, "author": 8, "kind": 8, NIGHT: 2}
SHOWN = 12  # posts on one card; /queue has them all
EXCERPT = 120


def gather(case: Case, desk: Desk) -> None:
    """Called once a case's cards are queued: where there are many like it they become one card."""
    if case.urgent:
        return
    bundle = desk.store.bundles.of(case.number) or find_bundle(case, desk)
    if bundle is None:
        return
    desk.store.bundles.join(bundle, case.number, desk.now)
    fold(case, bundle, desk)


def find_bundle(case: Case, desk: Desk) -> int | None:
    """One that is running, or a new one where this case makes the number full."""
    for why in reasons(case, desk):
        kind, _, _ = why.partition(":")
        start = desk.now - (LONGEST_QUIET if kind == NIGHT else WITHIN)
        if running := desk.store.bundles.running(why, start):
            return running
        lately = desk.store.cases.since(start, desk.now + A_MOMENT)
        alike = [one for one in lately if is_alike(one, why, desk)]
        if len(alike) >= ENOUGH[kind]:
            return begin(why, alike, desk)
    return None


def begin(why: str, alike: list[Case], desk: Desk) -> int:
    first = min(one.number for one in alike)
    desk.store.bundles.begin(first, why, desk.now)
    for one in alike:
        desk.store.bundles.join(first, one.number, desk.now)
        fold(one, first, desk)
    return first


def reasons(case: Case, desk: Desk) -> list[str]:
    """What a case may have in common with others; in the quiet hours the night alone counts."""
    if desk.quiet_until is not None:
        return [f"{NIGHT}:{desk.quiet_until.isoformat()}"]
    found = {"text": case.content_hash, "author": case.author_id, "kind": case.category}
    return [f"{kind}:{value}" for kind, value in found.items() if value is not None]


def is_alike(case: Case, why: str, desk: Desk) -> bool:
    """An open case without an alert, told in no other bundle, that shares the reason."""
    free = case.state == State.OPEN and not case.urgent and desk.store.bundles.of(case.number) is None
    if why.startswith(NIGHT):
        return free and any(
            card.state == "waiting" and card.due > desk.now for card in letters.acts_of(case, "card", desk)
        )
    return free and why in reasons(case, desk)


def fold(case: Case, bundle: int, desk: Desk) -> None:
    """The case's own cards go, sent or not; whoever had one finds it on the card of the bundle."""
    readers: set[int] = set()
    for card in letters.acts_of(case, "card", desk):
        if card.state in ("waiting", "held"):
            desk.store.effects.done(card.id, desk.now)
            readers.add(card.chat_id)
    for sent in desk.store.sent.of_case(case.number, kind="card"):
        if sent.chat_id > 0 and sent.removed is None and case.state == State.OPEN:
            readers.add(sent.chat_id)
            letters.queue(
                desk,
                f"fold:{sent.chat_id}:{sent.message_id}",
                "withdraw",
                sent.chat_id,
                Priority.CARD,
                case,
                delivery=Delivery.IDEMPOTENT,
                messages=[sent.message_id],
            )
    for person in readers:
        send(bundle, person, desk)


def send(bundle: int, person: int, desk: Desk) -> None:
    """The bundle's card to one person; drawn anew where they have it already."""
    due = desk.quiet_until
    key = f"bundle:{bundle}:{person}"
    if not letters.queue(desk, key, "bundle", person, Priority.CARD, bundle, due=due):
        letters.refresh_bundle(bundle, desk, only=person)


def draw(effect: EffectRow, desk: Desk) -> Card | None:
    """The bundle as one person may see it now; None when there is nothing left to tell them."""
    bundle = effect.case_number or 0
    found = [desk.store.cases.get(number) for number in desk.store.bundles.cases(bundle)]
    seen = [case for case in found if case is not None and may_see(effect.chat_id, case, desk)]
    waiting = [case for case in seen if case.state != State.CLOSED]
    if not waiting and effect.kind == "bundle":
        return None  # all were decided before it was sent
    night = desk.store.bundles.why(bundle).startswith(NIGHT)
    head = say("bundle.night" if night else "bundle.storm", count=len(seen))
    decided = [say("bundle.decided", count=len(seen) - len(waiting))] if len(waiting) < len(seen) else []
    more = [say("bundle.more", count=len(waiting) - SHOWN)] if len(waiting) > SHOWN else []
    lines = [line(case, desk) for case in waiting[:SHOWN]]
    parts = [head, *decided, *count_kinds(waiting), "", *lines, *more, say("bundle.foot")]
    rows = tuple(row for case in waiting[:SHOWN] for row in numbered(case, desk))
    return Card(shortened("\n".join(parts), TEXT_LIMIT), rows)


def count_kinds(waiting: Iterable[Case]) -> list[str]:
    """How many of each kind, where there is more than one."""
    counts: dict[str, int] = {}
    for case in waiting:
        counts[str(case.category)] = counts.get(str(case.category), 0) + 1
    if len(counts) < 2:
        return []
    return [", ".join(f"{count} × {say(f'category.{kind}')}" for kind, count in counts.items())]


def line(case: Case, desk: Desk) -> str:
    """One post in a line or two: its number, kind, author and how it begins."""
    words = desk.store.sealed.open(case.number)
    kind, sent = say(f"category.{case.category}"), cards.clock_time(case.posted_at)
    if words is None:
        return say("bundle.bare", number=case.number, category=kind, sent=sent)
    begins = shortened(" ".join(str(words["all_words"]).split()) or "–", EXCERPT)
    author = shortened(str(words["author"]), 40)
    return say("bundle.line", number=case.number, category=kind, author=author, sent=sent, words=begins)


def numbered(case: Case, desk: Desk) -> tuple[tuple[cards.Button, ...], ...]:
    """The first row of the case's own buttons, each with its number in front."""
    words = desk.store.sealed.open(case.number)
    return tuple(
        tuple(cards.Button(f"{one.number}: {one.label}", one.verb, one.number) for one in row)
        for row in cards.buttons(case, words)[:1]
    )


def out_of_reach(effect: EffectRow, desk: Desk) -> list[EffectRow]:
    """Whom the card of a bundle was for cannot be written to: the cards of its cases count as refused.
    One of them for each case, so that the next in line can be asked."""
    refused = []
    for number in desk.store.bundles.cases(effect.case_number or 0):
        case = desk.store.cases.get(number)
        for card in letters.acts_of(case, "card", desk) if case else []:
            if card.chat_id == effect.chat_id:
                desk.store.effects.fail(card.id, "told with others", desk.now)
                refused.append(card)
    return refused
