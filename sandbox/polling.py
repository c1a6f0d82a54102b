"""Hands the bot its updates, and waits with an empty answer until there are some."""

from typing import Any

from sandbox.refusal import Refusal
from sandbox.updates import MOST_AT_ONCE
from sandbox.world import World

Json = dict[str, Any]
LONGEST_WAIT = 50
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def get_updates(world: World, ask: Json) -> list[Json]:
    """getUpdates: an offset confirms what lies below it; a second poll ends the first with a 409."""
    world.poll += 1
    mine = world.poll
    world.wake()
    if ask.get("allowed_updates") is not None:
        world.updates.allow(ask["allowed_updates"])
    if ask.get("offset"):
        world.updates.confirm(ask["offset"])
    limit = min(max(int(ask.get("limit") or MOST_AT_ONCE), 1), MOST_AT_ONCE)
    turned = world.clock.turned
    wait = min(max(int(ask.get("timeout") or 0), 0), LONGEST_WAIT)

    def ready() -> bool:
        news = bool(world.updates.first(limit, world.now))
        # A clock that was turned is news as well: the bot learns of it with the answer.
        return news or world.closed or world.poll != mine or world.clock.turned != turned

    try:
        await world.until(ready, timeout=wait)
    except TimeoutError:
        return []
    if world.poll != mine:
        raise Refusal(409, CONFLICT)
    return world.updates.first(limit, world.now)
