"""The same line on stock python-telegram-bot: judged the same, done at once, nothing written down.

Written as its documentation shows: polling, one function for posts and one for presses. Judging, who is told
and what can be put back are Lollipop's; what is missing is the inbox, the outbox and the trying again.
`benchmarks.kill` runs it; by itself it is of no use.
"""

import asyncio
import logging
import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from benchmarks.stage import Judge

Context = ContextTypes.DEFAULT_TYPE
GROUP = int(os.environ["GROUP_CHAT_ID"])
MANAGER = int(os.environ["MANAGER_IDS"])
LEADS = (MANAGER, int(os.environ["DEPUTY_IDS"]), int(os.environ["DSL_IDS"]))
JUDGE = Judge()


async def read(update: Update, context: Context) -> None:
    """A post in the group: deleted when it is bad, its author told, the manager or the leads shown."""
    post = update.effective_message
    assert post is not None
    assert post.from_user is not None
    action = JUDGE.action(post.text or "")
    if action not in ("hide", "hold", "urgent"):
        return
    help_or_reason = (
        "If a child is in danger, call 999." if action == "urgent" else "Your post is out of view:"
    )
    button = InlineKeyboardButton("Put back", callback_data=f"approve:{post.message_id}")
    card = f"{action}\n{post.from_user.full_name}\n{post.text}"
    people = LEADS if action == "urgent" else (MANAGER,)
    await asyncio.gather(
        post.delete(),
        *(
            context.bot.send_message(one, card, reply_markup=InlineKeyboardMarkup([[button]]))
            for one in people
        ),
        context.bot.send_message(post.from_user.id, f"{help_or_reason}\n\n{post.text}"),
        return_exceptions=True,  # what fails must not keep the others from being tried
    )


async def put_back(update: Update, context: Context) -> None:
    """A press: the post goes back with its author's name, once as far as this program remembers."""
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    back = context.bot_data.setdefault("back", set())
    if query.data not in back:
        back.add(query.data)
        _, _, post = (query.message.text or "").partition("\n")
        await context.bot.send_message(GROUP, post)
        await query.edit_message_reply_markup(None)
    await query.answer()


def main() -> None:
    logging.disable()
    root = os.environ["TELEGRAM_API_URL"]
    application = (
        Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(f"{root}/bot").build()
    )
    application.add_handler(MessageHandler(filters.Chat(GROUP) & filters.TEXT, read))
    application.add_handler(CallbackQueryHandler(put_back))
    application.run_polling(bootstrap_retries=-1)


if __name__ == "__main__":
    main()
