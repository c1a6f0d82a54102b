"""A child may be missing or found: one press asks every parent in the group to look, and names nobody."""

from bot import letters
from bot.desk import Desk
from bot.moves import may_see
from bot.store.effects import Priority
from bot.words import say
from moderation.case import State
from moderation.category import Category


def ask_everyone(number: int, user_id: int, desk: Desk, words: str) -> str:
    """A person decides it, never the bot (decision 11); the line is the same whatever the post said."""
    case = desk.store.cases.get(number)
    if case is None:
        return say("answer.no_case", number=number)
    if not may_see(user_id, case, desk):
        return say("answer.not_yours", setting=desk.setting)
    group = desk.group_chat_id
    if case.state == State.CLOSED or case.category != Category.SAFEGUARD or group is None:
        return say("answer.cannot", number=number)
    phone = str(desk.policy["setting.contact_phone"])
    key = "lookout.ring" if phone else "lookout.tell"
    text = say(key, setting=desk.setting, phone=phone)
    if not letters.queue(desk, f"lookout:{number}", "say", group, Priority.ALERT, case, text=text):
        return say("answer.lookout_again")
    desk.store.log.append("asked everyone to look", case=number, actor=user_id, detail={}, now=desk.now)
    letters.refresh_cards(case, desk)
    return say("answer.lookout")


VERBS = {"lookout": ask_everyone}
