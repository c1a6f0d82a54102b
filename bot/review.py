"""The line: what is said in the group goes in, a decision comes out, and what follows is written down.

This is the file to show a visitor. `moderation` decides; here it is only looked up, written down and queued.
"""

from dataclasses import replace

from bot import albums, aside, bundles, echoes, evidence, letters, passes, queries, takedown, targets
from bot.desk import Desk
from bot.reading import Posting, Speaker
from bot.store.cases import Case, Opening
from bot.store.effects import Priority
from bot.words import say
from moderation.case import State, View
from moderation.decision import Action, Decision, Mode, Ruling, Step, decide
from moderation.facts import Facts
from moderation.judge import Judgement, judge
from moderation.post import Author, Post, Role
from moderation.query import is_only_a_question
from moderation.roster import with_names


def review(posting: Posting, facts: Facts, desk: Desk) -> Decision:
    """One post, from reading to outbox, in one transaction. `facts` is what the models made of it."""
    post = know_author(posting, desk)
    passed = passes.look(posting, desk)
    said_before = echoes.look(posting, desk) if passed is None else None
    facts = with_names(facts, post.author.id, desk.store.roster)
    repeats = said_before.repeats if said_before else None
    facts = replace(facts, repeats=repeats, passed=passed is not None)
    judgement = judge(post, facts, desk.policy)
    decision = decide_now(judgement, desk)
    queries.take_up(posting, post, decision, desk)
    if said_before and echoes.belongs(said_before, posting, decision):
        echoes.join(said_before.case, posting, desk)
    elif album := albums.case_of(posting, decision, desk):
        join_album(album, posting, judgement, decision, desk)
    elif decision.opens_case and not is_only_a_question(decision):
        if case := open_case(posting, judgement, decision, desk):
            carry_out(decision, case, desk)
    else:
        leave_up(posting, decision, desk)
        if passed is not None:
            passes.use(passed, posting, desk)
    report_broken_detectors(judgement, desk)
    return decision


# Only administrators can speak as the group or through its channel, whoever of them it is.
OFFICIAL = {
    Speaker.ANONYMOUS: frozenset({Role.ADMIN}),
    Speaker.LINKED: frozenset({Role.SOCIAL}),
}


def decide_now(judgement: Judgement, desk: Desk) -> Decision:
    """In the mode that is set; during a pause the bot only watches, unless it is urgent."""
    breaker = desk.breaker_open()
    decision = decide(judgement, desk.policy, mode=desk.mode, breaker_open=breaker)
    if desk.paused_until is None or decision.action == Action.URGENT:
        return decision
    return decide(judgement, desk.policy, mode=Mode.OBSERVE, breaker_open=breaker)


def know_author(posting: Posting, desk: Desk) -> Post:
    """The post of somebody who is something to the setting."""
    person = posting.post.author.id
    roles = OFFICIAL.get(posting.speaker) or desk.roles_of(person)
    return replace(posting.post, author=Author(person, roles))


def leave_up(posting: Posting, decision: Decision, desk: Desk) -> None:
    """The post stays; of an album it is remembered that this was a part, in case a later one must go."""
    if posting.album is not None:
        part = evidence.part_of(posting, desk)
        desk.store.albums.note(posting.chat_id, posting.album, part, desk.now)
    if decision.does(Step.NUDGE) and decision.reply:
        letters.nudge_poster(posting, decision.reply, desk)
    if posting.edited:
        takedown.mended(posting.chat_id, posting.message_id, desk)
        show_newest(posting, desk)


def show_newest(posting: Posting, desk: Desk) -> None:
    """Nothing is found in the post any more: whoever has its card sees what it says now, and decides."""
    case = desk.store.cases.by_message(posting.chat_id, posting.message_id)
    words = desk.store.sealed.open(case.number) if case else None
    if case is None or words is None or case.state == State.CLOSED or case.view != View.VISIBLE:
        return
    if not evidence.is_same(posting, case, desk):
        newest = evidence.with_parts(words, [evidence.part_of(posting, desk)])
        desk.store.sealed.seal(case.number, {**newest, "mended": True})
        letters.refresh_cards(case, desk)


def join_album(case: Case, posting: Posting, judgement: Judgement, decision: Decision, desk: Desk) -> None:
    """A later part of an album that is a case: it goes where they went, and may weigh more than they."""
    page = evidence.evidence(posting, judgement, decision, desk)
    opening = opening_of(posting, decision, desk) if decision.opens_case else None
    graver = albums.is_graver(decision, case)
    joined = albums.join(case, posting, decision, page, opening, desk)
    if graver:
        carry_out(decision, joined, desk)


