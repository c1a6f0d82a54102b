"""A pretend Telegram on this machine, for the demo and the tests."""
