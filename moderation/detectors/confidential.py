"""Notices what was learnt inside the setting: codes, staff matters, money, other families."""

from collections.abc import Iterable

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Media, Post
from moderation.text import fold

GROUPS = {
    "hush": """
        between us, between you and me, between ourselves, between these four walls, don't say i
        said, dont say i said, don't say i told, dont say i told, don't tell anyone, dont tell
        anyone, don't tell a soul, don't tell anybody, don't tell them i, dont tell em i, don't let
        on, dont let on, don't repeat, dont repeat, don't quote me, dont quote me, don't say owt,
        don't say anything, dont say anything, you didn't hear it from me, you didnt hear it from
        me, you never saw this, keep it quiet, keep quiet, keep it to yourself, keep it to
        yourselves, keep it in here, keep it here, keep it hush, hush hush, hush, keep schtum, keep
        it under your hat, under your hat, keep it close, keep that quiet, on the quiet, off the
        record, not for sharing, not for passing, not public, not official, not announced, not been
        announced, hasn't been announced, not been told, not told anyone, hasn't told anyone, hasnt
        told anyone, she's not told, told not to tell, told us not to tell, not to tell parents, not
        to tell a soul, not to tell anyone, asked me not to tell, wasn't meant to say, not meant to
        say, not supposed to say, shouldn't say, shouldnt say, probably shouldn't, prob shouldn't,
        not sure i should say, i'm not supposed, not meant tae be oot, no meant, shush, shh, shhh,
        zip it, secret, secrit, confidential, told in confidence, private session, closed session,
        closed minutes, look surprised, act surprised, pretend you don't know, pretend you dont
        know, gagging, swore me to secrecy, deny everything, not a word, dont say, don't say, can't
        say why, spread the word before, if it got about, mortified if, i no i shudnt, know i
        shouldn't look, mum's the word, strictly between, wee bird, little bird, before it's
        announced, before anyone knows, not be telling, hasn't told the, haven't told the, let slip,
        so keep, don't know yet, doesn't know yet, hasn't been told, not out yet, only telling you""",
    "source": """
        saw the, seen the, saw it on, i saw, i've seen, ive seen, happened to see, i noticed,
        overheard, i heard, heard, heard through, was told, been told, told me, i'm told, told the
        treasurer, my friend works, my mate works, my mate cleans, my friend is working, my auntie
        sits, my cousin works, my sister sits, neighbour cleans, i do their cleaning, i clean,
        cleaner told, electrician told, left on the, snapped, on the screen, on the desk, on the
        photocopier, on the copier, on the printer, on the board, on the wall in the office, white
        board, whiteboard, in the office, in her office, on her phone, the list, opened the wrong,
        wrong attachment, by mistake, forwarding, fwd, minutes, the agenda, the folder, upside down,
        quoted for, does their books, works in accounts, works there, works in the office, on the
        inside, someone in the office, did the computers, the chair told, manager told, i do their,
        could see""",
    "hr": """
        suspended, suspension, sacked, fired, dismissed, disciplinary, hearing, grievance, hr,
        warning, final written, written warning, probation, redundant, redundancies, redundancy,
        made redundant, resigned, resignation, resigning, handed her notice, handed his notice,
        handed in, notice in, gave notice, leaving, leavin, head job, heid job, leaves at, retiring,
        going to be leaving, got another job, got a job at, interview, interviews, interviewed,
        shortlist, shortlisted, applied for, the manager job, manager's job, head job, heid job,
        signed off, off with stress, off sick, treatment, biopsy, pregnant, expecting, scan pic,
        having a baby, nine months reasons, having treatment, on leave, sent home, investigate,
        investigated, investigation, tribunal, supervision, appraisal, personal review, review of
        roles, reapplying, cover, on agency, mutual decision, step down, stepping down, stepping up,
        trial, husband's walked out, left her husband, splitting up""",
    "pay": """
        salary, salaries, wages, wage, payroll, pay rise, earns, paid an hour, paid an hour, quid an
        hour, on more than, bonus, salary bands, everyones wages, gets paid, paid more, per hour,
        rewarded, pay packet, what they pay, on minimum""",
    "money": """
        overdraft, reserves, month's money, months money, can't make wages, bank won't, accounts,
        audit, auditor, deficit, in the red, going under, go under, fold, folding, bankrupt, grant
        falls, grant fell, legacy, landlord's given, rent, the lease, funding back, insurers,
        insurance, settle, settlement, solicitor, solicitors, bids, quotes for, sold to, selling the
        building, sell the building, being sold, new owner, closing the, shutting the baby room,
        shuttin, shutting, closing down, close down, merge, merging, numbers for september,
        disastrous, taking the, getting rid of, losing the, cutting""",
    "owe": """
        owe, owes, owed, owing, behind on fees, behind on, behind with, arrears, payment plan, not
        paid, hasn't paid, havent paid, who's not paid, non payment, unpaid, bursary, hardship,
        hardship grant, hardship fund, fee waiver, place has been stopped, debt, debt letters,
        collection letters""",
    "papers": """
        minutes, committee minutes, trustees' minutes, trustees minutes, draft budget, budget,
        payroll, rota, staff rota, risk assessment, supervision notes, supervision template,
        whistleblowing log, staff handbook, handbook, salary bands, register, incident book,
        accident book, contract, contracts, policy draft, waiting list, feedback forms, parent
        survey, raw survey, staff files, personnel, shared drive""",
    "family": "family, families, they, that family, the parents, parents, couple, mum, dad, that lot, "
    "house, twins, patels, her husband, his wife, their place",
    "visit": """
        ofsted, inspector, inspectors, inspection, fire officer, council lady, county adviser,
        adviser, environmental health, auditors, the council""",
    "code": """
        code, codes, gate code, door code, door codes, entry code, alarm, alarm code, padlock,
        combination, keypad, panel code, pin, password, passcode, login, log in, wifi, wi-fi, key
        safe, fob, panel""",
    "key": "spare key, spare set, key, keys",
    "place": "gate, door, side gate, back gate, back door, front door, shed, hall, office, porch, "
    "building, baby room, preschool, nursery, main door, side door, bike rack",
}
SIGNS = signs(
    GROUPS,
    hush=("{hush}",),
    source=("{source}",),
    hr=("{hr}",),
    pay=("{pay}",),
    money=("{money}",),
    owe=("{owe}",),
    papers=("{papers}",),
    visit=("{visit}",),
    family=("{family}",),
    secret_plans=(
        "ask_at_the_office|open_to_everyone|birthday_surprise|present|gift|card|collection|whip_round|"
        "party|cake|birthday|secret_santa|tooth_fairy|father_christmas|santa|elf|panto|flowers|recipe|"
        "engagement",
    ),
    staff=(
        "staff|manager|deputy|cook|miss|mrs|mr|teacher|key_worker|keyworker|room_leader|the_girls|"
        "one_of_the_girls|one_of_us|two_of_us|team|apprentice|cleaner|office|secretary|treasurer|chair|"
        "committee|trustee|trustees|helper|new_lady|new_girl|ta|practitioner|nursery|preschool|"
        "toddler_room|baby_room|foxes|caterpillars|hedgehogs|butterflies|puffins|badgers|robins|"
        "fledglings|head|the_boss|the_lady|leader|deputy's|lass|they",
    ),
    told_all=(
        "as_per|newsletter|letter_went_out|emailed_everyone|all_been_told|announced|agm|"
        "everyone_knows_already|on_the_website|public_meeting",
    ),
    own=("i'm|im|i_am|we're|we_are|my_own ~2 pregnant|expecting|leaving|retiring|redundant|signed_off",),
)
S = SIGNS

