"""How a joiner looks as a card, what they themselves are asked, and what the buttons do."""

from bot import letters
from bot.cards import Button, Card, clock_time
from bot.desk import Desk
from bot.joining import admit, ask_person, decide_by_roster, find, is_one_person, pin, version_of
from bot.keepers import keepers, may_keep
from bot.outcomes import Done, NotStarted, Outcome, Refused
from bot.store.effects import EffectRow, Priority
from bot.store.joiners import (
    ACCEPTED,
    AGAIN,
    DECLINED,
    GONE,
    JOIN,
    OFFERED,
    OPEN,
    WAITING,
    Joiner,
)
from bot.store.joiners import REFUSED as TURNED_AWAY
from bot.words import say
from moderation.roster import Carer, StaffMember

# --- what the joiner sees ------------------------------------------------------------------------------


def offer(number: int, desk: Desk) -> Card | None:
    """What is read and kept, and the policy with its two buttons; plain once it is answered."""
    joiner = desk.store.joiners.get(number)
    if joiner is None:
        return None
    text = say(f"join.offer_{joiner.purpose}", setting=desk.setting, policy=policy_name(desk))
    if joiner.accepted is not None:
        return Card(f"{text}\n\n{say('join.you_accepted')}", has_words=False)
    if joiner.state not in OPEN:
        return Card(text, has_words=False)
    if desk.policy["membership.acceptance"] != "required":
        return Card(f"{text}\n\n{say('join.no_gate')}", has_words=False)
    row = (Button(say("button.accept"), "accept", number), Button(say("button.decline"), "decline", number))
    return Card(text, (row,), has_words=False)


def policy_name(desk: Desk) -> str:
    """Such as: Our rules (version 2, adopted 2026-09)."""
    title = str(desk.policy["policy.title"]) or say("join.policy")
    known = {"version": desk.policy["policy.version"], "adopted": desk.policy["policy.adopted"]}
    facts = [say(f"join.{name}", value=str(value)) for name, value in known.items() if value]
    return f"{title} ({', '.join(facts)})" if facts else title


