"""A picture from the group to the person who looks at it and back, or into safe hands without a look."""

from datetime import timedelta

import pytest

from sandbox.cast import COLE, GROUP, JO, PATEL, SAM
from sandbox.people import Message
from tests.scenarios.conftest import RUDE, Stage, StartBot, case_card, labels


async def held(stage: Stage, **how: object) -> tuple[dict[str, object], Message]:
    """A picture that waits for a yes, and its card."""
    raw = stage.world.post(JO, GROUP, "photo", caption="our sandcastle", **how)  # type: ignore[arg-type]
    await stage.gone(int(raw["message_id"]))
    card = await stage.told(PATEL, "waits for your yes")
    await stage.settled()
    return raw, card


def pictures(stage: Stage, chat: int) -> list[Message]:
    return [one for one in stage.chat(chat) if "photo" in one.raw]


async def test_a_picture_is_shown_to_whoever_asks_and_is_gone_from_there_after_15_minutes(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        raw, card = await held(stage)
        assert not pictures(stage, PATEL), "not before somebody asks"
        assert "15 minutes" in await stage.press(PATEL, card, "Show")
        (shown,) = await stage.until(lambda: pictures(stage, PATEL))
        await stage.until(lambda: app.outbox.running == set())
        app.writer.clock.ahead += timedelta(minutes=14)
        await app.outbox.start_due()
        assert pictures(stage, PATEL)
        app.writer.clock.ahead += timedelta(minutes=2)
        app.outbox.wake.set()
        await stage.until(lambda: not pictures(stage, PATEL))

    assert shown.raw["photo"][-1]["file_id"] == raw["photo"][-1]["file_id"]  # type: ignore[index]
    assert shown.raw["has_protected_content"] and "our sandcastle" in shown.text


async def test_an_album_is_shown_whole(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        album = stage.world.album(JO, GROUP, count=3)
        for part in album:
            await stage.gone(int(part["message_id"]))
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Show")
        shown = await stage.until(lambda: pictures(stage, PATEL))

    assert len(shown) == 3


async def test_nobody_else_is_shown_it(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await held(stage)
        refused = await stage.ask(SAM, "/show 1")
        await stage.settled()

    assert not pictures(stage, SAM)
    assert "role" in refused or "somebody else" in refused


async def test_do_not_open_keeps_nothing_and_tells_those_who_keep_children_safe(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        raw, card = await held(stage)
        await stage.press(PATEL, card, "Do not open: report")
        alert = await stage.told(COLE, "URGENT: case 1")
        await stage.settled()
        page = await app.writer.run(lambda desk: desk.store.sealed.open(1))
        shown = await stage.ask(PATEL, "/show 1")

    file_id = raw["photo"][-1]["file_id"]  # type: ignore[index]
    assert page is not None and str(file_id) not in str(page) and "sandcastle" not in str(page)
    assert not {"Show", "Put back"} & set(labels(alert))
    assert "sandcastle" not in alert.text and "sandcastle" not in stage.heard(PATEL)[0]
    assert not pictures(stage, PATEL) and not pictures(stage, COLE) and "Case 1" not in shown
    assert len(stage.heard(JO)) == 1, "that the picture waits, and no tip-off (I-14)"


async def test_what_was_shown_before_is_taken_back_at_once(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        _, card = await held(stage)
        await stage.press(PATEL, card, "Show")
        await stage.until(lambda: pictures(stage, PATEL))
        await stage.press(PATEL, case_card(stage), "Do not open: report")
        await stage.until(lambda: not pictures(stage, PATEL))


@pytest.mark.parametrize("mode", ["observe", "enforce"])
async def test_a_picture_goes_back_in_a_protected_group_too(
    stage: Stage, start_bot: StartBot, mode: str
) -> None:
    stage.world.protect(GROUP)
    async with start_bot(MODE=mode):
        raw = stage.world.post(JO, GROUP, "photo", caption="our sandcastle")
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.press(PATEL, card, "Put back" if mode == "enforce" else "Leave up")
        await stage.settled()

    assert [one.raw["photo"][-1]["file_id"] for one in pictures(stage, GROUP)] == [
        raw["photo"][-1]["file_id"]
    ]


async def test_where_telegram_will_not_send_it_back_its_author_may_post_that_same_one_once(
    stage: Stage, start_bot: StartBot
) -> None:
    stage.world.protect(GROUP, keeps_files=True)
    async with start_bot():
        raw, card = await held(stage)
        file = str(raw["photo"][-1]["file_id"])  # type: ignore[index]
        await stage.press(PATEL, card, "Put back")
        await stage.told(PATEL, "could not be put back")
        await stage.told(JO, "send the same picture to the group again")
        another = stage.world.post(JO, GROUP, "photo")
        someone_elses = stage.world.post(SAM, GROUP, "photo", again=file)
        again = stage.world.post(JO, GROUP, "photo", again=file)
        once_more = stage.world.post(JO, GROUP, "photo", again=file)
        for held_too in (another, someone_elses, once_more):
            await stage.gone(int(held_too["message_id"]))
        await stage.settled()
        assert stage.sees(int(again["message_id"]))
        assert "Posted again by its author" in stage.heard(PATEL)[0]


async def test_the_words_under_a_picture_with_a_pass_are_read_all_the_same(
    stage: Stage, start_bot: StartBot
) -> None:
    stage.world.protect(GROUP, keeps_files=True)
    async with start_bot():
        raw, card = await held(stage)
        await stage.press(PATEL, card, "Put back")
        await stage.told(JO, "send the same picture to the group again")
        file = str(raw["photo"][-1]["file_id"])  # type: ignore[index]
        rude = stage.world.post(JO, GROUP, "photo", caption=RUDE, again=file)
        await stage.gone(int(rude["message_id"]))


@pytest.mark.parametrize("who", [JO, SAM])
async def test_the_same_picture_again_goes_to_the_same_case(
    stage: Stage, start_bot: StartBot, who: int
) -> None:
    async with start_bot():
        raw, card = await held(stage)
        file = str(raw["photo"][-1]["file_id"])  # type: ignore[index]
        await stage.gone(int(stage.world.post(who, GROUP, "photo", again=file)["message_id"]))
        await stage.settled()
        await stage.press(PATEL, card, "Keep out of view")
        await stage.gone(int(stage.world.post(who, GROUP, "photo", again=file)["message_id"]))
        await stage.settled()

    assert not any("Case 2" in text for text in stage.heard(PATEL))
    assert "posted again 2 times" in stage.heard(PATEL)[0]


async def test_a_picture_handed_on_unopened_is_known_again_and_nobody_gets_a_copy(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        raw, card = await held(stage)
        file = str(raw["photo"][-1]["file_id"])  # type: ignore[index]
        await stage.press(PATEL, card, "Do not open: report")
        await stage.told(COLE, "URGENT: case 1")
        before = len(stage.heard(SAM))
        await stage.gone(int(stage.world.post(SAM, GROUP, "photo", again=file)["message_id"]))
        await stage.settled()

    assert not any("ase 2" in text for text in stage.heard(PATEL) + stage.heard(COLE))
    assert len(stage.heard(SAM)) == before, "no tip-off"
