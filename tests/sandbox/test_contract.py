"""Every method, called the way python-telegram-bot calls it, answers as Telegram publishes it."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ChatPermissions,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)

from sandbox import World
from sandbox.cast import GROUP, JO, LISA, PATEL, SAM
from sandbox.methods import METHODS

ROW = InlineKeyboardMarkup([[InlineKeyboardButton("Put back", callback_data="approve:12")]])


async def test_every_method_works_with_python_telegram_bot(bot: Bot, world: World) -> None:
    await about_itself(bot, world)
    await write_and_change(bot, world)
    await send_files(bot, world)
    await look_after_members(bot, world)
    await bot.leave_chat(GROUP)

    called = {call.method for call in world.calls}
    assert called == {*METHODS, "getUpdates"}
    assert [call for call in world.calls if not call.ok] == []


async def about_itself(bot: Bot, world: World) -> None:
    await bot.get_me()
    await bot.delete_webhook(drop_pending_updates=False)
    await bot.get_webhook_info()
    scope = BotCommandScopeChat(PATEL)
    commands = [BotCommand("help", "What I can do")]
    await bot.set_my_commands(commands, scope=scope)
    assert await bot.get_my_commands(scope=scope) == tuple(commands)
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == ()
    await bot.get_updates(timeout=0, allowed_updates=["message", "callback_query"])


async def write_and_change(bot: Bot, world: World) -> None:
    posted = world.say(JO, GROUP, "Hello everyone")
    card = await bot.send_message(
        PATEL,
        "Case 12 <b>open</b>",
        parse_mode="HTML",
        reply_markup=ROW,
        protect_content=True,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    press = world.press(PATEL, PATEL, card.message_id, "Put back")
    assert press is not None
    await bot.answer_callback_query(press.id, "Done", show_alert=True)
    await bot.edit_message_text("Case 12 closed", PATEL, card.message_id, reply_markup=ROW)
    await bot.edit_message_reply_markup(PATEL, card.message_id, reply_markup=None)
    bold = [MessageEntity("bold", 0, 5)]
    await bot.send_message(
        GROUP, "Hello", entities=bold, reply_parameters=ReplyParameters(posted["message_id"])
    )
    await bot.forward_message(PATEL, GROUP, posted["message_id"])
    copied = await bot.copy_message(PATEL, GROUP, posted["message_id"])
    await bot.copy_messages(PATEL, GROUP, [posted["message_id"]])
    await bot.send_chat_action(GROUP, "typing")
    await bot.set_message_reaction(GROUP, posted["message_id"], "👍")
    await bot.pin_chat_message(GROUP, posted["message_id"])
    await bot.unpin_chat_message(GROUP, posted["message_id"])
    await bot.delete_message(PATEL, copied.message_id)
    await bot.delete_messages(GROUP, [posted["message_id"], 999])


async def send_files(bot: Bot, world: World) -> None:
    photo = world.post(JO, GROUP, "photo")["photo"][-1]["file_id"]
    video = world.post(JO, GROUP, "video")["video"]["file_id"]
    sent = await bot.send_photo(PATEL, photo, caption="A picture", has_spoiler=True, reply_markup=ROW)
    await bot.edit_message_caption(PATEL, sent.message_id, caption="Words removed")
    await bot.send_video(PATEL, video)
    await bot.send_animation(PATEL, world.post(JO, GROUP, "animation")["animation"]["file_id"])
    await bot.send_voice(PATEL, world.post(JO, GROUP, "voice")["voice"]["file_id"])
    await bot.send_audio(PATEL, world.post(JO, GROUP, "audio")["audio"]["file_id"])
    await bot.send_video_note(PATEL, world.post(JO, GROUP, "video_note")["video_note"]["file_id"])
    await bot.send_sticker(PATEL, world.post(JO, GROUP, "sticker")["sticker"]["file_id"])
    document = await bot.send_document(PATEL, b"a,b\n1,2\n", filename="export.csv", caption="An export")
    assert document.document is not None
    file = await bot.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b\n1,2\n"
    await bot.send_media_group(PATEL, [InputMediaPhoto(photo, caption="Two"), InputMediaVideo(video)])
    await bot.send_media_group(PATEL, [InputMediaPhoto(b"one"), InputMediaPhoto(b"two")])
    await bot.send_contact(PATEL, "+447700900123", "Grandma")
    await bot.send_location(PATEL, 51.5, -0.1)
    await bot.send_venue(PATEL, 51.5, -0.1, "The park", "Park Road")
    await bot.send_poll(PATEL, "Coming?", ["Yes", "No"])


async def look_after_members(bot: Bot, world: World) -> None:
    chat = await bot.get_chat(GROUP)
    assert chat.title == "Pre-school parents"
    await bot.get_chat(PATEL)
    assert (await bot.get_chat_member(GROUP, SAM)).status == "member"
    assert {one.user.id for one in await bot.get_chat_administrators(GROUP)} == {PATEL, world.bot_id}
    assert await bot.get_chat_member_count(GROUP) == 8
    await bot.restrict_chat_member(GROUP, SAM, ChatPermissions.no_permissions())
    await bot.restrict_chat_member(GROUP, SAM, ChatPermissions.all_permissions())
    await bot.ban_chat_member(GROUP, SAM)
    await bot.unban_chat_member(GROUP, SAM, only_if_banned=True)
    link = await bot.create_chat_invite_link(GROUP, name="Parents", creates_join_request=True)
    world.ask_to_join(SAM, GROUP, bio="Ella's dad", link=link.invite_link)
    await bot.approve_chat_join_request(GROUP, SAM)
    world.leave(LISA, GROUP)
    world.ask_to_join(LISA, GROUP)
    await bot.decline_chat_join_request(GROUP, LISA)
    await bot.revoke_chat_invite_link(GROUP, link.invite_link)
