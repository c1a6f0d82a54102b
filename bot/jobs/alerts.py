"""What nobody has taken on, or nobody has ended, is told again, and to the next in line as well."""

from datetime import datetime, timedelta

from bot import bundles, letters
from bot.cards import overdue
from bot.desk import Desk
from bot.job import Job
from bot.letters import LAST_TIER
from bot.store.cases import Case
from moderation import quiet
from moderation.case import State
from moderation.decision import is_staff_allegation

NEXT_TIER = 1


def repeat(desk: Desk) -> None:
    for case in desk.store.cases.waiting():
        match (case.urgent, case.state):
            case (True, State.OPEN):
                alert_again(case, desk)
            case (True, State.ACKNOWLEDGED):
                ask_how_it_stands(case, desk)
            case (False, State.OPEN):
                pass_on(case, desk)


def alert_again(case: Case, desk: Desk) -> None:
    """At any hour, every ten minutes or as the profile says, until somebody has it (policy.md 0.1)."""
    every = timedelta(minutes=int(desk.policy["escalation.ack_minutes.urgent"]))
    round_ = int((desk.now - opened_last(case)) / every)
    if round_ > 0:
        tell(case, line_of(case, desk), f":{opened_last(case).timestamp():.0f}:{round_}", desk)


def opened_last(case: Case) -> datetime:
    """When it was opened, or opened again: the first ten minutes begin anew."""
    return case.decided_at or case.opened


def ask_how_it_stands(case: Case, desk: Desk) -> None:
    """Taken on and never ended: whoever has it is reminded by day, and from the second time the next in line
    hears too."""
    since = case.decided_at or case.opened
    round_ = int((desk.now - since) / overdue(desk))
    if round_ == 0 or quiet.wakes(desk.now, desk.policy["quiet.hours"]):
        return
    line = line_of(case, desk)
    has_it = {person: tier for person, tier in line.items() if person == case.decided_by}
    tell(case, has_it if has_it and round_ == 1 else line, f":still:{since.timestamp():.0f}:{round_}", desk)


def pass_on(case: Case, desk: Desk) -> None:
    """Not urgent, and nobody has decided it for two waking hours or as the profile says: the next in line
    gets its card too, once."""
    hours = desk.policy["quiet.hours"]
    late = quiet.after(opened_last(case), overdue(desk), hours) <= desk.now
    if late and not quiet.wakes(desk.now, hours) and not keeps_to_owners(case):
        for person in letters.case_owners(case, desk, NEXT_TIER):
            letters.queue_card(case, person, NEXT_TIER, desk)
        bundles.gather(case, desk)


def keeps_to_owners(case: Case) -> bool:
    """What is said of staff stays with its owners: the next in line may be who is meant (I-11)."""
    return is_staff_allegation(letters.category_of(case), case.subtype)


def line_of(case: Case, desk: Desk) -> dict[int, int]:
    """Who is to hear of it again, and in which tier: its owners, the next in line, whoever was asked for want
    of these, and further on where none of them can be reached."""
    tiers = (0,) if keeps_to_owners(case) else (0, NEXT_TIER)
    cards = letters.acts_of(case, "card", desk)
    asked = [(card.chat_id, int(card.body["tier"])) for card in cards]
    line = {person: tier for tier in tiers for person in letters.case_owners(case, desk, tier)}
    for person, tier in asked:
        if person not in line and person in letters.case_owners(case, desk, tier):
            line[person] = tier
    out_of_reach = {card.chat_id for card in cards if card.state == "held"}
    for tier in range(NEXT_TIER, LAST_TIER + 1):
        if line.keys() <= out_of_reach:
            line |= {person: tier for person in letters.case_owners(case, desk, tier) if person not in line}
    return line


def tell(case: Case, line: dict[int, int], again: str, desk: Desk) -> None:
    waiting = letters.unsent_cards(case, desk)
    for person, tier in line.items():
        if person not in waiting:  # one copy is enough for somebody who has yet to press Start
            letters.queue_card(case, person, tier, desk, again=again)


JOB = Job("alerts", timedelta(seconds=30), repeat)
