"""Five years of children leaving, while the bot is restarted, cut off and its answers are lost.

    python -m benchmarks.leavers [--leavers 2000] [--years 5] [--seed 1]

The office keeps a list: children start, get a last day, have it moved or taken back; brothers and sisters
stay, parents join the staff. A manager answers cards late, and is away now and then. Everything is counted in
the pretend Telegram and against the office's own list, never in the bot.
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError

from bot import settle
from bot.app import make_application
from bot.desk import Desk
from bot.intake import ALLOWED_UPDATES, Intake
from bot.jobs import leavers as job
from bot.models import Models
from bot.outbox import Outbox, Pace
from bot.roster import apply, changes
from bot.roster_file import read_roster
from bot.settings import Settings, read_settings
from bot.store.removals import ASKED, REFUSED, UNKNOWN, UNSETTLED
from bot.writer import Clock, Result, Writer
from moderation.leaving import LONDON
from moderation.policy import Policy, load_policy
from sandbox.cast import GREEN, GROUP, PATEL
from sandbox.people import Message, Person
from sandbox.program import environment
from sandbox.server import Sandbox

START = date(2026, 9, 1)
HEAD = "child_first_name,child_last_name,leaves,carer_name,telegram\n"
STAFF_HEAD = "staff_name,role,leaves,telegram\n"
TROUBLES = ("429", "500", "502", "dropped", "lost")
CHANCE = 0.02  # of each trouble, for each call
MOMENTS = (time(8, 30), time(13, 5), time(18), time(18, 20))
CHAIR = GREEN
NEWEST = 300  # messages the manager looks through
IN_TIME = timedelta(minutes=15)
YES, AGAIN, OUT = "Yes, their time is over", "Take out again", "They are out"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(number: int) -> str:
    """A made-up name for a number, of letters only."""
    text = ""
    while True:
        number, rest = divmod(number, 26)
        text = LETTERS[rest] + text
        if not number:
            return text.capitalize()


@dataclass
class Child:
    number: int
    family: int
    leaves: date | None = None

    @property
    def row(self) -> str:
        day = self.leaves.isoformat() if self.leaves else ""
        return f"Kid{word(self.number)},Fam{word(self.family)},{day}"


@dataclass
class Office:
    """The setting's own list, and the slow and simple answer to who should be in the group."""

    children: dict[int, Child] = field(default_factory=dict)
    carers: dict[int, list[int]] = field(default_factory=dict)  # family → accounts
    staff: dict[int, date | None] = field(default_factory=dict)  # account → last day on the staff
    families: dict[int, list[Child]] = field(default_factory=dict)

    def last_day(self, person: int, family: int) -> date | None:
        """None while anything keeps them in."""
        days: list[date | None] = [child.leaves for child in self.families[family]]
        if person in self.staff:
            days.append(self.staff[person])
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None


class InlineWriter(Writer):
    """Works on the spot: on a busy machine, handing over to a thread is most of the waiting."""

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return work()


