"""What the bot's one file looks like; every change is a new step at the end, never an edit of an old one."""

from collections.abc import Sequence

APPLICATION_ID = 0x4C6F4C69  # "LoLi" in the file's header: this file is ours

Step = tuple[str, ...]  # the SQL statements of one version, run in one transaction

FIRST: Step = (
    # The key file that belongs to this file, as a fingerprint, so that a wrong one is noticed at once.
    "CREATE TABLE fingerprint (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL) STRICT",
    # Updates from Telegram, written down before they are confirmed. Words are sealed from the start.
    """CREATE TABLE inbox (
        update_id INTEGER PRIMARY KEY,
        lane TEXT NOT NULL,
        hash TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'working', 'done', 'aside')),
        attempts INTEGER NOT NULL DEFAULT 0,
        received TEXT NOT NULL,
        due TEXT NOT NULL,
        handled TEXT,
        reason TEXT,
        raw BLOB
    ) STRICT""",
    # Holds all that is asked about lanes, so that a long backlog is counted without reading its words.
    "CREATE INDEX inbox_open ON inbox (lane, update_id, state, due) WHERE state IN ('waiting', 'working')",
    "CREATE INDEX inbox_handled ON inbox (handled) WHERE handled IS NOT NULL",
    # One series of numbers for cases, queries, joiners and pending acts.
    "CREATE TABLE numbers (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL) STRICT",
    """CREATE TABLE sealed (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        wrapped_key BLOB NOT NULL,
        words BLOB
    ) STRICT""",
    """CREATE TABLE cases (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        state TEXT NOT NULL,
        view TEXT NOT NULL,
        mode TEXT NOT NULL,
        action TEXT NOT NULL,
        category TEXT,
        subtype TEXT,
        severity TEXT NOT NULL,
        score_alone INTEGER NOT NULL CHECK (score_alone IN (0, 1)),
        urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
        would_have INTEGER NOT NULL CHECK (would_have IN (0, 1)),
        chat_id INTEGER,
        message_id INTEGER,
        thread_id INTEGER,
        album TEXT,
        author_id INTEGER,
        content_hash TEXT,
        posted_at TEXT,
        opened TEXT NOT NULL,
        decision TEXT,
        decided_by INTEGER,
        decided_at TEXT,
        kept_until TEXT,
        retired TEXT
    ) STRICT""",
    "CREATE INDEX cases_unclosed ON cases (urgent DESC, opened, number) WHERE state <> 'closed'",
    "CREATE INDEX cases_author ON cases (author_id, opened)",
    "CREATE INDEX cases_opened ON cases (opened)",
    "CREATE INDEX cases_album ON cases (chat_id, album) WHERE album IS NOT NULL",
    # Every message a case is about: one, or the parts of an album. The columns of the primary key come
    # first: in another order SQLite 3.40 takes a WITHOUT ROWID table for damaged.
    """CREATE TABLE case_messages (
        number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
        message_id INTEGER NOT NULL,
        chat_id INTEGER NOT NULL,
        PRIMARY KEY (number, message_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX case_messages_where ON case_messages (chat_id, message_id)",
    # What the bot has decided to do in Telegram and has not, or has only just, done.
    """CREATE TABLE effects (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        case_number INTEGER REFERENCES numbers (number),
        kind TEXT NOT NULL,
        chat_id INTEGER NOT NULL,
        priority INTEGER NOT NULL,
        delivery TEXT NOT NULL CHECK (delivery IN ('at_least_once', 'at_most_once', 'idempotent')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'unknown', 'held')),
        attempts INTEGER NOT NULL DEFAULT 0,
        due TEXT NOT NULL,
        body TEXT NOT NULL,
        error TEXT,
        created TEXT NOT NULL,
        finished TEXT
    ) STRICT""",
    "CREATE INDEX effects_open ON effects (priority, id) WHERE state = 'waiting'",
    "CREATE INDEX effects_held ON effects (chat_id) WHERE state = 'held'",
    "CREATE INDEX effects_case ON effects (case_number)",
    "CREATE INDEX effects_finished ON effects (finished) WHERE finished IS NOT NULL",
    # Every message the bot sent that somebody may one day want taken back.
    """CREATE TABLE sent (
        chat_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        effect_id INTEGER REFERENCES effects (id) ON DELETE SET NULL,
        case_number INTEGER REFERENCES numbers (number),
        kind TEXT NOT NULL,
        has_words INTEGER NOT NULL CHECK (has_words IN (0, 1)),
        sent TEXT NOT NULL,
        removed TEXT,
        PRIMARY KEY (chat_id, message_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sent_case ON sent (case_number)",
    "CREATE INDEX sent_effect ON sent (effect_id) WHERE effect_id IS NOT NULL",
    # Who did what; each row is signed over itself and the one before.
    """CREATE TABLE log (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        event TEXT NOT NULL,
        case_number INTEGER,
        actor INTEGER,
        detail TEXT NOT NULL,
        commitment TEXT,
        mac TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX log_case ON log (case_number) WHERE case_number IS NOT NULL",
    """CREATE TABLE members (
        user_id INTEGER PRIMARY KEY,
        status TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        started TEXT,
        reachable INTEGER NOT NULL DEFAULT 0 CHECK (reachable IN (0, 1)),
        joined TEXT,
        left TEXT
    ) STRICT""",
    """CREATE TABLE roles (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        role TEXT NOT NULL,
        given_by INTEGER,
        since TEXT NOT NULL,
        until TEXT
    ) STRICT""",
    "CREATE INDEX roles_person ON roles (user_id)",
    "CREATE INDEX roles_role ON roles (role)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

COVERS: Step = (
    # Who answers for whom while somebody is away.
    """CREATE TABLE covers (
        id INTEGER PRIMARY KEY,
        away INTEGER NOT NULL,
        by_id INTEGER NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        given_by INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX covers_until ON covers (until)",
)

PENDING: Step = (
    # Acts that wait for a second press or person; ids and dates only.
    """CREATE TABLE pending (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        act TEXT NOT NULL,
        body TEXT NOT NULL,
        asked_by INTEGER,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'cancelled')),
        agreed TEXT NOT NULL,
        created TEXT NOT NULL,
        until TEXT NOT NULL,
        ended TEXT,
        ended_by INTEGER
    ) STRICT""",
    "CREATE INDEX pending_waiting ON pending (act, number) WHERE state = 'waiting'",
)

ALBUMS: Step = (
    # Which messages are one album, so that a part that must go takes the harmless ones with it.
    """CREATE TABLE album_parts (
        chat_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        album TEXT NOT NULL,
        seen TEXT NOT NULL,
        part BLOB,
        PRIMARY KEY (chat_id, message_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX album_parts_album ON album_parts (chat_id, album)",
)

SUBJECTS: Step = (
    # Who is kept away from a case because it is, or may be, about them.
    """CREATE TABLE subjects (
        number INTEGER NOT NULL REFERENCES numbers (number),
        user_id INTEGER NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (number, user_id)
    ) STRICT, WITHOUT ROWID""",
)

ROSTER: Step = (
    # Names are sealed; the digest under the key file finds a person again by name.
    """CREATE TABLE children (
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        names BLOB NOT NULL,
        starts TEXT,
        leaves TEXT,
        leaves_set TEXT,
        added TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE consents (
        child_id INTEGER NOT NULL REFERENCES children (id) ON DELETE CASCADE,
        use TEXT NOT NULL,
        value TEXT NOT NULL,
        given_by INTEGER,
        since TEXT NOT NULL,
        PRIMARY KEY (child_id, use)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE carers (
        id INTEGER PRIMARY KEY,
        child_id INTEGER NOT NULL REFERENCES children (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        names BLOB NOT NULL,
        user_id INTEGER,
        leaves TEXT,
        set_at TEXT,
        UNIQUE (child_id, digest)
    ) STRICT""",
    "CREATE INDEX carers_person ON carers (user_id) WHERE user_id IS NOT NULL",
    """CREATE TABLE staff (
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        names BLOB NOT NULL,
        starts TEXT,
        leaves TEXT,
        user_id INTEGER,
        set_at TEXT
    ) STRICT""",
)

FAIR: Step = (
    # Whose author was asked to take the post down, and until when.
    """CREATE TABLE takedowns (
        number INTEGER PRIMARY KEY REFERENCES cases (number) ON DELETE CASCADE,
        asked_by INTEGER,
        asked TEXT NOT NULL,
        until TEXT NOT NULL
    ) STRICT""",
    # Second looks that authors asked for; one for each case.
    """CREATE TABLE appeals (
        number INTEGER PRIMARY KEY REFERENCES cases (number) ON DELETE CASCADE,
        asked TEXT NOT NULL,
        due TEXT NOT NULL,
        heard TEXT,
        heard_by INTEGER
    ) STRICT""",
)

ECHOES: Step = (
    # Marks of words that are out of view; they go when the sealed words go.
    """CREATE TABLE echoes (
        number INTEGER NOT NULL REFERENCES sealed (number) ON DELETE CASCADE,
        mark INTEGER NOT NULL,
        PRIMARY KEY (number, mark)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX echoes_mark ON echoes (mark, number)",
)

LEAVERS: Step = (
    # Who leaves or has left at the end of their time, once for each person and last day.
    """CREATE TABLE removals (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        user_id INTEGER NOT NULL,
        last_day TEXT NOT NULL,
        due TEXT NOT NULL,
        is_staff INTEGER NOT NULL CHECK (is_staff IN (0, 1)),
        state TEXT NOT NULL,
        doubt TEXT,
        opened TEXT NOT NULL,
        noticed TEXT,
        asked TEXT,
        passed_on TEXT,
        decided_by INTEGER,
        decided_at TEXT,
        finished TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        UNIQUE (user_id, last_day)
    ) STRICT""",
    "CREATE INDEX removals_open ON removals (state, due)",
)

BUNDLES: Step = (
    # Cases told together on one card; a bundle has the number of its first case.
    """CREATE TABLE bundles (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        why TEXT NOT NULL,
        last TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE bundled (
        case_number INTEGER PRIMARY KEY REFERENCES numbers (number),
        bundle INTEGER NOT NULL REFERENCES bundles (number)
    ) STRICT""",
    "CREATE INDEX bundled_bundle ON bundled (bundle)",
)

QUERIES: Step = (
    # Questions to the setting. Their words are sealed apart, under a key of their own.
    """CREATE TABLE queries (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        state TEXT NOT NULL,
        asked_by INTEGER,
        chat_id INTEGER,
        message_id INTEGER,
        album TEXT,
        content_hash TEXT,
        since TEXT NOT NULL,
        due TEXT,
        reminded TEXT NOT NULL,
        decision TEXT,
        decided_by INTEGER,
        decided_at TEXT,
        ended TEXT,
        retired TEXT
    ) STRICT""",
    "CREATE INDEX queries_waiting ON queries (due, number) WHERE ended IS NULL",
    "CREATE INDEX queries_asker ON queries (asked_by) WHERE asked_by IS NOT NULL",
    "CREATE INDEX queries_ended ON queries (ended) WHERE ended IS NOT NULL",
    "CREATE INDEX queries_album ON queries (chat_id, album) WHERE album IS NOT NULL",
    # What was said in the group about a question: itself, the answers, and what its asker said further.
    """CREATE TABLE query_messages (
        chat_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        number INTEGER NOT NULL REFERENCES queries (number) ON DELETE CASCADE,
        what TEXT NOT NULL CHECK (what IN ('question', 'answer', 'more')),
        PRIMARY KEY (chat_id, message_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX query_messages_number ON query_messages (number)",
    # Days closed or opened by hand; the reason is sealed.
    """CREATE TABLE closures (
        id INTEGER PRIMARY KEY,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        opens INTEGER NOT NULL CHECK (opens IN (0, 1)),
        reason BLOB,
        set_by INTEGER NOT NULL,
        set_at TEXT NOT NULL
    ) STRICT""",
)

JOINERS: Step = (
    # Who asked to come in, or was asked to accept the policy again; names are sealed under the number.
    """CREATE TABLE joiners (
        number INTEGER PRIMARY KEY REFERENCES numbers (number),
        user_id INTEGER NOT NULL,
        write_to INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        version TEXT NOT NULL,
        state TEXT NOT NULL,
        reached INTEGER CHECK (reached IN (0, 1)),
        why TEXT,
        opened TEXT NOT NULL,
        accepted TEXT,
        asked TEXT,
        passed_on TEXT,
        decided_by INTEGER,
        decided_at TEXT
    ) STRICT""",
    "CREATE INDEX joiners_person ON joiners (user_id, purpose)",
    "CREATE INDEX joiners_state ON joiners (state)",
    # Who has accepted which version of the policy, and when.
    """CREATE TABLE acceptances (
        user_id INTEGER NOT NULL,
        version TEXT NOT NULL,
        accepted TEXT NOT NULL,
        PRIMARY KEY (user_id, version, accepted)
    ) STRICT, WITHOUT ROWID""",
)

PASSES: Step = (
    # Pictures that a person said yes to and Telegram will not send back: their author may post them once.
    """CREATE TABLE passes (
        number INTEGER NOT NULL REFERENCES numbers (number),
        mark INTEGER NOT NULL,
        person INTEGER NOT NULL,
        until TEXT NOT NULL,
        PRIMARY KEY (number, mark)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX passes_person ON passes (person)",
)

REPORTS: Step = (
    # Who reported what, to limit how often; never shown to anybody.
    """CREATE TABLE reports (
        number INTEGER NOT NULL REFERENCES numbers (number),
        reporter INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (number, reporter)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX reports_who ON reports (reporter, at)",
)

USERNAMES: Step = (
    # Whose @username is whose, by digest.
    """CREATE TABLE usernames (
        digest TEXT PRIMARY KEY,
        user_id INTEGER NOT NULL UNIQUE,
        seen TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: Sequence[Step] = (
    FIRST,
    COVERS,
    PENDING,
    ALBUMS,
    SUBJECTS,
    ROSTER,
    FAIR,
    ECHOES,
    LEAVERS,
    BUNDLES,
    QUERIES,
    JOINERS,
    PASSES,
    REPORTS,
    USERNAMES,
)
