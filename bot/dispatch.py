"""Sends each reading to what handles it: posts to the review, commands and presses to their tables."""

from dataclasses import replace

from bot import letters, orders, uploads
from bot.command import Known
from bot.commands import COMMANDS
from bot.desk import STANDING_CHANGED, Desk
from bot.joining import asked_in, came_in
from bot.leaver_cards import seen_out
from bot.presses import PRESSES
from bot.reading import Arrival, Command, JoinRequest, Moved, Posting, Press, Reading, Speaker, Unread
from bot.review import review
from bot.store.effects import Delivery, Priority
from bot.words import say
from moderation.facts import Facts

PRESENT = frozenset({"member", "administrator", "creator", "restricted"})


def handle(reading: Reading, facts: Facts, desk: Desk) -> None:
    """One reading, in the caller's transaction."""
    match reading:
        case Posting():
            handle_posting(reading, facts, desk)
        case Command():
            handle_command(reading, facts, desk)
        case Press():
            handle_press(reading, desk)
        case Arrival():
            handle_arrival(reading, desk)
        case JoinRequest():
            asked_in(reading, desk)
        case Moved():
            desk.follow_group(reading.old_chat_id, reading.new_chat_id)
        case Unread():
            pass


def handle_posting(posting: Posting, facts: Facts, desk: Desk) -> None:
    """Only the setting's own group is judged; a private message is answered and not kept."""
    if posting.chat_id == desk.group_chat_id:
        if posting.post.author.id is not None:
            desk.store.members.saw(posting.post.author.id, desk.now)
            if posting.username:
                desk.store.usernames.saw(posting.username, posting.post.author.id, desk.now)
        if desk.bot_id not in (posting.from_id, posting.post.author.id):
            review(posting, facts, desk)
    elif posting.chat_id > 0 and not posting.edited and posting.speaker is Speaker.PERSON:
        if uploads.take(posting, desk):
            return
        text = say("answer.post_kept", setting=desk.setting)
        letters.write_to(posting.chat_id, text, f"heard:{posting.chat_id}:{posting.message_id}", desk)


def handle_command(command: Command, facts: Facts, desk: Desk) -> None:
    """Obeyed in private or in our group; in the group its words are judged like any others."""
    if not command.private and command.chat_id != desk.group_chat_id:
        return
    known = COMMANDS.get(command.name)
    if command.speaker is not Speaker.PERSON:
        handle_order(command, known, facts, desk)
        return
    if command.posting is not None and not is_order(known, command.user_id, desk):
        review(command.posting, facts, desk)
    if not command.private:
        if known is None:
            return
        hush(command, desk)
    if answer := obey(replace(command, facts=facts), desk):
        letters.write_to(command.user_id, answer, f"command:{command.chat_id}:{command.message_id}", desk)


def handle_order(command: Command, known: Known | None, facts: Facts, desk: Desk) -> None:
    """Typed in the name of the group: nobody knows by whom, so somebody who may has to say yes first."""
    if command.posting is not None:
        review(command.posting, facts, desk)
    if known is not None and known.hushed:
        hush(command, desk)
        orders.ask(command, desk)


def obey(command: Command, desk: Desk) -> str:
    """The answer to a command, after doing it; roles are looked up by numeric id at this very moment."""
    known = COMMANDS.get(command.name)
    if known is None:
        return say("answer.unknown_command")
    if not may_use(known, command.user_id, desk):
        return say("answer.no_rights", setting=desk.setting, command=command.name)
    return known.run(command, desk)


def is_order(known: Known | None, user_id: int, desk: Desk) -> bool:
    """Words to a parent after `/approve 12`, from somebody who may say so, are no post."""
    if known is None or not known.hushed:
        return False
    return known.keeps_words or (bool(known.roles) and may_use(known, user_id, desk))


def may_use(known: Known, user_id: int, desk: Desk) -> bool:
    """Whoever holds a role for it, and the group's administrators, who are asked for want of anybody else;
    what they may do with a case is looked up again for that case."""
    return known.is_for(desk.roles_of(user_id), desk.policy) or user_id in desk.group_admins


def hush(command: Command, desk: Desk) -> None:
    """Case numbers and complaints are not for the group: such a command is deleted there (decision 6)."""
    known = COMMANDS[command.name]
    if known.hushed:
        letters.queue(
            desk,
            f"hush:{command.chat_id}:{command.message_id}",
            "delete",
            command.chat_id,
            Priority.DELETE,
            delivery=Delivery.IDEMPOTENT,
            messages=[command.message_id],
        )


def handle_press(press: Press, desk: Desk) -> None:
    act = PRESSES.get(press.verb)
    if act is None or press.number is None:
        letters.answer_press(press, say("answer.unknown"), desk)
    else:
        letters.answer_press(press, act(press, press.number, desk), desk)


def handle_arrival(arrival: Arrival, desk: Desk) -> None:
    """Who is in the group is known only from such news: a bot cannot list members."""
    if arrival.chat_id > 0:
        if arrival.of_us and arrival.status == "kicked":
            desk.store.members.unreachable(arrival.chat_id)
    elif arrival.chat_id == desk.group_chat_id and arrival.of_us:
        desk.store.settings.set(STANDING_CHANGED, "yes")
    elif arrival.chat_id == desk.group_chat_id:
        note = desk.store.members.joined if arrival.status in PRESENT else desk.store.members.left
        note(arrival.user_id, desk.now, arrival.status)
        settled = came_in if arrival.status in PRESENT else seen_out
        settled(arrival.user_id, desk)