@dataclass
class Life:
    """One setting's years: the world, the bot in it, and what was seen."""

    sandbox: Sandbox
    settings: Settings
    policy: Policy  # the bot's
    rules: Policy  # by which it is judged
    random: random.Random
    wanted: int
    days: int
    office: Office = field(default_factory=Office)
    counts: Counter[str] = field(default_factory=Counter)
    family_of: dict[int, int] = field(default_factory=dict)
    said_yes: set[tuple[int, date]] = field(default_factory=set)
    alone: Counter[date] = field(default_factory=Counter)
    seen_calls: int = 0
    progress: bool = False  # a line a month on stderr
    writer: Writer | None = None
    up: bool = False
    cut_off: bool = False
    answered: set[tuple[int, int, str]] = field(default_factory=set)
    away_until: datetime | None = None
    latest: timedelta = timedelta(0)
    late_since: dict[int, datetime] = field(default_factory=dict)

    # --- the clock and the bot ----------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.sandbox.world.now

    def set_clock(self, moment: datetime) -> None:
        self.sandbox.world.clock.set(max(moment, self.now))
        if self.writer is not None:
            self.writer.clock.ahead = self.now - datetime.now(UTC)

    async def start(self) -> None:
        """The bot without its ticking: the bench says when it looks at the clock."""
        self.writer = InlineWriter(self.settings, self.policy, Clock())
        self.set_clock(self.now)
        await self.writer.open()
        await self.writer.run(settle.recover)
        await self.writer.run(lambda desk: desk.store.inbox.recover(desk.now))
        self.outbox = Outbox(self.bot, self.writer, Pace(10**6, clock=lambda: self.now.timestamp()))
        self.models = Models("builtin", self.settings.model_dir)
        self.intake = Intake(self.bot, self.writer, self.models, self.outbox.wake)
        self.offset: int | None = None
        self.up = True

    async def stop(self, *, sudden: bool) -> None:
        """Sudden: whatever is on its way to Telegram is cut off, and nothing is written down."""
        assert self.writer is not None
        if sudden:
            for task in self.outbox.running:
                task.cancel()
        await asyncio.gather(*self.outbox.running, return_exceptions=True)
        await self.writer.close()
        self.models.close()
        self.up = False

    async def tick(self) -> None:
        """What the ticking does: the job, then everything that follows, waits for tries again included."""
        if not self.up:
            return
        assert self.writer is not None
        await self.writer.run(lambda desk: job.see_to_leavers(desk))
        await self.settle_down()

    async def settle_down(self) -> None:
        until = self.now + timedelta(minutes=10)
        while True:
            busy = await self.take_updates()
            started, _ = await self.outbox.start_due()
            await asyncio.gather(*self.outbox.running, return_exceptions=True)
            self.check_calls()
            if busy or started:
                continue
            due = await self.run(lambda desk: desk.store.effects.next_due(desk.now))
            if due is None or due > until:
                return
            self.set_clock(due + timedelta(milliseconds=1))

    async def run(self, work: Callable[[Desk], Result]) -> Result:
        assert self.writer is not None
        return await self.writer.run(work)

    async def take_updates(self) -> bool:
        fresh = self.sandbox.world.updates.first(10**6, self.now)[-1:]
        if self.cut_off or not fresh or fresh[0]["update_id"] < (self.offset or 0):
            return False  # a poll would only wait for news that does not come
        with suppress(TelegramError):
            updates = await self.intake.fetch(self.offset)
            if not updates:
                return False
            await self.intake.keep(updates)
            self.offset = max(update["update_id"] for update in updates) + 1
            for lane in await self.run(lambda desk: desk.store.inbox.lanes_waiting(desk.now)):
                await self.intake.empty(lane)
            return True
        self.set_clock(self.now + timedelta(seconds=2))
        return True

    # --- what the office does -----------------------------------------------------------------------

    async def import_rows(self, rows: list[str], head: str = HEAD) -> None:
        """As `lollipop roster import` does it, the bot running or not."""
        content = (head + "".join(rows)).encode()

        def work(desk: Desk) -> None:
            apply(changes(read_roster(content), desk.store.roster, desk.now), desk.store, desk.now)

        if self.up:
            await self.run(work)
        else:
            await self.start()
            await self.run(work)
            await self.stop(sudden=False)

    async def start_families(self, number: int) -> None:
        rows = []
        for _ in range(number):
            family = len(self.office.carers)
            accounts = [100_000 + 10 * family + place for place in range(self.random.choice((1, 2)))]
            self.office.carers[family] = accounts
            for account in accounts:
                self.family_of[account] = family
                self.sandbox.world.add_person(
                    Person(account, f"Par{word(account)}", started=self.random.random() < 0.8)
                )
                self.sandbox.world.join(account, GROUP)
            for _ in range(2 if self.random.random() < 0.25 else 1):
                rows += self.rows_of(self.add_child(family))
        await self.import_rows(rows)
        await self.note_started()

    async def note_started(self) -> None:
        started = [person.id for person in self.sandbox.world.people.values() if person.started]

        def work(desk: Desk) -> None:
            for person in started:
                if desk.store.members.get(person) is None:
                    desk.store.members.started(person, desk.now)
                    desk.store.members.saw(person, desk.now)

        if self.up:
            await self.run(work)

    def add_child(self, family: int) -> Child:
        child = Child(len(self.office.children), family)
        self.office.children[child.number] = child
        self.office.families.setdefault(family, []).append(child)
        return child

    def rows_of(self, child: Child) -> list[str]:
        accounts = self.office.carers[child.family]
        return [f"{child.row},Par{word(account)},{account}\n" for account in accounts]

    async def change_list(self, today: date) -> None:
        """Last days are set, moved and taken back; a sister starts; a parent joins the staff."""
        changed: dict[int, Child] = {}
        staying = [child for child in self.office.children.values() if child.leaves is None]
        coming = [child for child in self.office.children.values() if child.leaves and child.leaves >= today]

        def leaves(child: Child, day: date | None) -> None:
            child.leaves = day
            changed[child.number] = child

        if today == date(today.year, 6, 1):
            for child in self.random.sample(staying, k=min(len(staying), self.batch)):
                leaves(child, date(today.year, 7, 22))
        elif self.random.random() < self.rate:
            for child in self.random.sample(staying, k=min(len(staying), 2)):
                leaves(child, today + timedelta(days=self.random.randrange(0, 40)))
        if coming and self.random.random() < 0.15:
            moved = self.random.choice((None, today + timedelta(days=self.random.randrange(0, 60))))
            leaves(self.random.choice(coming), moved)
        if self.random.random() < 0.01 and staying:  # noticed late: the day is over already
            leaves(self.random.choice(staying), today - timedelta(days=9))
        if coming and self.random.random() < 0.05:
            child = self.add_child(self.random.choice(coming).family)
            changed[child.number] = child
        if changed:
            await self.import_rows([row for child in changed.values() for row in self.rows_of(child)])
        if self.random.random() < 0.02:
            await self.hire(today)

    async def hire(self, today: date) -> None:
        account = self.random.choice(list(self.family_of))
        ends = today + timedelta(days=self.random.randrange(30, 200))
        self.office.staff[account] = ends
        row = f"Par{word(account)},Student,{ends.isoformat()},{account}\n"
        await self.import_rows([row], STAFF_HEAD)

    @property
    def terms(self) -> float:
        """How many years, or what part of one."""
        return self.days / 365

    @property
    def batch(self) -> int:
        """How many children leave together at the end of the summer term."""
        return int(self.wanted / self.terms / 4)

    @property
    def rate(self) -> float:
        """The chance of a weekday on which two children get a last day."""
        return min(1.0, self.wanted / self.terms / 700)

    # --- what the manager does ----------------------------------------------------------------------

    async def answer_cards(self) -> None:
        """Some hours late, by what the office's list says; the chair answers while the manager is away."""
        if self.cut_off or not self.up:
            return
        for person in (PATEL, CHAIR):
            if person == PATEL and self.away_until and self.now < self.away_until:
                continue
            for message in list(self.sandbox.world.chats[person].messages.values())[-NEWEST:]:
                self.answer(person, message)
        await self.settle_down()

    def answer(self, person: int, message: Message) -> None:
        labels = {button["text"]: button["callback_data"] for row in message.buttons for button in row}
        key = (person, message.id, ",".join(labels))
        if not labels or key in self.answered:
            return
        self.answered.add(key)
        if "Yes, do it" in labels:
            self.say_yes_to_many(message)
            self.press(person, message, "Yes, do it")
        elif OUT in labels or AGAIN in labels:
            self.see_to(person, message, labels)
        elif YES in labels and "Nothing happens until" in message.text:
            self.say_yes(self.person_of(int(labels[YES].partition(":")[2])))
            self.press(person, message, YES)

    def press(self, person: int, message: Message, label: str) -> None:
        self.counts["presses"] += 1
        self.sandbox.world.press(person, message.raw["chat"]["id"], message.id, label)

    def see_to(self, person: int, message: Message, labels: dict[str, str]) -> None:
        """Looks in the group, as the card asks, and says what is there."""
        number = int(next(iter(labels.values())).partition(":")[2])
        account = self.person_of(number)
        there = account is not None and self.is_in(account)
        self.counts["asked to look"] += 1
        self.say_yes(account)
        self.press(person, message, AGAIN if there or OUT not in labels else OUT)

    def say_yes(self, account: int | None) -> None:
        day = self.last_day(account) if account is not None else None
        if account is not None and day is not None:
            self.said_yes.add((account, day))

    def say_yes_to_many(self, message: Message) -> None:
        for account in self.asked:
            self.say_yes(account)

    def person_of(self, number: int) -> int | None:
        return self.numbers.get(number)

    async def learn_numbers(self) -> None:
        """Whom a number is about; the manager reads the name on the card."""
        removals = await self.run(lambda desk: desk.store.removals.in_state(*UNSETTLED))
        self.numbers |= {one.number: one.user_id for one in removals}
        self.asked = [one.user_id for one in removals if one.state == ASKED]

    # --- what is checked ----------------------------------------------------------------------------

    def is_in(self, account: int) -> bool:
        return self.sandbox.world.chats[GROUP].standing(account).present

    def last_day(self, account: int) -> date | None:
        return self.office.last_day(account, self.family_of[account])

    def due(self, day: date) -> datetime:
        grace = timedelta(days=int(self.rules["membership.grace_days"]))
        return datetime.combine(day + grace, time(18), LONDON)

    def check_calls(self) -> None:
        """Every call that takes somebody out, at the moment it was made."""
        calls = self.sandbox.world.calls
        for call in calls[self.seen_calls :]:
            done = call.ok and call.fault not in ("dropped", "502", "500", "429", "outage")
            if call.method == "unbanChatMember" and done and not call.params.get("only_if_banned"):
                self.check_removal(int(call.params["user_id"]), call.at)
        self.seen_calls = len(calls)

    def check_removal(self, account: int, at: datetime) -> None:
        day = self.last_day(account)
        self.counts["taken out"] += 1
        if day is None or at < self.due(day):
            self.counts["wrong: too early, or still at the setting"] += 1
            return
        if (account, day) in self.said_yes:
            return
        self.alone[at.astimezone(LONDON).date()] += 1
        if self.rules["membership.on_child_left"] == "confirm" and account not in self.office.staff:
            self.counts["wrong: without the yes that the profile asks for"] += 1
        if self.alone[at.astimezone(LONDON).date()] > 5:
            self.counts["wrong: a sixth in one day without a yes"] += 1

    async def check_who_is_left(self) -> None:
        """Whoever should be out and is not, though the bot could and nobody was asked."""
        if not self.up or self.cut_off:
            self.late_since.clear()
            return
        waiting = await self.run(
            lambda desk: {one.user_id for one in desk.store.removals.in_state(ASKED, UNKNOWN, REFUSED)}
        )
        for account in self.family_of:
            day = self.last_day(account)
            if day is None or not self.is_in(account) or self.now < self.due(day) + IN_TIME:
                self.late_since.pop(account, None)
            elif account in waiting:
                self.counts["moments in which somebody waited for a person"] += 1
            elif account in self.late_since:
                self.counts["left in too long"] += 1
            else:
                self.late_since[account] = self.now

    # --- five years ---------------------------------------------------------------------------------

    async def live(self) -> None:
        world = self.sandbox.world
        world.updates.allow(ALLOWED_UPDATES)
        self.numbers: dict[int, int] = {}
        self.asked: list[int] = []
        self.application = make_application(self.settings)
        self.bot: Bot = self.application.bot
        await self.bot.initialize()
        await self.start()
        await self.start_families(int(self.wanted / max(1, self.terms) / 2))
        for trouble in TROUBLES:
            self.sandbox.fault(trouble, methods=METHODS, chance=CHANCE)
        day = START
        while day < START + timedelta(days=self.days):
            await self.one_day(day)
            day += timedelta(days=1)
            if day.day == 1 and self.progress:
                print(day, dict(self.counts), file=sys.stderr, flush=True)
        await self.wind_up(day)
        await self.stop(sudden=False)
        await self.bot.shutdown()

    async def one_day(self, day: date) -> None:
        if day.weekday() == 0 and len(self.gone) + len(self.present) < self.wanted:
            await self.start_families(max(1, int(self.wanted / self.terms / 60)))
        if day.weekday() < 5:
            await self.change_list(day)
        if self.random.random() < 0.02:
            self.away_until = self.now + timedelta(days=self.random.randrange(2, 12))
        for moment in MOMENTS:
            self.set_clock(datetime.combine(day, moment, LONDON))
            await self.trouble()
            await self.tick()
            await self.check_who_is_left()
            if self.up and moment.hour in (13, 18) and self.random.random() < 0.7:
                await self.learn_numbers()
                await self.answer_cards()

    @property
    def gone(self) -> list[int]:
        return [account for account in self.family_of if not self.is_in(account)]

    @property
    def present(self) -> list[int]:
        return [account for account in self.family_of if self.is_in(account)]

    async def trouble(self) -> None:
        """Outages of Telegram, and ends and starts of the bot, sudden ones too."""
        if self.cut_off and self.random.random() < 0.5:
            self.sandbox.lift_faults()
            for trouble in TROUBLES:
                self.sandbox.fault(trouble, methods=METHODS, chance=CHANCE)
            self.cut_off = False
        elif not self.cut_off and self.random.random() < 0.01:
            self.counts["outages"] += 1
            self.sandbox.fault("outage")
            self.cut_off = True
        if not self.up:
            if self.random.random() < 0.5:
                await self.start()
        elif self.random.random() < 0.02:
            self.counts["ends of the bot"] += 1
            await self.run(lambda desk: job.see_to_leavers(desk))
            await self.outbox.start_due()  # some acts are on their way when it ends
            await asyncio.sleep(self.random.random() * 0.01)
            await self.stop(sudden=True)
            self.check_calls()

    async def wind_up(self, day: date) -> None:
        """Everybody answers, nothing falters: who is in then should be in."""
        self.sandbox.lift_faults()
        self.cut_off, self.away_until = False, None
        if not self.up:
            await self.start()
        for number in range(12):
            for moment in MOMENTS:
                self.set_clock(datetime.combine(day + timedelta(days=number), moment, LONDON))
                await self.tick()
                await self.learn_numbers()
                await self.answer_cards()
        for account in self.family_of:
            last = self.last_day(account)
            over = last is not None and self.now > self.due(last) + IN_TIME
            self.counts["leavers"] += over
            self.counts["still in at the end"] += over and self.is_in(account)