def open_case(posting: Posting, judgement: Judgement, decision: Decision, desk: Desk) -> Case | None:
    """The evidence is sealed and the case opened; None when the same words are a case already."""
    opening = opening_of(posting, decision, desk)
    before = desk.store.cases.by_message(posting.chat_id, posting.message_id)
    if before is not None and evidence.is_same(posting, before, desk):
        return None  # an edit that changed nothing a reader sees, such as a link's preview
    earlier, parts = albums.earlier_parts(posting, desk)
    for old in (before, albums.open_case_of(posting, desk)):
        if old is not None:
            supersede(old, desk)
    case = desk.store.cases.open(replace(opening, message_ids=(*earlier, *opening.message_ids)), desk.now)
    page = evidence.evidence(posting, judgement, decision, desk)
    page["aimed_at"] = targets.aimed_at(posting, desk)
    desk.store.sealed.seal(case.number, evidence.with_parts(page, [*parts, *page["parts"]]))
    desk.store.log.append(
        "case opened",
        case=case.number,
        actor=None,
        detail={"action": decision.action.value, "category": case.category, "mode": case.mode},
        words=posting.post.text,
        now=desk.now,
    )
    aside.keep_subjects_away(case, posting.post.text, desk)
    return case


def opening_of(posting: Posting, decision: Decision, desk: Desk) -> Opening:
    """What is known of the case before it has a number."""
    first = decision.because
    assert first is not None, "a case without a reason"
    hidden = decision.does(Step.TAKE_OUT)
    return Opening(
        state=State.OPEN.value,
        view=(View.HIDDEN if hidden else View.VISIBLE).value,
        mode=desk.mode.value,
        action=decision.action.value,
        category=first.category.value,
        subtype=first.subtype,
        severity=ruling_of(decision).severity.value,
        score_alone=first.score_alone and hidden,
        urgent=decision.does(Step.ALERT),
        chat_id=posting.chat_id,
        thread_id=posting.thread_id,
        message_ids=(posting.message_id, *posting.changes),
        album=posting.album,
        author_id=posting.post.author.id,
        content_hash=evidence.digest_of(posting, desk),
        posted_at=posting.sent,
        would_have=decision.wants(Step.TAKE_OUT) and not hidden,
    )


def supersede(before: Case, desk: Desk) -> None:
    """An edited post has one case at a time: what people decide, they decide about the newest words."""
    if before.state != State.CLOSED:
        desk.store.cases.move(
            before.number,
            expect=(before.state, before.view),
            to=(State.CLOSED.value, before.view),
            by=None,
            at=desk.now,
            move="superseded",
        )
        letters.take_back_cards(before, desk)
        letters.refresh_cards(replace(before, state=State.CLOSED.value, decision="superseded"), desk)


def ruling_of(decision: Decision) -> Ruling:
    return next(ruling for ruling in decision.rulings if ruling.finding == decision.because)


def carry_out(decision: Decision, case: Case, desk: Desk) -> None:
    """Store, then delete, then help or tell the poster, then the notice, then the cards (U-47)."""
    first = decision.because
    assert first is not None
    if decision.does(Step.TAKE_OUT):
        letters.take_out(case, desk)
        targets.comfort(case, desk)
    if decision.reply and decision.does(Step.HELP):
        letters.tell_poster(case, decision.reply, Priority.HELP, desk)
    elif decision.action == Action.ASK and decision.does(Step.TELL):
        takedown.policy_asks(case, desk)
    elif decision.reply and (decision.does(Step.TELL) or decision.does(Step.NUDGE)):
        out = decision.does(Step.TAKE_OUT)
        letters.tell_poster(case, decision.reply, Priority.PRIVATE, desk, once_out=out)
    if decision.does(Step.NOTICE):
        letters.notice(case, first.category, desk)
    if (decision.does(Step.CARD) or decision.does(Step.ALERT)) and not letters.send_cards(case, desk):
        letters.nobody_reached(case, desk)
    bundles.gather(case, desk)


def report_broken_detectors(judgement: Judgement, desk: Desk) -> None:
    """The manager is told once for each detector that breaks; the others went on."""
    for failure in judgement.failures:
        if failure.detector != "toxicity model":  # the desk of the models reports that
            text = say("trouble.detector_broken", detector=failure.detector, error=failure.error)
            letters.tell_keepers(text, f"broken:{failure.detector}:{failure.error}", desk)
