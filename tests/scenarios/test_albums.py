"""An album is one post: one case, out of view whole, back in the group whole and in order."""

from itertools import zip_longest
from typing import Any

import pytest

from sandbox.cast import GROUP, JO, PATEL, SAM
from tests.scenarios.conftest import FINE, RUDE, Stage, StartBot, case_card


def numbers(parts: list[dict[str, Any]]) -> list[int]:
    return [int(part["message_id"]) for part in parts]


def file_ids(parts: list[dict[str, Any]], kind: str = "photo") -> list[str]:
    return [part[kind][-1]["file_id"] if kind == "photo" else part[kind]["file_id"] for part in parts]


async def out_of_view(stage: Stage, *albums: list[dict[str, Any]]) -> None:
    for album in albums:
        for number in numbers(album):
            await stage.gone(number)
    await stage.settled()


async def test_an_album_is_one_case_and_goes_back_whole_in_order_under_its_caption(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        album = stage.world.album(JO, GROUP, count=4, caption="our sandcastle")
        await out_of_view(stage, album)
        assert len([text for text in stage.heard(PATEL) if "Case" in text]) == 1
        assert len([text for text in stage.heard(JO) if "waiting for a person" in text]) == 1
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    back = [one.raw for one in stage.chat(GROUP)]
    assert file_ids(back) == file_ids(album)
    assert len({one["media_group_id"] for one in back}) == 1, "an album again"
    assert [one.get("caption", "")[-14:] for one in back] == ["our sandcastle", "", "", ""]
    assert back[0]["caption"].startswith("From Jo Marsh, ")


async def test_a_late_part_goes_the_way_of_the_others_after_a_decision_too(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        album = stage.world.album(JO, GROUP, count=2)
        await out_of_view(stage, album)
        late = stage.world.album(JO, GROUP, count=1, group=album[0]["media_group_id"])
        await out_of_view(stage, late)
        await stage.press(PATEL, case_card(stage), "Keep out of view")
        later_still = stage.world.album(JO, GROUP, count=1, group=album[0]["media_group_id"])
        await out_of_view(stage, later_still)

    assert not any("Case 2" in text for text in stage.heard(PATEL))


async def test_what_is_put_back_holds_a_part_that_came_late(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        album = stage.world.album(JO, GROUP, count=2)
        await out_of_view(stage, album)
        album += stage.world.album(JO, GROUP, count=1, group=album[0]["media_group_id"])
        await out_of_view(stage, album)
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert file_ids([one.raw for one in stage.chat(GROUP)]) == file_ids(album)


async def test_albums_that_come_mixed_up_stay_apart(stage: Stage, start_bot: StartBot) -> None:
    one, other = [], []
    async with start_bot():
        one += stage.world.album(JO, GROUP, count=1, captions=["the boat"])
        other += stage.world.album(SAM, GROUP, count=1, captions=["the swing"])
        for _ in range(2):
            one += stage.world.album(JO, GROUP, count=1, group=one[0]["media_group_id"])
            stage.say(JO, FINE)
            other += stage.world.album(SAM, GROUP, count=1, group=other[0]["media_group_id"])
        await out_of_view(stage, one, other)
        card = await stage.told(PATEL, "the swing")
        await stage.press(PATEL, card, "Put back")
        await stage.settled()

    back = [message.raw for message in stage.chat(GROUP) if "photo" in message.raw]
    assert file_ids(back) == file_ids(other)
    assert not any("Case 3" in text for text in stage.heard(PATEL))


async def test_an_album_whose_second_half_comes_after_a_restart_is_still_one_case(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        album = stage.world.album(JO, GROUP, count=2)
        await out_of_view(stage, album)
    album += stage.world.album(JO, GROUP, count=2, group=album[0]["media_group_id"])
    async with start_bot():
        await out_of_view(stage, album)
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert file_ids([one.raw for one in stage.chat(GROUP)]) == file_ids(album)
    assert not any("Case 2" in text for text in stage.heard(PATEL))


@pytest.mark.parametrize("rude_at", [0, 1, 2])
async def test_one_rude_caption_takes_the_harmless_files_of_its_album_out_too(
    stage: Stage, start_bot: StartBot, rude_at: int
) -> None:
    captions = ["the plan for the garden", "the costs of it", "and who helps"]
    captions[rude_at] = RUDE
    async with start_bot():
        album = stage.world.album(JO, GROUP, "document", captions=captions)
        await out_of_view(stage, album)
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    back = [one.raw for one in stage.chat(GROUP)]
    assert file_ids(back, "document") == file_ids(album, "document")
    assert all(one["caption"].endswith(words) for one, words in zip_longest(back, captions))


async def test_a_caption_that_weighs_more_than_the_pictures_before_it_makes_the_one_case_urgent(
    stage: Stage, start_bot: StartBot
) -> None:
    threat = "I will smash your face in tomorrow at the gate"
    async with start_bot():
        album = stage.world.album(JO, GROUP, captions=["", "", threat])
        await out_of_view(stage, album)
        await stage.told(PATEL, "URGENT: case 1")

    assert not any("Case 2" in text or "case 2" in text for text in stage.heard(PATEL))


async def test_in_observe_an_album_is_one_card_and_nothing_happens_in_the_group(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        album = stage.world.album(JO, GROUP, count=3)
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        assert all(stage.sees(number) for number in numbers(album))
        card = case_card(stage)
        await stage.press(PATEL, card, "Take it out")
        await out_of_view(stage, album)

    assert not any("Case 2" in text for text in stage.heard(PATEL))


async def test_an_edit_of_one_part_is_read_and_shown_on_the_same_card(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        album = stage.world.album(JO, GROUP, count=3, caption="our day")
        await stage.told(PATEL, "our day")
        await stage.settled()
        stage.world.edit(JO, GROUP, numbers(album)[0], "our sunny day")
        await stage.told(PATEL, "our sunny day")
        stage.world.touch(JO, GROUP, numbers(album)[1])
        await stage.settled()

    assert len([text for text in stage.heard(PATEL) if "Case" in text]) == 1


async def test_a_part_that_telegram_will_not_delete_keeps_no_other_in_view(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        album = stage.world.album(JO, GROUP, count=3)
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.world.chats[GROUP].messages[numbers(album)[0]].raw["date"] -= 49 * 3600
        await stage.press(PATEL, case_card(stage), "Take it out")
        await stage.told(PATEL, "can't be deleted")

    assert [stage.sees(number) for number in numbers(album)] == [True, False, False]