METHODS = ("unbanChatMember", "sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
WRONG = (
    "wrong: too early, or still at the setting",
    "wrong: without the yes that the profile asks for",
    "wrong: a sixth in one day without a yes",
    "left in too long",
    "still in at the end",
)
SHOWN = (
    "leavers",
    "taken out",
    *WRONG,
    "asked to look",
    "presses",
    "outages",
    "ends of the bot",
    "moments in which somebody waited for a person",
)


async def simulate(
    profile: str, *, leavers: int, days: int, seed: int, rules: Policy | None = None, progress: bool = False
) -> Counter[str]:
    """One setting's life; what was counted. `rules`: what it is judged by, if not the bot's own."""
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox(now=datetime.combine(START, time(6), LONDON), frozen=True, seed=seed) as sandbox:
            environ = environment(sandbox.url, Path(folder), profile=profile)
            settings = replace(read_settings(environ), mode="enforce")
            policy = load_policy(profile)
            life = Life(sandbox, settings, policy, rules or policy, random.Random(seed), leavers, days)
            life.progress = progress
            await life.live()
            life.counts["violations"] = len(sandbox.world.violations)
            return life.counts


def main() -> int:
    logging.disable(logging.CRITICAL)  # of the faults it complains of, all are ours
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--leavers", type=int, default=2000)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", action="append", help="orleton and woodham-mortimer unless given")
    options = parser.parse_args()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    profiles = options.profile or ["orleton", "woodham-mortimer"]
    for profile in profiles:
        wanted = options.leavers // len(profiles)
        found[profile] = asyncio.run(
            simulate(profile, leavers=wanted, days=365 * options.years, seed=options.seed, progress=True)
        )
    print(f"| | {' | '.join(profiles)} |\n|---|{'---|' * len(profiles)}")
    for name in SHOWN:
        print(f"| {name} | {' | '.join(f'{found[profile][name]:,}' for profile in profiles)} |")
    return int(any(found[profile][name] for profile in found for name in WRONG))


if __name__ == "__main__":
    sys.exit(main())
