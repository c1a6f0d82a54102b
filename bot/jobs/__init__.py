"""What is due by the clock. To add a job: copy the smallest neighbour and add its line here.

The schedule remembers nothing, the database does: each job asks what is due at `now`, and marks it in the
same transaction, so a restart loses nothing.
"""

from bot.jobs import (
    alerts,
    appeals,
    handover,
    joiners,
    leavers,
    pauses,
    questions,
    takedowns,
    weekly,
    wipe,
)

JOBS = (
    alerts.JOB,
    appeals.JOB,
    handover.JOB,
    joiners.JOB,
    leavers.JOB,
    takedowns.JOB,
    wipe.JOB,
    pauses.JOB,
    questions.JOB,
    weekly.JOB,
)
