"""The bot's memory: one SQLite file, one module a table; rows become frozen values at the door."""

from bot.store.errors import StoreError
from bot.store.store import Store

__all__ = ["Store", "StoreError"]
