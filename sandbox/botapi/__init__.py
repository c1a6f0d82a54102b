"""The published description of Telegram's Bot API, and the script that keeps our copy of it small."""
