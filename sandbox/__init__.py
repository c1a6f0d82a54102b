"""A pretend Telegram on this machine, for the demo and the tests."""

from sandbox.faults import Fault
from sandbox.refusal import NotPossible
from sandbox.server import TOKEN, Sandbox
from sandbox.world import World

__all__ = ["TOKEN", "Fault", "NotPossible", "Sandbox", "World"]
