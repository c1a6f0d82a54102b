"""Acts of the outbox about who is in the group: out at the end of their time, and a way back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot import leaver_cards
from bot.outcomes import Done, Outcome
from bot.store.effects import EffectRow

if TYPE_CHECKING:
    from bot.outbox import Outbox

# Telegram's words for "they are not there anyway".
DONE_ALREADY = {
    "oust": ("participant_id_invalid", "user not found", "user_not_participant", "member not found")
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