SECURITY: tuple[Rule | Recipe, ...] = (
    rule(
        "how to get into the building",
        "gate|door|alarm|entry|padlock|panel|key_safe|keypad ~1 code|codes|combination|number|is|'s|s|"
        "pin ~3 #",
        "code|codes|combination|alarm|padlock ~2 is|are|'s|s|now ~2 #",
        "{code} # ~3 {hash|then|now|and|if|get|works}",
        "{place} #-#-#",
        "{place} ~2 is? # # #",
        "{place} ~6 {code} ~6 #",
        "{code} ~3 for ~2 {place|panel|drill} ~6 #",
        "code ~2 is|'s|same|the ~3 postbox|year|backwards|birthday|number|phone|house|doubled|c1957",
        "alarm ~2 is|'s the? ~2 year|same|code|number|backwards",
        "alarm ~4 hasn't|hasnt|doesn't|doesnt|not|never|isn't ~1 worked|work|working|set|on",
        "window|door|gate ~3 on the latch ~6 {hush|always|nobody|alarm}",
        "they leave ~4 window|door|gate ~3 latch|open|unlocked",
        "punch|type|tap in|the? # ~4 {come|and|then|on|keypad|door}",
        "# ~1 hash|star ~4 {hold|and|then|just|sec}",
        "# ~1 hash|then_the_tick|star_at_the_end",
        "{key} ~3 is|are|'s|under|on|where ~6 {hide}",
        "{key} ~6 under|behind|inside ~3 pot|gnome|mat|brick|stone|drainpipe|bin|plant|tin|doormat|"
        "flowerpot ~10 {place|fete|code|hall|shed}",
        "{hide} ~6 {key}",
        "spare key|set|keys ~6 {hide|where|always|hall|porch}",
        "lifts if you press ~2 catch|latch",
        "press ~2 the? catch",
        "wifi|wi-fi|login|password|laptop|log_in ~6 {is|under|post_it|post-it|keyboard|word}",
        "admin|app|office password|login ~2 is",
        "camera|cctv ~8 dummy|fake|doesn't_work|no_wires|broken|not_on|off",
        "fob ~6 works|opens|still",
        "building|place|nursery ~2 empty ~6 {till|until|easter|weekend|keys}",
        "nobody|no_one in over ~6 {easter|christmas|half_term|weekend|holidays|cleaner}",
        "on her|his|their own ~3 at|from|till|until ~2 # ~6 {locks|lock}",
        "locks up ~4 own|alone|herself|himself|#",
        "manager's|managers house number ~6 bell|key|twice|code",
        "number twice then",
        groups=GROUPS
        | {
            "hear": "hear",
            "job": "job",
            "girl": "girl",
            "hide": "under the mat, under the pot, under the gnome, under the third gnome, on the nail, "
            "biscuit tin, behind the drainpipe, third gnome, under the bin",
            "panel": "panel, alarm, fire drill, fire panel",
            "drill": "drill",
            "word": "#",
            "post_it": "post it, post-it",
        },
        unless="lost-keys found-keys left-keys car-keys promo discount-code pin-number",
        subtype="security",
    ),
)
STAFF_MATTERS: tuple[Rule | Recipe, ...] = (
    Recipe(
        "staff matters that are not for the group",
        (S["hush"], S["hr"], S["staff"]),
        (S["secret_plans"], S["own"]),
        subtype="hr",
        within=45,
    ),
    Recipe(
        "staff matters that are not for the group",
        (S["source"], S["hr"], S["staff"]),
        (S["secret_plans"], S["own"], S["told_all"]),
        subtype="hr",
        within=30,
    ),
    Recipe("what somebody is paid", (S["pay"], S["hush"]), (S["secret_plans"],), subtype="hr", within=40),
    Recipe("what somebody is paid", (S["pay"], S["source"]), (S["secret_plans"],), subtype="hr", within=25),
    Recipe(
        "the setting's own affairs, not yet public",
        (S["money"], S["hush"]),
        (S["secret_plans"], S["told_all"]),
        subtype="work_information",
        within=45,
    ),
    Recipe(
        "the setting's own affairs, not yet public",
        (S["money"], S["source"], S["staff"]),
        (S["secret_plans"], S["told_all"]),
        subtype="work_information",
        within=30,
    ),
    Recipe(
        "an inspection that was not announced",
        (S["visit"], S["hush"]),
        (S["secret_plans"],),
        subtype="work_information",
        within=40,
    ),
    Recipe(
        "papers that are not for the group",
        (S["papers"], S["hush"]),
        (S["secret_plans"],),
        subtype="work_information",
        within=40,
    ),
    Recipe(
        "another family's affairs",
        (S["owe"], S["hush"]),
        (S["secret_plans"],),
        subtype="family_affairs",
        within=40,
    ),
    Recipe(
        "another family's affairs",
        (S["owe"], S["source"], S["family"]),
        (),
        subtype="family_affairs",
        within=25,
    ),
    rule(
        "staff matters that are not for the group",
        "suspended|sacked|dismissed|fired pending|yesterday|last_week|today ~10 {staff|team|teacher|"
        "supply|agency|hearing|know}",
        "{staff} ~6 suspended|sacked|fired|dismissed|disciplinary|on_a_warning|redundant|signed_off|"
        "off_with_stress|resigned|handed_in|notice_in",
        "she's|shes|he's|hes|miss|mrs|mr|craig|is|been ~3 off|signed_off ~4 with ~2 stress|nerves|depression",
        "she's|shes|he's|hes been suspended|sacked|fired|signed_off|sent_home|let_go|dismissed",
        "disciplinary ~8 {wednesday|final|she|he|we_had|hearing|got}",
        "final written",
        "didn't|didnt|won't ~2 get_through|pass ~2 probation|it|trial",
        "mutual decision",
        "grievance ~4 in|against ~4 {manager|chair|hr|staff|her}",
        "not on leave ~6 {sent_home|suspended|investigate|sister}",
        "making ~2 {staff} ~2 redundant",
        "pay|paid ~6 # ~4 {she's|she|more|than|girl|loyalty|started}",
        "i'm on # ~4 {and|she's|she|per|an}",
        "on # ~1 p|pence|quid more than",
        "manager|deputy|chair|head|cook|apprentice ~4 gets|earns|on|salary|paid ~3 £",
        "£ ~10 salary|bonus ~6 {tell|quote|manager|staff}",
        "# ~6 in|was_in the papers for the meeting",
        "rota ~6 know_who's|on_her_own|agency|who's_on",
        "saw ~2 rota",
        "tue|mon|wed|thu|fri ~4 on_her_own|on_his_own|agency ~4 {till|until|#}",
        "minutes ~8 {attached|item|page|closed|last_night|trustees|redundancies|private|read}",
        "item # ~6 {redundancies|resignation|complaint|minutes}",
        "marked confidential|private",
        "please treat ~2 private|confidential",
        "complaint ~8 upheld|not_upheld|looked_at_by",
        "don't admit anything",
        "vote ~6 was ~2 # to|-",
        "taking them|us to tribunal",
        "our solicitor|insurers|insurer ~2 says|said|have|has",
        "shared drive",
        "going|selling|sold|being ~2 sold to a chain",
        "put the absent|absentees ~4 {down|in}",
        "{visit} ~2 coming|are_coming|is_coming|rang|window ~10 {thursday|tues|weds|tell|told|parents|"
        "unannounced|announced|shoes|meant|hush}",
        "waiting list ~10 {number_one|third|first_two|first|names}",
        "pretend|act|look ~2 you don't_know|dont_know|surprised",
        "new owner is|are",
        "was pushed ~4 {resign|didn't|jump}",
        "on # ~2 more than ~2 {girl|lass|one|new|me}",
        "can't|cant say why ~4 {hear}|know|you'll",
        "swore|sworn ~2 secrecy",
        "she's|shes having treatment",
        "applied for the ~2 {job|post|ta|role}",
        "list ~2 for a? monday|september|place ~4 first|are|is|third",
        "third|first|second|eleventh|next ~2 on the list",
        "i type for|i_clean_for|i_cook_for the ~1 solicitors|accountants|bank|council",
        "she|he|they hasn't told|announced ~4 {families|parents|anyone|boss|yet}",
        "parents get|getting ~2 letter|told ~6 {next_week|monday|9th|pretend}",
        "anonymous feedback|survey ~6 wasn't|isn't|see",
        "seen ~3 raw|parent survey",
        "families ~2 in arrears",
        "owe|owes ~4 £ ~4 {fees|family|screen|they}",
        "that family owe",
        "they|family|families ~6 behind ~2 fees|with|on ~6 {told|apparently|screen|months}",
        "payment plan ~6 nursery|preschool|told|treasurer",
        "folder called",
        "handed ~1 her|his|their|in ~1 notice ~4 {in|friday|told|yesterday|not}",
        "leaving|retiring|going ~2 at|in ~2 {xmas} ~10 {hush|announced|told|new_job|parents}",
        groups=GROUPS
        | {
            "staff": "manager, deputy, cook, teacher, practitioner, apprentice, room leader, key "
            "worker, treasurer, secretary, one of the team, one of the girls, mrs, miss, mr, member of "
            "staff, foxes team",
            "xmas": "christmas, easter, summer, half term, the end of term, friday",
        },
        subtype="hr",
        unless="ask-in-confidence my-own agm-all-welcome i'm-pregnant",
    ),
)
PAPERS = ways("{papers}|confidential|private", groups=GROUPS)
AFFAIRS = ways(
    "leave|left|off|suspended|been|paid|get_in|side_door|locked|code|open_day|manager|leaving|cook|rest|"
    "sick|moved",
    groups=GROUPS,
)
ANSWERS: tuple[Rule, ...] = (
    rule(
        "staff matters that are not for the group",
        "signed off|sacked|suspended|sent home|investigate|investigating|her nerves|redundant|not "
        "public|merge|not_on_leave|interview|pregnant|walked out",
        "£",
        "#k",
        groups=GROUPS,
        subtype="hr",
    ),
    rule(
        "how to get into the building",
        "# ~1 hash|star|then|and_hold|hold",
        "house number twice",
        groups=GROUPS,
        subtype="security",
    ),
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("hush", "source", "hr", "pay", "money", "owe", "papers"))
SURE_ENOUGH = 0.5


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Codes and keys first; then what is said under the seal of secrecy, or was not meant to be seen."""
    folded = post.folded
    findings = list(found(Category.CONFID, SECURITY, folded)) or list(
        found(Category.CONFID, STAFF_MATTERS, folded)
    )
    if not findings and post.reply_to and says(fold(post.reply_to), AFFAIRS):
        findings = list(found(Category.CONFID, ANSWERS, folded))
    if not findings and post.media is Media.DOCUMENT and post.author.is_staff and says(folded, PAPERS):
        findings = [
            Finding(
                Category.CONFID, 0.8, Severity.HIDE, "papers that are not for the group", "work_information"
            )
        ]
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.CONFID, FAINT, folded, facts, SURE_ENOUGH)
