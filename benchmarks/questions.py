"""Five years of questions to the setting: python -m benchmarks.questions [--questions N] [--seed N]

The bot's own reminders run on its own database through years of questions, while days are closed at short
notice, the bot is down, Telegram is out of reach, answers of Telegram's are lost and transactions break. A
second, slow calendar, written apart from the bot's, then says who should have heard of what and when.
"""

import argparse
import heapq
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import queries
from bot.desk import Desk
from bot.reading import Posting
from bot.reminders import LAST_LOOK, draw, remind
from bot.settings import Settings
from bot.store import Store
from bot.store.closures import Closure
from bot.store.effects import EffectRow
from moderation.policy import load_policy
from moderation.post import Author, Post, Role
from moderation.query import QueryMove

LONDON = ZoneInfo("Europe/London")
GROUP, MANAGER, DEPUTY, CHAIR = -1001, 11, 12, 14
START = datetime(2026, 9, 1, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TOLERANCE = 5 * MINUTE  # for a tick and a try again
LATE = 15 * MINUTE
TICK = timedelta(seconds=30)
SLOTS = (time(8, 30), time(14), time(18))
SEEN = (time(7), *SLOTS)


Spells = list[tuple[datetime, datetime]]


class Broken(Exception):
    """The power went in the middle of a transaction."""


@dataclass
class Life:
    """One stretch in which a question is open: asked (or asked again), taken on, answered."""

    number: int
    since: datetime
    known: datetime  # when the bot learnt of it
    due: date
    held: datetime | None = None
    holder: int = DEPUTY
    ended: datetime | None = None

    def is_open(self, moment: datetime) -> bool:
        return self.known <= moment and (self.ended is None or self.ended > moment)


@dataclass(frozen=True)
class Heard:
    """One reminder that somebody read."""

    person: int
    at: datetime
    numbers: frozenset[int]
    late: bool
    again: bool  # the same once more, since Telegram's answer was lost


@dataclass
class Told:
    """What happened, by the record that the slow calendar is held against."""

    lives: list[Life] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    closures: list[tuple[datetime, Closure]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


# --- what happens -----------------------------------------------------------------------------------


def spells(rng: random.Random, days: int, a_year: float, shortest: timedelta, longest: timedelta) -> Spells:
    """Stretches of trouble, none over another."""
    found: list[tuple[datetime, datetime]] = []
    moment = START
    while moment < START + days * DAY:
        moment += rng.expovariate(a_year / 365) * DAY
        length = shortest + (longest - shortest) * rng.random() ** 4
        found.append((moment, moment + length))
        moment += length
    return found


def over(moment: datetime, trouble: Spells) -> datetime:
    """This moment, or the end of the trouble it falls into."""
    return next((last for first, last in trouble if first <= moment < last), moment)


class Play:
    """Everything that happens, in order, on the bot's own database."""

    def __init__(self, desk: Desk, rng: random.Random, *, questions: int, days: int) -> None:
        self.desk, self.rng, self.told = desk, rng, Told()
        self.down = spells(rng, days, 40, 5 * MINUTE, 4 * DAY)
        self.cut_off = spells(rng, days, 40, MINUTE, DAY / 2)
        self.now = START
        self.queue: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self.order = count()
        self.lives: dict[int, Life] = {}
        self.tried: set[int] = set()  # effects whose answer was lost once
        for _ in range(questions):
            self.plan(START + rng.random() * days * DAY, self.ask)
        for _ in range(round(days / 365 * 14)):
            self.plan(START + rng.random() * days * DAY, self.close)
        for number in range(days + 14):
            for clock in SEEN:
                day = START.date() + number * DAY
                self.at(over(datetime.combine(day, clock, LONDON).astimezone(UTC), self.down), self.nothing)
        for _, back in self.down:
            self.at(back, self.nothing)

    def plan(self, moment: datetime, act: Callable[[datetime], None]) -> None:
        """Somebody does something; the bot reads it when it is up."""
        self.at(over(moment, self.down), lambda known: act(moment) if act == self.ask else act(known))

    def at(self, moment: datetime, act: Callable[[datetime], None]) -> None:
        heapq.heappush(self.queue, (moment, next(self.order), act))

    def run(self) -> Told:
        while self.queue:
            moment, _, act = heapq.heappop(self.queue)
            self.look_until(max(self.now, moment))
            self.safely(lambda act=act, moment=moment: act(moment))  # type: ignore[misc]
            for _ in range(2):
                self.safely(lambda: remind(self.here))
                self.deliver()
                self.now += TICK
        return self.told

    def look_until(self, moment: datetime) -> None:
        """The bot, where it is up, has looked at what is due every half minute; nothing was."""
        back = max((last for _, last in self.down if last <= moment), default=START)
        if back <= self.now:
            looked = (moment - TICK).isoformat()
            self.desk.store.settings.set(LAST_LOOK, looked)
        self.now = moment

    @property
    def here(self) -> Desk:
        return replace(self.desk, now=self.now)

    def safely(self, act: Callable[[], None]) -> None:
        """In one transaction; now and then the power goes before it is kept, and the bot starts again."""
        if self.rng.random() < 0.01:
            self.told.counts["transactions broken"] += 1
            try:
                with self.desk.store.transaction():
                    remind(self.here)
                    raise Broken
            except Broken:
                self.desk.store.effects.recover(self.now)
        with self.desk.store.transaction():
            act()

    def nothing(self, _: datetime) -> None:
        """Time has come round to an hour at which something may be due."""

    def ask(self, asked: datetime) -> None:
        post = Post("Are you open on Friday?", Author(20 + self.rng.randrange(40)), at=asked)
        message = next(self.order)
        query = queries.ask(Posting(GROUP, message, post, "Jo", asked, words=post.text), self.here)
        self.live(query.number, asked)

    def live(self, number: int, since: datetime) -> None:
        life = Life(number, since, self.now, next_day(since.astimezone(LONDON).date(), self.known_days()))
        self.lives[number] = life
        self.told.lives.append(life)
        answer = since + self.rng.expovariate(1 / 2.2) * DAY
        if self.rng.random() < 0.25:
            self.plan(since + (answer - since) * self.rng.random(), lambda now: self.take(number))
        self.plan(answer, lambda now: self.answer(number))

    def take(self, number: int) -> None:
        life = self.lives[number]
        person = self.rng.choice((MANAGER, DEPUTY))
        queries.press(QueryMove.ACK, number, person, self.here, "")
        life.held, life.holder = self.now, person

    def answer(self, number: int) -> None:
        queries.press(QueryMove.DONE, number, MANAGER, self.here, "")
        self.lives[number].ended = self.now
        if self.rng.random() < 0.05:
            self.plan(self.now + self.rng.random() * 3 * DAY, lambda now: self.ask_again(number))

    def ask_again(self, number: int) -> None:
        queries.press(QueryMove.UNDO, number, MANAGER, self.here, "")
        self.told.counts["asked again"] += 1
        self.live(number, self.now)

    def close(self, now: datetime) -> None:
        """Between the same day and a month ahead, for one day or up to two weeks; some days are opened."""
        today = now.astimezone(LONDON).date()
        first = today + self.rng.choice((0, 0, 1, 1, 2, 7, 30)) * DAY
        last = first + self.rng.choice((0, 0, 0, 1, 4, 13)) * DAY
        closure = Closure(first, last, opens=self.rng.random() < 0.2)
        self.desk.store.closures.add(closure, by=MANAGER, now=now)
        self.told.closures.append((now, closure))
        for life in self.lives.values():  # a day that is not over moves, one that is stays
            if life.is_open(now) and at(life.due, time(18)) > now:
                life.due = next_day(life.since.astimezone(LONDON).date(), self.known_days())

    def known_days(self) -> list[Closure]:
        return [closure for _, closure in self.told.closures]

    def deliver(self) -> None:
        """What the outbox would do at this moment: everything else arrives, reminders meet trouble."""
        store = self.desk.store
        for effect in store.effects.claim(1000, self.now):
            if effect.kind != "remind":
                store.effects.done(effect.id, self.now)
            elif over(self.now, self.cut_off) > self.now:
                self.again(effect, over(self.now, self.cut_off))
            else:
                self.send(effect)

    def send(self, effect: EffectRow) -> None:
        card = draw(effect, self.here)
        if isinstance(card, timedelta):
            self.again(effect, self.now + card)
        elif card is None:
            self.desk.store.effects.done(effect.id, self.now)
        else:
            numbers = frozenset(map(int, re.findall(r"^Question (\d+),", card.text, re.MULTILINE)))
            repeated = effect.id in self.tried
            late = "comes late" in card.text
            self.told.heard.append(Heard(effect.chat_id, self.now, numbers, late, repeated))
            if self.rng.random() < 0.05 and not repeated:
                self.tried.add(effect.id)
                self.told.counts["answers lost"] += 1
                self.again(effect, self.now + MINUTE)
            else:
                self.desk.store.effects.done(effect.id, self.now)

    def again(self, effect: EffectRow, moment: datetime) -> None:
        moment = over(max(moment, self.now + timedelta(seconds=1)), self.down)
        self.desk.store.effects.retry(effect.id, moment, "again")
        self.at(moment, self.nothing)


# --- the slow second calendar -----------------------------------------------------------------------


@cache
def easter(year: int) -> date:
    """The anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - as it is written everywhere
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def england_off(year: int) -> frozenset[date]:
    """The weekdays off in England, by rule."""

    def monday(month: int, day: int) -> date:
        first = date(year, month, day)
        return first + (-first.weekday() % 7) * DAY

    found = {easter(year) - 2 * DAY, easter(year) + DAY, monday(5, 1), monday(5, 25), monday(8, 25)}
    for holiday in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while holiday.weekday() >= 5 or holiday in found:
            holiday += DAY
        found.add(holiday)
    return frozenset(found)


def works(day: date, closures: list[Closure]) -> bool:
    """The newest word on a day counts; a day that was opened counts whatever it is."""
    said = [one for one in closures if one.first <= day <= one.last]
    if said and said[-1].opens:
        return True
    closed = any(not one.opens for one in said)
    return day.weekday() < 5 and day not in england_off(day.year) and not closed


def next_day(day: date, closures: list[Closure]) -> date:
    day += DAY
    while not works(day, closures):
        day += DAY
    return day


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON).astimezone(UTC)


@dataclass(frozen=True)
class Audit:
    """Holds what people heard against what they should have."""

    told: Told
    down: Spells
    cut_off: Spells

    def awake(self, moment: datetime) -> bool:
        here = moment.astimezone(LONDON)
        known = [one for said, one in self.told.closures if said <= moment]
        return works(here.date(), known) and time(7) <= here.time() < time(21)

    def first(self, moment: datetime, *troubles: Spells) -> datetime:
        """The first moment on which somebody may be reminded and nothing is in the way."""
        while True:
            free = moment
            for trouble in troubles:
                free = over(free, trouble)
            if free == moment and self.awake(moment):
                return moment
            moment = free if free > moment else moment + MINUTE

    def slots(self, life: Life) -> Iterator[tuple[datetime, frozenset[int]]]:
        """When it should be spoken of, and to whom, were nobody to take it on."""
        day, everybody = life.due, frozenset({MANAGER, DEPUTY, CHAIR})
        for clock, people in zip(SLOTS, ({MANAGER}, {MANAGER}, {MANAGER, DEPUTY}), strict=True):
            yield at(day, clock), frozenset(people)
        while True:
            day += DAY
            known = [one for said, one in self.told.closures if said <= at(day, time(8, 30))]
            if works(day, known):
                yield at(day, time(8, 30)), everybody

    def missed(self, life: Life, heard: dict[int, list[Heard]]) -> int:
        """How many that somebody should have read of it and did not."""
        missing = 0
        for slot, people in self.slots(life):
            if life.ended is not None and slot >= life.ended:
                return missing
            told = self.first(max(slot, life.known), self.down)
            read = self.first(told, self.down, self.cut_off)
            if not (life.is_open(told) and life.is_open(read + TOLERANCE)) or slot < life.since:
                continue
            due = frozenset({life.holder}) if life.held and life.held <= told else people
            got = {one.person for one in heard.get(life.number, ()) if slot <= one.at <= read + TOLERANCE}
            missing += len(due - got)
        return missing

    def count(self) -> Counter[str]:
        """What went wrong, and how much there was of everything."""
        told, counts = self.told, Counter(self.told.counts)
        heard: dict[int, list[Heard]] = {}
        for one in told.heard:
            for number in one.numbers:
                heard.setdefault(number, []).append(one)
        open_at: dict[int, list[Life]] = {}
        for life in told.lives:
            open_at.setdefault(life.number, []).append(life)
        counts["questions"] = len(open_at)
        counts["days closed or opened by hand"] = len(told.closures)
        counts["times the bot was down"] = len(self.down)
        counts["times Telegram was out of reach"] = len(self.cut_off)
        counts["reminders read"] = len(told.heard)
        counts["of them marked late"] = sum(one.late for one in told.heard)
        counts["of them twice, an answer being lost"] = sum(one.again for one in told.heard)
        counts["reminders missed"] = sum(self.missed(life, heard) for life in told.lives)
        counts["on a day off or in the quiet hours"] = sum(not self.awake(one.at) for one in told.heard)
        counts["about a question that was answered"] = sum(
            not any(life.is_open(one.at) for life in open_at[number])
            for one in told.heard
            for number in one.numbers
        )
        messages = Counter((one.person, one.at) for one in told.heard if not one.again)
        counts["two messages at once to one person"] = sum(number - 1 for number in messages.values())
        return counts


WRONG = (
    "reminders missed",
    "on a day off or in the quiet hours",
    "about a question that was answered",
    "two messages at once to one person",
)


def simulate(folder: Path, *, questions: int, days: int, seed: int, unheard: int = 0) -> Counter[str]:
    """Plays it all and counts. `unheard`: so many reminders are struck off, for the audit to notice."""
    roles = {Role.MANAGER: (MANAGER,), Role.DEPUTY: (DEPUTY,), Role.CHAIR: (CHAIR,)}
    settings = Settings(group_chat_id=GROUP, roles=roles, mode="assist")
    with Store.open(folder / "lollipop.db", folder / "lollipop.key") as store:
        desk = Desk(store, load_policy("default"), settings, START, bot_id=9000)
        play = Play(desk, random.Random(seed), questions=questions, days=days)
        told = play.run()
        told.heard = told.heard[unheard:]
        return Audit(told, play.down, play.cut_off).count()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=5 * 365)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = simulate(Path(folder), questions=args.questions, days=args.days, seed=args.seed)
    for name, number in counts.items():
        print(f"{name:<40}{number:>9,}")


if __name__ == "__main__":
    main()
