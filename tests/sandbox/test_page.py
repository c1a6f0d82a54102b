"""The page shows what happens as it happens, and lets one act by mouse and by keyboard."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from sandbox import Sandbox, World
from sandbox.cast import GROUP, JO, LISA, PATEL, SAM
from tests.sandbox.conftest import Ask

pytestmark = pytest.mark.browser
expect.set_options(timeout=15_000)  # slow machines are not broken ones
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BUTTONS = {
    "inline_keyboard": [
        [
            {"text": "Put back", "callback_data": "approve:12"},
            {"text": "Keep hidden", "callback_data": "keep:12"},
        ]
    ]
}


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    """The page in a browser, with nothing to complain about in its console."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    complaints: list[str] = []
    async with async_playwright() as browsers:
        browser = await browsers.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        page = await browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(sandbox.url)
        await expect(page.get_by_role("heading", name="Pre-school parents")).to_be_visible()
        yield page
        await browser.close()
    assert [words for words in complaints if "400 (Bad Request)" not in words] == []


def column(page: Page, name: str) -> Locator:
    return page.locator(f"[data-column={name}]")


async def card(ask: Ask, chat: int = PATEL, text: str = "Case 12: hidden") -> dict[str, Any]:
    sent = await ask("sendMessage", chat_id=chat, text=text, reply_markup=BUTTONS)
    message: dict[str, Any] = sent["result"]
    return message


async def test_what_is_typed_in_the_group_is_said_there(page: Page, sandbox: Sandbox) -> None:
    await column(page, "group").get_by_label("Jo Marsh writes").fill("Good morning")
    await page.keyboard.press("Enter")

    messages = await sandbox.until(lambda: list(sandbox.world.chats[GROUP].messages.values()))
    assert (messages[0].sender, messages[0].text) == (JO, "Good morning")
    await expect(column(page, "group").get_by_role("log")).to_contain_text("Good morning")


async def test_a_message_that_is_taken_out_is_struck_and_says_so(page: Page, ask: Ask, world: World) -> None:
    posted = world.say(LISA, GROUP, "You are all useless")["message_id"]
    shown = column(page, "group").locator(".words", has_text="You are all useless")
    await expect(shown).to_be_visible()

    await ask("deleteMessage", chat_id=GROUP, message_id=posted)

    await expect(column(page, "group").locator(".gone")).to_contain_text(
        "taken out of view by Lollipop, 09:15"
    )
    await expect(shown).to_have_css("text-decoration-line", "line-through")


async def test_a_button_is_pressed_as_the_person_chosen_and_its_answer_shows(
    page: Page, ask: Ask, sandbox: Sandbox
) -> None:
    await card(ask)

    await column(page, "staff").get_by_role("button", name="Put back").click()

    press = await sandbox.until(lambda: next(iter(sandbox.world.presses.values()), None))
    assert (press.person, press.data) == (PATEL, "approve:12")
    await ask("answerCallbackQuery", callback_query_id=press.id, text="It is back in the group.")
    await expect(column(page, "staff").get_by_role("status")).to_have_text(
        "Lollipop: It is back in the group."
    )


async def test_a_button_can_be_pressed_from_the_keyboard(page: Page, ask: Ask, sandbox: Sandbox) -> None:
    await card(ask)
    await column(page, "staff").get_by_role("button", name="Keep hidden").focus()

    await page.keyboard.press("Enter")

    press = await sandbox.until(lambda: next(iter(sandbox.world.presses.values()), None))
    assert press.data == "keep:12"


async def test_each_private_chat_shows_its_own_persons_messages(page: Page, ask: Ask) -> None:
    await card(ask, PATEL, "For the manager")
    await card(ask, JO, "For Jo")

    await expect(column(page, "parent").get_by_role("log")).to_contain_text("For Jo")
    await expect(column(page, "parent").get_by_role("log")).not_to_contain_text("For the manager")
    await column(page, "parent").get_by_label("Whose").select_option(label="Mrs Patel")
    await expect(column(page, "parent").get_by_role("log")).to_contain_text("For the manager")


async def test_somebody_who_has_not_started_can(page: Page, sandbox: Sandbox) -> None:
    await column(page, "parent").get_by_label("Whose").select_option(label="Sam Reed")
    await expect(column(page, "parent")).to_contain_text("Sam Reed has not pressed Start yet")

    await column(page, "parent").get_by_role("button", name="Press Start").click()

    await sandbox.until(lambda: sandbox.world.people[SAM].started)
    await expect(column(page, "parent").get_by_label("Sam Reed writes")).to_be_visible()


async def test_what_is_not_possible_is_said_in_a_sentence(page: Page) -> None:
    await column(page, "group").get_by_role("button", name="Send").click()

    await expect(column(page, "group").get_by_role("status")).to_have_text("there are no words to send")


async def test_the_clock_is_turned_by_its_buttons(page: Page, sandbox: Sandbox) -> None:
    before = sandbox.world.now

    await page.get_by_role("button", name="+1 hour").click()
    await sandbox.until(lambda: sandbox.world.now == before + timedelta(hours=1))
    await expect(page.locator("#now")).to_contain_text("23 Nov 2026, 10:15")

    await page.get_by_role("button", name="Tomorrow 08:30").click()
    await expect(page.locator("#now")).to_contain_text("24 Nov 2026, 08:30")


