"""The bot's memory: one file, opened once, with one part for each thing it remembers."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from bot.store.albums import Albums
from bot.store.appeals import Appeals
from bot.store.bundles import Bundles
from bot.store.carers import Carers
from bot.store.cases import Cases
from bot.store.children import Children
from bot.store.closures import Closures
from bot.store.covers import Covers
from bot.store.echoes import Echoes
from bot.store.effects import Effects
from bot.store.errors import StoreError
from bot.store.file import BROKEN, copy_to, empty_wal, number, open_existing, open_file, read, transaction
from bot.store.inbox import Inbox
from bot.store.joiners import Joiners
from bot.store.keys import Keys, make_key, read_key
from bot.store.log import Log
from bot.store.members import Members
from bot.store.numbers import Numbers
from bot.store.passes import Passes
from bot.store.pending import PendingActs
from bot.store.queries import Queries
from bot.store.removals import Removals
from bot.store.reports import Reports
from bot.store.roles import Roles
from bot.store.roster_version import version as roster_version
from bot.store.sealed import Sealed
from bot.store.sent import Sent
from bot.store.settings import Settings
from bot.store.staff import Staff
from bot.store.subjects import Subjects
from bot.store.takedowns import Takedowns
from bot.store.usernames import Usernames
from moderation.roster import Roster

QUERY_DAYS = 30  # the words of a question are kept so long after its end (decision 17)
PENDING_DAYS = 400  # a press more than a year old is still answered with what became of the act


@dataclass(frozen=True)
class Tidied:
    """What one round of tidying let go of; `retired` are cases whose sent words must now be taken out."""

    retired: tuple[int, ...]
    updates: int
    effects: int
    cases: int
    sent: int
    scrubbed: bool


class Store:
    """Belongs to the thread that opened it. Writes outside `transaction()` commit by themselves."""

    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self.keys = keys
        self.numbers = Numbers(db)
        self.sealed = Sealed(db, keys)
        self.inbox = Inbox(db, keys)
        self.cases = Cases(db, self.numbers, self.sealed)
        self.queries = Queries(db, self.numbers, self.sealed)
        self.closures = Closures(db, keys)
        self.albums = Albums(db, keys)
        self.echoes = Echoes(db, keys)
        self.passes = Passes(db, keys)
        self.effects = Effects(db)
        self.sent = Sent(db)
        self.log = Log(db, keys, self.sealed)
        self.members = Members(db)
        self.roles = Roles(db)
        self.covers = Covers(db)
        self.reports = Reports(db)
        self.bundles = Bundles(db)
        self.subjects = Subjects(db)
        self.settings = Settings(db)
        self.pending = PendingActs(db, self.numbers)
        self.children = Children(db, keys)
        self.carers = Carers(db, keys)
        self.staff = Staff(db, keys)
        self.removals = Removals(db, self.numbers)
        self.joiners = Joiners(db, self.numbers)
        self._roster: tuple[str, Roster] = ("", Roster())
        self.takedowns = Takedowns(db)
        self.usernames = Usernames(db, keys)
        self.appeals = Appeals(db)

    @classmethod
    def open(cls, path: Path, key_file: Path, *, check_same_thread: bool = True) -> Self:
        """Opens, or makes, the file and its key. Raises StoreError with one sentence."""
        db = open_file(path, check_same_thread=check_same_thread)
        try:
            return cls(db, match_key(db, path, key_file))
        except BaseException:
            db.close()
            raise

    @classmethod
    def look(cls, path: Path, key_file: Path) -> Self:
        """Opens what is there only to read it, beside a running bot too; neither file is made or changed.
        Raises StoreError with one sentence."""
        db = open_existing(path)
        try:
            return cls(db, known_key(db, path, key_file))
        except BaseException as error:
            db.close()
            if isinstance(error, BROKEN):
                raise StoreError(f"The database {path} cannot be read: {error}.") from error
            raise

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing: commits at its end, takes everything back when an exception leaves it."""
        return transaction(self._db)

    @property
    def roster(self) -> Roster:
        """Everybody on the roster, read again only after a change, be it by another program."""
        newest = roster_version(self._db)
        if newest != self._roster[0]:
            families = tuple(self.children.all()), tuple(self.carers.all())
            self._roster = newest, Roster(*families, tuple(self.staff.all()))
        return self._roster[1]

    def tidy(self, now: datetime, *, hidden_days: int = 30, case_months: int = 36) -> Tidied:
        """Lets go of everything whose time is over. Not inside a transaction."""
        with self.transaction():
            retired = tuple(self.cases.retire(now, hidden_days=hidden_days))
            cases = self.cases.forget(now, case_months=case_months)
            updates = self.inbox.purge(now)
            self.albums.purge(now)
            self.passes.purge(now)
            self.bundles.purge()
            self.subjects.purge()
            self.reports.purge(now)
            self.covers.purge(now)
            effects = self.effects.purge(now)
            sent = self.sent.purge(now)
            for number in self.pending.with_names(now - timedelta(days=hidden_days)):
                self.sealed.destroy(number)
            self.pending.forget(now - timedelta(days=PENDING_DAYS))
            self.queries.retire(now - timedelta(days=QUERY_DAYS), now)
            self.queries.forget(now - timedelta(days=round(case_months * 365.25 / 12)))
        return Tidied(retired, updates, effects, cases, sent, self.scrub())

    def redirect(self, old_chat: int, new_chat: int) -> None:
        """The group has become a supergroup: cases and waiting effects go by its new id."""
        with self.transaction():
            self.cases.redirect(old_chat, new_chat)
            self.effects.redirect(old_chat, new_chat)

    def backup(self, path: Path) -> None:
        """A whole copy, sealed as the original is. Raises StoreError where `path` exists.
        Not inside a transaction."""
        copy_to(self._db, path)

    def scrub(self) -> bool:
        """Leaves no trace of what was handled in the -wal file; False while another reader is in the way."""
        return empty_wal(self._db)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def match_key(db: Database, path: Path, key_file: Path) -> Keys:
    """The key this file was sealed with; a new one only for a file in which nothing is sealed yet."""
    if in_use(db):
        return known_key(db, path, key_file)
    keys = read_key(key_file) or make_key(key_file)
    db.execute("INSERT OR REPLACE INTO fingerprint (id, value) VALUES (1, ?)", [keys.fingerprint])
    return keys


def known_key(db: Database, path: Path, key_file: Path) -> Keys:
    """The key this file was sealed with and no other. Raises StoreError where it is missing or wrong."""
    known = read(db, "SELECT value FROM fingerprint")
    keys = read_key(key_file)
    if keys is None or not known or keys.fingerprint != known[0]["value"]:
        problem = "is missing" if keys is None else "is not the one"
        raise StoreError(f"The key file {key_file} {problem} that the database {path} was sealed with.")
    return keys


def in_use(db: Database) -> bool:
    """Whether anything in the file needs its key."""
    return any(
        number(db, f"SELECT EXISTS (SELECT 1 FROM {table})")  # noqa: S608 - our own names
        for table in ("sealed", "log", "inbox", "cases", "children", "staff")
    )
