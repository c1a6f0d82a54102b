"""What every test may rely on: no live token and no live group, and the same examples on every run."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

# The developer's own .env and environment may hold the token of a real group; no test gets to see it.
os.environ["PYTHON_DOTENV_DISABLED"] = "1"
for name in (
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "GROUP_CHAT_ID",
    "MODE",
    "PROFILE",
    "DATABASE",
    "KEY_FILE",
):
    os.environ.pop(name, None)

settings.register_profile(
    "lollipop",
    derandomize=True,  # a red run can be repeated
    database=None,
    deadline=None,  # slow machines are not broken ones
    suppress_health_check=[HealthCheck.too_slow],  # the first run builds hypothesis's table of characters
)
settings.load_profile("lollipop")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """`make test-all` promises that everything ran: there, a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if "NOTHING_SKIPPED" in os.environ and reporter and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped; make test-all must run every one.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """Where the system's Chromium is, for playwright's executable_path; None takes playwright's own."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