async def test_a_reply_leads_to_what_it_answers(page: Page, world: World) -> None:
    posted = world.say(LISA, GROUP, "Is it non-uniform day?")["message_id"]
    world.say(JO, GROUP, "Yes", reply_to=posted)

    link = column(page, "group").get_by_role("link", name="In reply to Lisa Wood")
    await link.click()

    assert page.url.endswith(f"#group-{posted}")


async def test_words_are_shown_as_words_and_never_run(page: Page, world: World) -> None:
    world.say(JO, GROUP, "<img src=x onerror=alert(1)> 😀 see www.example.org")

    shown = column(page, "group").locator(".words")

    await expect(shown).to_have_text("<img src=x onerror=alert(1)> 😀 see www.example.org")
    await expect(shown.locator("u")).to_have_text("www.example.org")


async def test_one_can_edit_and_withdraw_what_one_wrote(page: Page, world: World, sandbox: Sandbox) -> None:
    posted = world.say(JO, GROUP, "Tomorow")["message_id"]
    group = column(page, "group")

    await group.get_by_role("button", name="Edit: Tomorow").click()
    await group.get_by_label("Jo Marsh writes").fill("Tomorrow")
    await group.get_by_role("button", name="Send").click()
    await sandbox.until(lambda: world.chats[GROUP].messages[posted].text == "Tomorrow")
    await group.get_by_role("button", name="Withdraw: Tomorrow").click()
    await sandbox.until(lambda: not world.chats[GROUP].messages[posted].visible)

    await expect(group.locator(".gone")).to_contain_text("withdrawn by Jo Marsh")


async def test_a_picture_is_sent_with_its_words(page: Page, sandbox: Sandbox) -> None:
    group = column(page, "group")

    await group.get_by_label("Jo Marsh writes").fill("Sports day")
    await group.get_by_label("What to send").select_option(label="A picture")
    await group.get_by_role("button", name="Send").click()

    posts = await sandbox.until(lambda: list(sandbox.world.chats[GROUP].messages.values()))
    assert "photo" in posts[0].raw
    assert posts[0].raw["caption"] == "Sports day"


async def test_a_file_is_sent_as_it_is(page: Page, sandbox: Sandbox) -> None:
    staff = column(page, "staff")

    await staff.get_by_label("What to send").select_option(label="A file…")
    await staff.get_by_label("Choose the file").set_input_files(
        {"name": "children.csv", "mimeType": "text/csv", "buffer": b"child_first_name\nMo\n"}
    )
    await staff.get_by_role("button", name="Send").click()

    posts = await sandbox.until(lambda: list(sandbox.world.chats[PATEL].messages.values()))
    document = posts[0].raw["document"]
    assert document["file_name"] == "children.csv"
    assert sandbox.world.files.get(document["file_id"]).content == b"child_first_name\nMo\n"


async def test_every_control_has_a_name(page: Page, ask: Ask, world: World) -> None:
    await card(ask)
    world.say(SAM, GROUP, "hello")
    await expect(column(page, "group").get_by_role("log")).to_contain_text("hello")

    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("button, select, textarea, input, [role=log], a")]
            .filter((one) => !(one.getAttribute("aria-label")
                               || one.tagName !== "SELECT" && one.textContent.trim()
                               || one.labels?.length && one.labels[0].textContent.trim()))
            .map((one) => one.outerHTML)"""
    )

    assert nameless == []


async def test_a_ready_made_message_is_sent_as_the_person_chosen(page: Page, sandbox: Sandbox) -> None:
    await page.get_by_role("button", name="Morning all!").click()

    posts = await sandbox.until(lambda: list(sandbox.world.chats[GROUP].messages.values()))
    assert (posts[0].sender, posts[0].text[:12]) == (JO, "Morning all!")


async def test_the_tabs_are_turned_by_the_arrow_keys(page: Page) -> None:
    await page.get_by_role("tab", name="Try it").focus()

    await page.keyboard.press("ArrowRight")

    await expect(page.get_by_role("tab", name="Why?")).to_be_focused()
    await expect(page.get_by_role("tabpanel")).to_contain_text("Press Why? under any message")


async def test_news_in_another_chat_is_pointed_out_and_opened(page: Page, ask: Ask) -> None:
    await card(ask, JO, "For Jo")
    await card(ask, PATEL, "For the manager")
    parent = column(page, "parent")
    await parent.get_by_label("Whose").select_option(label="Sam Reed")

    await card(ask, JO, "Once more for Jo")
    await parent.get_by_role("button", name="Jo Marsh").click()

    await expect(parent.get_by_role("log")).to_contain_text("Once more for Jo")
    await expect(parent.locator(".news")).to_be_hidden()


async def test_nothing_lies_outside_the_window_on_a_small_screen(page: Page, world: World) -> None:
    world.say(SAM, GROUP, "a" * 300)
    for width in (390, 800, 1100, 1440):
        await page.set_viewport_size({"width": width, "height": 800})
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
