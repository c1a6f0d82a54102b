"""Keeps an album together: one case for all its messages, however late and mixed up they come."""

from bot import evidence, letters
from bot.desk import Desk
from bot.evidence import Part, Words
from bot.reading import Posting
from bot.store.cases import Case, Opening
from moderation.case import State, View
from moderation.decision import Action, Decision, Step, is_sealed


def case_of(posting: Posting, decision: Decision, desk: Desk) -> Case | None:
    """The case that this message of an album belongs to; None when it has to be judged for itself.

    What a person has left up or put back is settled: a later part is a matter of its own. What was kept out
    of view takes a later part with it, unless that part is something graver."""
    if posting.album is None:
        return None
    case = desk.store.cases.by_album(posting.chat_id, posting.album)
    if case is None or desk.store.sealed.open(case.number) is None:
        return None
    if case.state == State.CLOSED and (case.view != View.HIDDEN or is_graver(decision, case)):
        return None
    return None if turns_secret(decision, case) else case


def join(
    case: Case, posting: Posting, decision: Decision, page: Words, opening: Opening | None, desk: Desk
) -> Case:
    """Another message of the album, or an edit of one: it goes where the album goes, out of view or not.
    `page` is its sealed copy were it a post of its own."""
    words = desk.store.sealed.open(case.number)
    assert words is not None, "case_of gives only cases with words"
    if any(part["digest"] == page["parts"][0]["digest"] and part["message"] == posting.message_id
           for part in words["parts"]):  # fmt: skip
        return case  # an edit that changed nothing a reader sees
    desk.store.cases.add_message(case.number, posting.chat_id, posting.message_id)
    words = evidence.with_parts(evidence.with_findings(words, page), page["parts"])
    desk.store.sealed.seal(case.number, words)
    if opening is not None and is_graver(decision, case):
        desk.store.cases.make_graver(case.number, opening)
        letters.take_back_words(case, desk)
    if decision.does(Step.TAKE_OUT):
        desk.store.cases.set_view(case.number, expect=View.VISIBLE.value, to=View.HIDDEN.value)
    joined = desk.store.cases.get(case.number)
    assert joined is not None
    if joined.view == View.HIDDEN:
        letters.take_out(joined, desk)
    letters.refresh_cards(joined, desk)
    return joined


def earlier_parts(posting: Posting, desk: Desk) -> tuple[tuple[int, ...], list[Part]]:
    """The messages of this album that came before: their ids, and what is known of what they hold."""
    if posting.album is None:
        return (), []
    known = desk.store.albums.parts(posting.chat_id, posting.album)
    before = open_case_of(posting, desk)
    words = desk.store.sealed.open(before.number) if before else None
    ids = {one.message_id for one in known} | set(before.message_ids if before else ())
    parts = [one.part for one in known if one.part] + (words["parts"] if words else [])
    desk.store.albums.forget(posting.chat_id, posting.album)
    return tuple(sorted(ids - {posting.message_id})), parts


def open_case_of(posting: Posting, desk: Desk) -> Case | None:
    """The album's case that nobody has decided yet."""
    case = desk.store.cases.by_album(posting.chat_id, posting.album) if posting.album else None
    return case if case is not None and case.state != State.CLOSED else None


def is_graver(decision: Decision, case: Case) -> bool:
    return decision.opens_case and decision.action.level > Action(case.action).level


def turns_secret(decision: Decision, case: Case) -> bool:
    """Only the owners of child protection may see it: a case of its own, of which nobody else has a card."""
    first = decision.because
    return (
        decision.opens_case
        and first is not None
        and is_sealed(first.category, first.subtype)
        and not is_sealed(letters.category_of(case), case.subtype)
    )
