"""The line: what is said in the group goes in, a decision comes out, and what follows is written down.

This is the file to show a visitor. `moderation` decides; here it is only looked up, written down and queued.
"""

import json
from dataclasses import replace

from bot import letters
from bot.desk import Desk
from bot.reading import Posting, file_list
from bot.store.cases import Case, Opening
from bot.store.effects import Priority
from bot.words import say
from moderation.case import State, View
from moderation.decision import Decision, Ruling, Step, decide
from moderation.facts import Facts
from moderation.judge import Judgement, judge
from moderation.post import Author, Post


def review(posting: Posting, facts: Facts, desk: Desk) -> Decision:
    """One post, from reading to outbox, in one transaction. `facts` is what the models made of it."""
    post = know_author(posting, desk)
    judgement = judge(post, facts, desk.policy)
    decision = decide(judgement, desk.policy, mode=desk.mode, breaker_open=desk.breaker_open())
    if decision.opens_case:
        case = open_case(posting, judgement, decision, desk)
        if case is not None:
            carry_out(decision, case, desk)
    elif decision.does(Step.NUDGE) and decision.reply:
        letters.nudge_poster(posting, decision.reply, desk)
    report_broken_detectors(judgement, desk)
    return decision


def know_author(posting: Posting, desk: Desk) -> Post:
    """The post of somebody who is something to the setting."""
    person = posting.post.author.id
    return replace(posting.post, author=Author(person, desk.roles_of(person)))


def open_case(posting: Posting, judgement: Judgement, decision: Decision, desk: Desk) -> Case | None:
    """The evidence is sealed and the case opened; None when the same words are a case already."""
    first = decision.because
    assert first is not None, "a case without a reason"
    hidden = decision.does(Step.TAKE_OUT)
    opening = Opening(
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
        message_ids=(posting.message_id,),
        album=posting.album,
        author_id=posting.post.author.id,
        content_hash=desk.store.keys.digest(content_of(posting)),
        posted_at=posting.sent,
        would_have=decision.wants(Step.TAKE_OUT) and not hidden,
    )
    before = desk.store.cases.by_message(posting.chat_id, posting.message_id)
    if before is not None and before.content_hash == opening.content_hash:
        return None  # an edit that changed nothing a reader sees, such as a link's preview
    if before is not None:
        supersede(before, desk)
    case = desk.store.cases.open(opening, desk.now)
    words = evidence(posting, judgement, decision)
    desk.store.sealed.seal(case.number, words)
    desk.store.log.append(
        "case opened",
        case=case.number,
        actor=None,
        detail={"action": decision.action.value, "category": case.category, "mode": case.mode},
        words=posting.post.text,
        now=desk.now,
    )
    return case


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
        letters.refresh_cards(replace(before, state=State.CLOSED.value, decision="superseded"), desk)


def content_of(posting: Posting) -> str:
    """All that a reader sees of a post: its words, the addresses behind them, and which files."""
    files = [file.unique_id for file in posting.files]
    return json.dumps([posting.post.text, list(posting.post.links), files])


def ruling_of(decision: Decision) -> Ruling:
    return next(ruling for ruling in decision.rulings if ruling.finding == decision.because)


def evidence(posting: Posting, judgement: Judgement, decision: Decision) -> dict[str, object]:
    """The sealed copy: everything a restore, a card, or an explanation needs."""
    if decision.keeps_no_copy:  # I-4: a person is told that it was there, and nothing of it is kept
        posting = replace(posting, words="", files=(), post=replace(posting.post, text="", reply_to=None))
    return {
        "words": posting.words,
        "all_words": posting.post.text,
        "author": posting.author_name,
        "answered": posting.post.reply_to,
        "files": file_list(posting),
        "edited": posting.edited,
        "degraded": judgement.degraded,
        "softened": decision.softened,
        "findings": [finding_page(ruling, decision) for ruling in decision.rulings],
    }


def finding_page(ruling: Ruling, decision: Decision) -> dict[str, object]:
    finding = ruling.finding
    return {
        "category": finding.category.value,
        "score": round(finding.score, 3),
        "severity": ruling.severity.value,
        "action": ruling.action.value,
        "why": finding.why,
        "words": [] if decision.keeps_no_copy else [piece.words for piece in finding.evidence],
    }


def carry_out(decision: Decision, case: Case, desk: Desk) -> None:
    """Store, then delete, then help or tell the poster, then the notice, then the cards (U-47)."""
    first = decision.because
    assert first is not None
    if decision.does(Step.TAKE_OUT):
        letters.take_out(case, desk)
    if decision.reply and decision.does(Step.HELP):
        letters.tell_poster(case, decision.reply, Priority.HELP, desk)
    elif decision.reply and (decision.does(Step.TELL) or decision.does(Step.NUDGE)):
        out = decision.does(Step.TAKE_OUT)
        letters.tell_poster(case, decision.reply, Priority.PRIVATE, desk, once_out=out)
    if decision.does(Step.NOTICE):
        letters.notice(case, first.category, desk)
    if (decision.does(Step.CARD) or decision.does(Step.ALERT)) and not letters.send_cards(case, desk):
        letters.nobody_reached(case, desk)


def report_broken_detectors(judgement: Judgement, desk: Desk) -> None:
    """The manager is told once for each detector that breaks; the others went on."""
    for failure in judgement.failures:
        if failure.detector != "toxicity model":  # the desk of the models reports that
            text = say("trouble.detector_broken", detector=failure.detector, error=failure.error)
            letters.tell_keepers(text, f"broken:{failure.detector}:{failure.error}", desk)
