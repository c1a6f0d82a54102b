"""Edits are read again, and what goes back into the group is whole: long posts, pictures, captions."""

import pytest

from sandbox.cast import GROUP, JO, PATEL
from sandbox.files import fields
from tests.scenarios.conftest import RUDE, SHARP, Stage, StartBot, case_card

PAGE = "https://example.org/page"
CALM = "It was lovely to see you all at the park"


def long(words: str, length: int) -> str:
    """Words that fill a message to the last character, no two of them alike."""
    letters = "abcdefghijklmnopqrst"
    text = words + "".join(f" w{one}{two}{three}" for one in letters for two in letters for three in letters)
    return text[: length - 1] + "."


async def test_an_edit_that_makes_a_harmless_post_rude_is_hidden(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, CALM)
        await stage.settled()
        stage.world.edit(JO, GROUP, post, RUDE)
        await stage.gone(post)
        assert RUDE in (await stage.told(PATEL, "Case 1")).text


async def test_an_edit_that_changes_nothing_opens_no_second_case(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, "Case 1")
        stage.world.touch(JO, GROUP, post)
        await stage.settled()

    assert len(stage.heard(PATEL)) == 1


async def test_an_edit_that_brings_new_words_is_judged_by_itself(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, "Case 1")
        stage.world.edit(JO, GROUP, post, RUDE)
        await stage.gone(post)
        assert RUDE in (await stage.told(PATEL, "Case 2")).text


@pytest.mark.parametrize("length", [4000, 4096])
async def test_a_long_post_goes_back_whole_in_as_many_messages_as_it_takes(
    stage: Stage, start_bot: StartBot, length: int
) -> None:
    words = long(RUDE, length)
    async with start_bot():
        await stage.gone(stage.say(JO, words))
        await stage.settled()
        told = " ".join(text.strip() for text in stage.heard(JO))
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert " ".join(" ".join(stage.group()).split()).endswith(words)
    assert "".join(words.split()) in "".join(told.split()), "the poster gets all their words too"


async def test_a_picture_is_held_and_goes_back_with_its_caption(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        raw = stage.world.post(JO, GROUP, "photo", caption="our sandcastle")
        await stage.gone(int(raw["message_id"]))
        card = await stage.told(PATEL, "waits for your yes")
        assert "our sandcastle" in card.text
        await stage.settled()
        await stage.press(PATEL, card, "Put back")
        await stage.settled()

    (restored,) = stage.chat(GROUP)
    assert restored.raw["photo"][-1]["file_id"] == raw["photo"][-1]["file_id"]
    assert restored.text.startswith("From Jo Marsh, ") and restored.text.endswith("\nour sandcastle")


async def test_a_long_caption_goes_back_whole(stage: Stage, start_bot: StartBot) -> None:
    caption = long("our sandcastle", 1024)
    async with start_bot():
        await stage.gone(int(stage.world.post(JO, GROUP, "photo", caption=caption)["message_id"]))
        await stage.told(PATEL, "waits for your yes")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert " ".join(" ".join(stage.group()).split()).endswith(caption)


@pytest.mark.parametrize("kind", ["video", "animation", "video_note", "document"])
async def test_every_kind_of_film_is_held_and_goes_back_as_it_came(
    stage: Stage, start_bot: StartBot, kind: str
) -> None:
    details = {"mime_type": "image/jpeg"} if kind == "document" else {}
    async with start_bot():
        raw = stage.world.post(JO, GROUP, kind, details=details)
        await stage.gone(int(raw["message_id"]))
        await stage.told(PATEL, "waits for your yes")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert any(raw[kind]["file_id"] == one.raw.get(kind, {}).get("file_id") for one in stage.chat(GROUP))
    assert any("Jo Marsh" in text for text in stage.group())


async def test_an_edit_that_mends_a_post_shows_on_its_card(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.world.edit(JO, GROUP, post, CALM)
        card = await stage.told(PATEL, "nothing is found in it any more")

    assert CALM in card.text and SHARP not in card.text
    assert len(stage.heard(PATEL)) == 1


async def test_what_was_a_link_or_hidden_from_the_eye_is_so_again_when_it_goes_back(
    stage: Stage, start_bot: StartBot
) -> None:
    text = f"🚗 see here: {RUDE}"
    link = {"type": "text_link", "offset": 3, "length": 8, "url": PAGE}
    spoiler = {"type": "spoiler", "offset": 13, "length": 7}
    async with start_bot():
        raw = stage.world.strange(JO, GROUP, {"text": text, "entities": [link, spoiler]})
        await stage.gone(int(raw["message_id"]))
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    (back,) = [one for one in stage.chat(GROUP) if RUDE in one.text]
    units = back.text.encode("utf-16-le")
    marked = {one["type"]: units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
              for one in back.raw["entities"]}  # fmt: skip
    assert marked == {"text_link": "see here", "spoiler": "whoever"}


async def test_a_long_captions_links_are_in_the_message_their_words_are_in(
    stage: Stage, start_bot: StartBot
) -> None:
    caption = long("our sandcastle", 1010) + " the page"
    link = {"type": "text_link", "offset": len(caption) - 4, "length": 4, "url": PAGE}
    async with start_bot():
        photo = fields(stage.world.files.add("photo"))
        raw = stage.world.strange(JO, GROUP, photo | {"caption": caption, "caption_entities": [link]})
        await stage.gone(int(raw["message_id"]))
        card = await stage.told(PATEL, "our sandcastle")
        await stage.settled()
        await stage.press(PATEL, card, "Put back")
        await stage.settled()

    rest = stage.chat(GROUP)[-1]
    (marked,) = rest.raw["entities"]
    assert rest.text[marked["offset"] : marked["offset"] + marked["length"]] == "page"
