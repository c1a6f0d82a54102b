"""Acts of the outbox about who is in the group: out at the end of their time, and a way back."""

from __future__ import annotations

import contextlib
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot import conduct, joiner_cards, leaver_cards, roster_pages, uploads
from bot.outcomes import Done, Outcome
from bot.sheets import LARGEST
from bot.store.effects import EffectRow

if TYPE_CHECKING:
    from bot.outbox import Outbox

# Telegram's words for "they are not there anyway", or "they are in already".
DONE_ALREADY = {
    "oust": ("participant_id_invalid", "user not found", "user_not_participant", "member not found"),
    "admit": ("user_already_participant",),
}


async def oust(outbox: Outbox, effect: EffectRow) -> Outcome:
    """Takes a member out and lets them return one day: unbanning somebody who is there does just that."""
    if await outbox.writer.run(partial(leaver_cards.is_going, effect)):
        await outbox.bot.unban_chat_member(effect.chat_id, effect.body["user"])
    return Done()


async def invite(outbox: Outbox, effect: EffectRow) -> Outcome:
    """A link that lets one person in; a ban, should there be one, is lifted first."""
    await outbox.bot.unban_chat_member(effect.chat_id, effect.body["user"], only_if_banned=True)
    until = datetime.fromisoformat(effect.body["until"])
    link = await outbox.bot.create_chat_invite_link(effect.chat_id, expire_date=until, member_limit=1)
    await outbox.writer.run(partial(leaver_cards.invited, effect, link.invite_link))
    return Done()


async def offer(outbox: Outbox, effect: EffectRow) -> Outcome:
    """What is read and kept, and the policy, to somebody who asks to come in."""
    card = await outbox.writer.run(partial(joiner_cards.offer, effect.case_number or 0))
    if card is None:
        return Done()
    return await outbox.send(effect, [card.text], card.buttons, has_words=False)


async def edit_offer(outbox: Outbox, effect: EffectRow) -> Outcome:
    card = await outbox.writer.run(partial(joiner_cards.offer, effect.case_number or 0))
    if card is not None:
        await outbox.bot.edit_message_text(card.text, effect.chat_id, effect.body["message"])
    return Done()


async def admit(outbox: Outbox, effect: EffectRow) -> Outcome:
    await outbox.bot.approve_chat_join_request(effect.chat_id, effect.body["user"])
    return Done()


async def turn_away(outbox: Outbox, effect: EffectRow) -> Outcome:
    """A kind word where one can still arrive, then the answer to the request."""
    with contextlib.suppress(Exception):  # whatever keeps the word from them, the request is answered
        await outbox.bot.send_message(effect.body["write_to"], effect.body["text"])
    await outbox.bot.decline_chat_join_request(effect.chat_id, effect.body["user"])
    return Done()


async def expel(outbox: Outbox, effect: EffectRow) -> Outcome:
    """Takes a member out for good; in a supergroup Telegram takes all they wrote there as well."""
    await outbox.bot.ban_chat_member(effect.chat_id, effect.body["user"])
    return Done()


async def readmit(outbox: Outbox, effect: EffectRow) -> Outcome:
    """Lifts the ban and makes a link for one."""
    await outbox.bot.unban_chat_member(effect.chat_id, effect.body["user"], only_if_banned=True)
    until = datetime.fromisoformat(effect.body["until"])
    link = await outbox.bot.create_chat_invite_link(effect.chat_id, expire_date=until, member_limit=1)
    await outbox.writer.run(partial(conduct.readmitted, effect, link.invite_link))
    return Done()


async def fetch(outbox: Outbox, effect: EffectRow) -> Outcome:
    """The only files the bot ever fetches: rosters, from whoever keeps the roster."""
    file_id = await outbox.writer.run(partial(uploads.file_id, effect))
    if file_id is None:
        return Done()
    file = await outbox.bot.get_file(file_id)
    too_large = (file.file_size or 0) > LARGEST
    content = None if too_large else bytes(await file.download_as_bytearray())
    await outbox.writer.run(partial(uploads.fetched, effect, content))
    return Done()


async def preview(outbox: Outbox, effect: EffectRow) -> Outcome:
    texts = await outbox.writer.run(partial(uploads.shown, effect))
    return await outbox.send(effect, texts)


async def roster_page(outbox: Outbox, effect: EffectRow) -> Outcome:
    texts = await outbox.writer.run(partial(roster_pages.draw, effect))
    return await outbox.send(effect, texts)
