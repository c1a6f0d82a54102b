"""A second client, aiogram, which knows nothing of ours, finds the same Telegram here."""

from collections.abc import AsyncIterator, Awaitable

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    ChatPermissions,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    InputPollOption,
    LinkPreviewOptions,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)

from sandbox import Sandbox, World
from sandbox.cast import GROUP, JO, LISA, PATEL, SAM
from sandbox.methods import METHODS

ROW = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Put back", callback_data="approve:12")]]
)
NOBODY = 999_999


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session=session) as bot:
        yield bot


async def test_every_method_works_with_aiogram(client: Bot, world: World) -> None:
    await about_itself(client)
    await write_and_change(client, world)
    await send_files(client, world)
    await look_after_members(client, world)
    await client.leave_chat(GROUP)

    called = {call.method for call in world.calls}
    assert called == {*METHODS, "getUpdates"}
    assert [call for call in world.calls if not call.ok] == []


async def about_itself(bot: Bot) -> None:
    assert (await bot.get_me()).is_bot
    await bot.delete_webhook(drop_pending_updates=False)
    assert (await bot.get_webhook_info()).url == ""
    scope = BotCommandScopeChat(chat_id=PATEL)
    commands = [BotCommand(command="help", description="What I can do")]
    await bot.set_my_commands(commands, scope=scope)
    assert [one.command for one in await bot.get_my_commands(scope=scope)] == ["help"]
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == []


async def write_and_change(bot: Bot, world: World) -> None:
    posted = world.say(JO, GROUP, "Hello <everyone> 😀 @sam_reed")
    (update,) = await bot.get_updates(timeout=0, allowed_updates=["message", "callback_query"])
    assert update.message is not None and update.message.text == "Hello <everyone> 😀 @sam_reed"
    assert [entity.extract_from(update.message.text) for entity in update.message.entities or []] == [
        "@sam_reed"
    ]
    card = await bot.send_message(
        PATEL,
        "Case 12 <b>open</b>",
        parse_mode="HTML",
        reply_markup=ROW,
        protect_content=True,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert card.text == "Case 12 open"
    press = world.press(PATEL, PATEL, card.message_id, "Put back")
    assert press is not None
    (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=0)
    assert update.callback_query is not None and update.callback_query.data == "approve:12"
    await bot.answer_callback_query(update.callback_query.id, text="Done", show_alert=True)
    await bot.edit_message_text("Case 12 closed", chat_id=PATEL, message_id=card.message_id, reply_markup=ROW)
    await bot.edit_message_reply_markup(chat_id=PATEL, message_id=card.message_id, reply_markup=None)
    await bot.send_message(
        GROUP,
        "Hello",
        entities=[MessageEntity(type="bold", offset=0, length=5)],
        reply_parameters=ReplyParameters(message_id=posted["message_id"]),
    )
    await bot.forward_message(PATEL, GROUP, posted["message_id"])
    copied = await bot.copy_message(PATEL, GROUP, posted["message_id"])
    await bot.copy_messages(PATEL, GROUP, [posted["message_id"]])
    await bot.send_chat_action(GROUP, "typing")
    await bot.set_message_reaction(GROUP, posted["message_id"], [ReactionTypeEmoji(emoji="👍")])
    await bot.pin_chat_message(GROUP, posted["message_id"])
    await bot.unpin_chat_message(GROUP, message_id=posted["message_id"])
    await bot.delete_message(PATEL, copied.message_id)
    await bot.delete_messages(GROUP, [posted["message_id"], 999])
    assert not world.chats[GROUP].messages[posted["message_id"]].visible


async def send_files(bot: Bot, world: World) -> None:
    photo = world.post(JO, GROUP, "photo")["photo"][-1]["file_id"]
    video = world.post(JO, GROUP, "video")["video"]["file_id"]
    sent = await bot.send_photo(PATEL, photo, caption="A picture", has_spoiler=True, reply_markup=ROW)
    assert sent.photo and sent.caption == "A picture"
    await bot.edit_message_caption(chat_id=PATEL, message_id=sent.message_id, caption="Words removed")
    await bot.send_video(PATEL, video)
    await bot.send_animation(PATEL, world.post(JO, GROUP, "animation")["animation"]["file_id"])
    await bot.send_voice(PATEL, world.post(JO, GROUP, "voice")["voice"]["file_id"])
    await bot.send_audio(PATEL, world.post(JO, GROUP, "audio")["audio"]["file_id"])
    await bot.send_video_note(PATEL, world.post(JO, GROUP, "video_note")["video_note"]["file_id"])
    await bot.send_sticker(PATEL, world.post(JO, GROUP, "sticker")["sticker"]["file_id"])
    made = BufferedInputFile(b"a,b\n1,2\n", filename="export.csv")
    document = (await bot.send_document(PATEL, made, caption="An export")).document
    assert document is not None and document.file_name == "export.csv"
    file = await bot.get_file(document.file_id)
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None and content.read() == b"a,b\n1,2\n"
    pair = await bot.send_media_group(
        PATEL, [InputMediaPhoto(media=photo, caption="Two"), InputMediaVideo(media=video)]
    )
    assert pair[0].media_group_id == pair[1].media_group_id is not None
    await bot.send_media_group(
        PATEL,
        [InputMediaPhoto(media=BufferedInputFile(name, filename="a.jpg")) for name in (b"one", b"two")],
    )
    await bot.send_contact(PATEL, "+447700900123", "Grandma")
    await bot.send_location(PATEL, 51.5, -0.1)
    await bot.send_venue(PATEL, 51.5, -0.1, "The park", "Park Road")
    await bot.send_poll(PATEL, "Coming?", [InputPollOption(text="Yes"), InputPollOption(text="No")])


async def look_after_members(bot: Bot, world: World) -> None:
    assert (await bot.get_chat(GROUP)).title == "Pre-school parents"
    await bot.get_chat(PATEL)
    assert (await bot.get_chat_member(GROUP, SAM)).status == "member"
    assert {one.user.id for one in await bot.get_chat_administrators(GROUP)} == {PATEL, world.bot_id}
    assert await bot.get_chat_member_count(GROUP) == 8
    await bot.restrict_chat_member(GROUP, SAM, ChatPermissions(can_send_messages=False))
    await bot.restrict_chat_member(GROUP, SAM, ChatPermissions(can_send_messages=True))
    await bot.ban_chat_member(GROUP, SAM)
    await bot.unban_chat_member(GROUP, SAM, only_if_banned=True)
    link = await bot.create_chat_invite_link(GROUP, name="Parents", creates_join_request=True)
    world.ask_to_join(SAM, GROUP, bio="Ella's dad", link=link.invite_link)
    await bot.approve_chat_join_request(GROUP, SAM)
    world.leave(LISA, GROUP)
    world.ask_to_join(LISA, GROUP)
    await bot.decline_chat_join_request(GROUP, LISA)
    await bot.revoke_chat_invite_link(GROUP, link.invite_link)


async def refused(asked: Awaitable[object], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        await asked


async def test_refusals_are_understood_as_telegrams(client: Bot, sandbox: Sandbox, world: World) -> None:
    """Each comes as the exception aiogram keeps for what Telegram says in such a case."""
    old = world.say(JO, GROUP, "Hello")["message_id"]
    world.block(JO)
    await refused(client.send_message(JO, "Hi"), TelegramForbiddenError, "blocked by the user")
    await refused(client.send_message(NOBODY, "Hi"), TelegramBadRequest, "chat not found")
    await refused(client.delete_message(GROUP, old + 50), TelegramBadRequest, "message to delete not found")
    sandbox.fault("429", times=1, seconds=7)
    with pytest.raises(TelegramRetryAfter) as told:
        await client.send_message(GROUP, "Hi")
    assert told.value.retry_after == 7


async def test_a_wrong_token_is_refused(sandbox: Sandbox) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot("1:not-the-token", session=session) as stranger:
        await refused(stranger.get_me(), TelegramUnauthorizedError, "Unauthorized")
