"""Does what was decided: Telegram, the database, the clock."""
