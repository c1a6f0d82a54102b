"""Answers the bot: reads a request, checks it, does what it asks and checks the reply."""

from dataclasses import dataclass
from typing import Any

from sandbox.faults import Fault
from sandbox.ground import Call
from sandbox.methods import METHODS
from sandbox.polling import get_updates
from sandbox.refusal import Refusal, bad, too_many
from sandbox.schema import UPLOAD, published
from sandbox.world import World

Json = dict[str, Any]
Uploads = dict[str, tuple[str, bytes]]
KNOWN = {name.lower(): name for name in (*METHODS, "getUpdates")}
PUBLISHED = {name.lower(): name for name in published().methods}


@dataclass(frozen=True)
class Answer:
    """What goes back over the line, and the fault it meets on its way."""

    status: int
    body: Json
    fault: Fault | None = None


async def answer(world: World, method: str, raw: Json, uploads: Uploads) -> Answer:
    """One request, answered as Telegram would; everything is noted in the world's list of calls."""
    name = KNOWN.get(method.lower())
    if name is None:
        return _unknown(world, method)
    values, complaints = published().read(name, raw)
    values |= dict.fromkeys((key for key in uploads if key in _fields(name)), UPLOAD)
    world.violations += complaints or published().check_request(name, values)
    fault = world.faults.strike(name, values.get("chat_id"))
    call = _noted(world, name, values, fault)
    try:
        body = await _done(world, name, values | {"files": uploads}, complaints, fault)
    except Refusal as refusal:
        body = refusal.reply()
    call.code, call.text = body.get("error_code", 200), body.get("description", "")
    if name != "getUpdates":
        world.changed()
    return Answer(call.code, body, fault)


async def _done(world: World, name: str, values: Json, complaints: list[str], fault: Fault | None) -> Json:
    if fault is not None:
        _refuse_by(fault)
    missing = [field for field, kept in _fields(name).items() if kept.get("required") and field not in values]
    if complaints or missing:
        raise bad(complaints[0] if complaints else _missing(missing[0]))
    world.end_terms()
    if name == "getUpdates":
        return {"ok": True, "result": await get_updates(world, values)}  # each was checked when it was queued
    result = METHODS[name](world, values)
    world.violations += published().check_reply(name, result)
    return {"ok": True, "result": result}


def _refuse_by(fault: Fault) -> None:
    match fault.kind:
        case "429":
            raise too_many(fault.seconds)
        case "500":
            raise Refusal(500, "Internal Server Error")
        case "502" | "dropped" | "outage":
            raise Refusal(502, "Bad Gateway")
        case _:
            return


def _noted(world: World, name: str, values: Json, fault: Fault | None) -> Call:
    call = Call(len(world.calls) + 1, name, values, world.now, fault=fault.kind if fault else None)
    world.calls.append(call)
    return call


def _unknown(world: World, method: str) -> Answer:
    if method.lower() in PUBLISHED:
        world.violations.append(f"{PUBLISHED[method.lower()]}: this pretend Telegram does not know it yet")
    return Answer(404, Refusal(404, "Not Found: method not found").reply())


def _missing(field: str) -> str:
    return {"chat_id": "chat_id is empty", "text": "message text is empty"}.get(
        field, f"{field} is not specified"
    )


def _fields(name: str) -> Json:
    fields: Json = published().methods[name]["fields"]
    return fields
