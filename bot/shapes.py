"""What Telegram calls things: tables over the fields of its messages, and nothing that acts on them."""

from moderation.post import Media
from moderation.text import listed

# The first that is found names the post; pictures and films come first, since they are held.
PICTURES = {
    "photo": Media.PHOTO,
    "live_photo": Media.PHOTO,
    "paid_media": Media.PHOTO,
    "new_chat_photo": Media.PHOTO,
    "animation": Media.ANIMATION,
    "video": Media.VIDEO,
    "video_note": Media.VIDEO_NOTE,
}
OTHERS = {
    "contact": Media.CONTACT,
    "voice": Media.VOICE,
    "voice_note": Media.VOICE,
    "audio": Media.AUDIO,
    "venue": Media.VENUE,
    "location": Media.LOCATION,
    "document": Media.DOCUMENT,
    "sticker": Media.STICKER,
    "dice": Media.STICKER,
    "poll": Media.POLL,
    "checklist": Media.CHECKLIST,
}
MEDIA = PICTURES | OTHERS
PICTURE_MIME = ("image/", "video/")
PICTURE_ENDINGS = listed("""
    .jpg .jpeg .jpe .png .gif .heic .heif .webp .avif .bmp .tif .tiff .svg .mp4 .m4v .mov .avi .mkv .webm
""")

# What a message says about itself: no words of the sender's, nothing to judge.
FRAME = frozenset(
    listed("""
    message_id message_thread_id date edit_date chat from sender_chat sender_boost_count
    sender_business_bot guest_query_id guest_bot_caller_user guest_bot_caller_chat media_group_id
    has_protected_content is_from_offline is_topic_message is_automatic_forward effect_id
    show_caption_above_media has_media_spoiler paid_star_count is_paid_post reply_to_message
    reply_to_checklist_task_id reply_to_poll_option_id forward_date business_connection_id
    direct_messages_topic suggested_post_info
    """)
)

# What carries words or addresses beside the media.
WORDED = frozenset(
    listed("""
    text entities caption caption_entities rich_message link_preview_options sender_tag author_signature
    via_bot reply_markup forward_origin external_reply quote reply_to_story new_chat_title
    forum_topic_created forum_topic_edited poll_option_added checklist_tasks_added
    """)
)

# News from Telegram itself, such as "Jo joined": names and numbers, and nothing that somebody wrote.
NEWS = frozenset(
    listed("""
    new_chat_members left_chat_member chat_owner_left chat_owner_changed delete_chat_photo
    group_chat_created supergroup_chat_created channel_chat_created message_auto_delete_timer_changed
    migrate_to_chat_id migrate_from_chat_id pinned_message successful_payment refunded_payment
    users_shared chat_shared connected_website write_access_allowed passport_data
    proximity_alert_triggered boost_added checklist_tasks_done poll_option_deleted giveaway_created
    giveaway_completed managed_bot_created forum_topic_closed forum_topic_reopened
    general_forum_topic_hidden general_forum_topic_unhidden video_chat_scheduled video_chat_started
    video_chat_ended video_chat_participants_invited direct_message_price_changed
    paid_message_price_changed community_chat_joined
    """)
)

# Keys inside a message whose strings are machine words, not a member's.
MACHINE = frozenset(
    listed("""
    file_id file_unique_id file_path mime_type codec type id custom_emoji_id icon_custom_emoji_id
    language_code username inline_message_id callback_data small_file_id big_file_id user_id persistent_id
    option_persistent_id owned_gift_id date_time_format currency country_codes start_parameter point
    foursquare_id foursquare_type google_place_id google_place_type style align valign
    """)
)

# Entities that keep their meaning when a bot sends the words again.
MARKS = frozenset(
    listed("""
    bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link
    """)
)

# Other people's names, which the poster has not written.
PEOPLE = frozenset(
    listed("""
    user users added_by_user added_by_chat completed_by_user completed_by_chat winners sender_user_id
    """)
)

# A message that this one is about: read when it was new, and somebody else's.
OTHER_MESSAGES = frozenset(
    listed("""
    reply_to_message poll_message checklist_message pinned_message giveaway_message suggested_post_message
    """)
)

# Where a string stood, as [where] in texts.toml names it; the innermost that is known here counts.
WHERE = {
    "entities": "text",
    "caption_entities": "caption",
    "rich_message": "text",
    "poll": "poll",
    "options": "option",
    "poll_option_added": "option",
    "explanation": "poll",
    "checklist": "checklist",
    "tasks": "task",
    "contact": "contact",
    "venue": "place",
    "location": "place",
    "file_name": "file_name",
    "audio": "sound",
    "sticker": "sticker",
    "dice": "sticker",
    "forward_origin": "forward",
    "reply_markup": "button",
    "sender_tag": "tag",
    "author_signature": "tag",
    "via_bot": "via",
    "external_reply": "other_chat",
    "quote": "other_chat",
    "reply_to_story": "other_chat",
    "link_preview_options": "link",
    "new_chat_title": "title",
    "forum_topic_created": "topic",
    "forum_topic_edited": "topic",
}

# Accounts that many share: whoever speaks through them is not the account (telegram.md section 5).
GROUP_ANONYMOUS_BOT, CHANNEL_BOT, TELEGRAM = 1087968824, 136817688, 777000
SHARED = frozenset({GROUP_ANONYMOUS_BOT, CHANNEL_BOT, TELEGRAM})