def accept(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """Only the joiner themselves; version and moment are written down."""
    joiner = desk.store.joiners.get(number)
    if joiner is None or joiner.user_id != user_id:
        return say("answer.no_case", number=number)
    if joiner.accepted is not None:
        return say("join.answer_before")
    settled = joiner.purpose == AGAIN
    to = ACCEPTED if settled else joiner.state
    expect = (OFFERED, DECLINED) if settled else OPEN
    values = {"accepted": desk.now, "reached": 1} | ({"decided_at": desk.now} if settled else {})
    if not desk.store.joiners.move(number, expect=expect, to=to, **values):
        return say("join.answer_over")
    desk.store.joiners.accept(user_id, version_of(desk), desk.now)
    detail = {"person": user_id, "version": version_of(desk)}
    desk.store.log.append("policy accepted", case=number, actor=user_id, detail=detail, now=desk.now)
    redraw_offer(number, desk)
    if settled:
        return say("join.answer_again")
    joiner = desk.store.joiners.get(number) or joiner
    decide_by_roster(joiner, desk)
    after = desk.store.joiners.get(number)
    return say(
        "join.answer_in" if after and after.state == "admitted" else "join.answer_wait", setting=desk.setting
    )


def decline(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """They need not: the setting can still be reached in other ways (U-16)."""
    joiner = desk.store.joiners.get(number)
    if joiner is None or joiner.user_id != user_id:
        return say("answer.no_case", number=number)
    if not desk.store.joiners.move(number, expect=OPEN, to=DECLINED, decided_at=desk.now):
        return say("join.answer_over")
    desk.store.log.append("policy declined", case=number, actor=user_id, now=desk.now)
    redraw_offer(number, desk)
    letters.refresh(number, DECLINED, desk)
    if joiner.purpose == JOIN:
        turn_away(joiner, "join.declined", desk)
    else:
        letters.ask_with_card(number, keepers(desk), desk)
    return say("join.answer_declined", setting=desk.setting)


def redraw_offer(number: int, desk: Desk) -> None:
    """The buttons go once they are used."""
    for sent in desk.store.sent.of_case(number, kind="offer"):
        key = f"edit_offer:{number}:{sent.message_id}:{desk.now.timestamp()}"
        letters.queue(desk, key, "edit_offer", sent.chat_id, Priority.CARD, number, message=sent.message_id)


def turn_away(joiner: Joiner, text: str, desk: Desk) -> None:
    """A kind word first: once the request is closed the bot may not write to them any more."""
    group = desk.group_chat_id
    assert group is not None
    letters.queue(
        desk,
        f"turn_away:{joiner.number}",
        "turn_away",
        group,
        Priority.ANSWER,
        joiner.number,
        user=joiner.user_id,
        write_to=joiner.write_to,
        text=say(text, setting=desk.setting, ways=ways(desk)),
    )


def ways(desk: Desk) -> str:
    """How else to reach the setting."""
    known = [str(desk.policy[f"setting.contact_{way}"]) for way in ("phone", "email")]
    return " or ".join(way for way in known if way) or say("join.in_person")


# --- what a person of the setting sees -----------------------------------------------------------------


def draw(number: int, desk: Desk) -> Card | None:
    joiner = desk.store.joiners.get(number)
    if joiner is None:
        return None
    names = desk.store.sealed.open(number) or {}
    username = f" (@{names['username']})" if names.get("username") else ""
    name = f"{names.get('name') or say('leaver.somebody')}{username}"
    if joiner.purpose == AGAIN:
        return Card(say("join.card_again", number=number, person=joiner.user_id))
    lines = [say("join.card", number=number, name=name)]
    if joiner.state == WAITING:
        match = find(joiner, desk)
        lines.append(say(f"join.why_{joiner.why}", people=suggested(match.suggested, desk)))
    lines.append(say(policy_line(joiner, desk)))
    if joiner.state not in OPEN:
        lines.append(
            say(
                f"join.is_{joiner.state}",
                who=desk.title_of(joiner.decided_by),
                when=clock_time(joiner.decided_at),
            )
        )
        return Card("\n".join(lines))
    row = (Button(say("button.admit"), "approve", number), Button(say("button.turn_away"), "reject", number))
    return Card("\n".join(lines), (row,))


def policy_line(joiner: Joiner, desk: Desk) -> str:
    if joiner.accepted is not None:
        return "join.has_accepted"
    if joiner.reached is False:
        return "join.not_reached"
    return "join.not_accepted"


def suggested(people: tuple[Carer | StaffMember, ...], desk: Desk) -> str:
    """Whom the roster may know them as."""
    roster = desk.store.roster
    named = [
        say("roster.carer_of", name=one.name, child=roster.child[one.child_id].name)
        if isinstance(one, Carer)
        else one.name
        for one in people
    ]
    return "; ".join(named)


def may_decide(user_id: int, joiner: Joiner, desk: Desk) -> bool:
    return user_id != joiner.user_id and (may_keep(user_id, desk) or user_id in keepers(desk))


def approve(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """Lets them in; where the roster suggests exactly one person, this says that it is they."""
    joiner = desk.store.joiners.get(number)
    if joiner is None or not may_decide(user_id, joiner, desk):
        return refusal(joiner, number, desk)
    match = find(joiner, desk)
    if not admit(joiner, user_id, desk):
        return stands(joiner, desk)
    if match.suggested and is_one_person(match):
        pin(match, joiner.user_id, desk)
        return say("join.answer_pinned")
    return say("join.answer_admitted")


def reject(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    joiner = desk.store.joiners.get(number)
    if joiner is None or not may_decide(user_id, joiner, desk):
        return refusal(joiner, number, desk)
    decided = {"decided_by": user_id, "decided_at": desk.now}
    if joiner.purpose == AGAIN or not desk.store.joiners.move(number, expect=OPEN, to=TURNED_AWAY, **decided):
        return stands(joiner, desk)
    detail = {"person": joiner.user_id}
    desk.store.log.append("turned away", case=number, actor=user_id, detail=detail, now=desk.now)
    turn_away(joiner, "join.turned_away", desk)
    letters.refresh(number, TURNED_AWAY, desk)
    return say("join.answer_rejected")


def refusal(joiner: Joiner | None, number: int, desk: Desk) -> str:
    if joiner is None:
        return say("answer.no_case", number=number)
    return say("answer.not_yours", setting=desk.setting)


def stands(joiner: Joiner, desk: Desk) -> str:
    current = desk.store.joiners.get(joiner.number) or joiner
    return say("join.answer_already", number=joiner.number, state=say(f"join_state.{current.state}"))


VERBS = {"accept": accept, "decline": decline, "approve": approve, "reject": reject}


# --- what Telegram answers -----------------------------------------------------------------------------


def after_offer(effect: EffectRow, outcome: Outcome, desk: Desk) -> None:
    """Whether the words about the policy arrived; where they did not, a person decides."""
    joiner = desk.store.joiners.get(effect.case_number or 0)
    if joiner is None or joiner.purpose != JOIN:
        return
    match outcome:
        case Done():
            desk.store.joiners.move(joiner.number, expect=(joiner.state,), to=joiner.state, reached=1)
        case NotStarted() | Refused():
            desk.store.joiners.move(joiner.number, expect=(joiner.state,), to=joiner.state, reached=0)
            if joiner.state == OFFERED:
                ask_person(joiner, "not_reached", desk)


def after_answer(effect: EffectRow, outcome: Outcome, desk: Desk) -> None:
    """Letting in or turning away: a request that is no longer there was withdrawn or answered by hand."""
    joiner = desk.store.joiners.get(effect.case_number or 0)
    if joiner is None or not isinstance(outcome, Refused):
        return
    withdrawn = "hide_requester_missing" in outcome.error.lower()
    if withdrawn and effect.attempts > 1:
        return  # our own first call did it, and its answer was lost
    desk.store.joiners.move(joiner.number, expect=(joiner.state,), to=GONE if withdrawn else joiner.state)
    key = "join.withdrawn" if withdrawn else "join.refused"
    text = say(key, number=joiner.number, error=outcome.error)
    for person in [joiner.decided_by] if joiner.decided_by else keepers(desk):
        letters.write_to(person, text, f"join:{effect.id}:{person}", desk)
    letters.refresh(joiner.number, GONE, desk)
