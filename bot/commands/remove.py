"""/remove: a post out of view (a number, or as a reply), or a person out of the group (@name or their id)."""

from bot import by_hand, conduct, moves, verbs
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command, typed
from bot.store.numbers import Kind
from bot.words import say
from moderation.post import STAFF_ROLES


def remove(command: Command, desk: Desk) -> str:
    first, _, rest = command.words.partition(" ")
    target = typed(command.words)
    match first.lower():
        case "person" | "member":
            return remove_person(rest, command.user_id, desk)
        case "case":
            target = typed(rest)
        case name if name.startswith("@"):
            return remove_person(first, command.user_id, desk)
        case _ if target.number is not None and desk.store.members.get(target.number) is not None:
            if desk.store.numbers.kind_of(target.number) is not None:
                return say("answer.case_or_person", number=target.number)
            return remove_person(first, command.user_id, desk)
    if target.number is not None:
        return remove_number(target.number, command.user_id, desk, target.rest)
    return remove_post(command, desk)


def remove_number(number: int, user_id: int, desk: Desk, words: str) -> str:
    if desk.store.numbers.kind_of(number) == Kind.CASE:
        return moves.remove_after_all(number, user_id, desk, words)
    return verbs.do("remove", number, user_id, desk, words)


def remove_post(command: Command, desk: Desk) -> str:
    """The post that was replied to, whether or not it is a case."""
    if command.replies_to is None:
        return say("answer.remove_what")
    number = verbs.meant(command.chat_id, command.replies_to, desk)
    if number is not None:
        return remove_number(number, command.user_id, desk, command.words)
    if command.answered is None or command.private:
        return say("answer.remove_what")
    return by_hand.remove(command.answered, command.user_id, desk, command.words)


def remove_person(words: str, user_id: int, desk: Desk) -> str:
    """By @name, as far as the bot has met who uses it, or by their number for certain."""
    name = words.split(" ", 1)[0]
    person = desk.store.usernames.find(name) if name.startswith("@") else typed(name).number
    if person is None or desk.store.members.get(person) is None:
        return say("answer.no_person")
    shown = name if name.startswith("@") else say("pending.somebody")
    return conduct.ask(person, shown, user_id, desk)


COMMAND = Known("remove", "command.remove", remove, roles=STAFF_ROLES, hushed=True)
