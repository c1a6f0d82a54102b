"""Notices who speaks, and for whom: as the setting, as staff with a view of their own, or without a name."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, evidence, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post, Role
from moderation.text import fold

GROUPS = {
    "setting": """
        preschool, pre-school, pre school, nursery, playgroup, setting, management, office,
        committee, head office, the school, nursery finance team, finance team, admin team, the
        manager, head teacher, the trustees, the staff""",
    "notice": """
        closed, closure, open, fees, fee, hours, term, half term, session, sessions, moved,
        cancelled, compulsory, must, forms, deposit, deposits, payment, payments, refund, refunds,
        refunding, trip, uniform, gate, from monday, from next week, as of, starts, no more,
        deadline, by friday, by noon, account, money back, please adjust, change, changing, changed,
        rules, wellies, packed lunch, confirm, reply, records, booking""",
    "role": """
        room leader, practitioner, nursery nurse, key worker, keyworker, key person, deputy,
        manager, assistant, teacher, staff member, member of staff, member of the team, one of your
        staff, early years worker, nursery worker, preschool worker, committee member, trustee,
        senco, educator, chair, secretary, treasurer, early years teacher""",
    "opinion": """
        i think, i reckon, i believe, honestly, in my opinion, imo, if it was up to me, if you ask
        me, personally, should, shouldn't, shouldnt, ought, wrong, joke, ridiculous, too young,
        waste of time, disgrace, scrap, better, worse, i wouldn't, i'd not, i'd never, i'm against,
        i'm for, overreach, i can tell you, i can promise, never have been, best, love, loved, hate,
        the policy is, agree with me""",
    "we": "we all, all of us, we're all, us lot, the team, everyone here, the whole room, most of the "
    "room, the rest of the room, as a team, none of us",
    "nameless": """
        anonymous, anonymously, stay nameless, remain nameless, nameless, doesn't want her name,
        doesnt want her name, dosnt want her name, doesn't want his name, doesn't want naming,
        doesn't want to be named, does not want naming, rather not say, rather not be named, rather
        nobody knew, won't be named, asked me not to say who, asked not to be named, wants to stay,
        don't want to be named, not to say who, too scared to post, scared to post it herself,
        doesn't want their name, prefer not to be named, prefers not to be named, without naming
        her, keep my name out, not using my name, can't use my own name, cant use my own name, not
        to use my name, chosen not to use""",
}
SIGNS = signs(
    GROUPS,
    notice=("{notice}",),
    opinion=("{opinion}",),
    setting=("{setting}",),
    posting=("posting|sharing|asking|post|passing|sent|got_sent|told|asked|says|reckons|wants_to_know",),
    nameless=("{nameless}",),
)
S = SIGNS

# Anybody without office who speaks as the setting.
FOR_THE_SETTING: tuple[Rule | Recipe, ...] = (
    rule(
        "somebody speaks for the setting",
        "on behalf of ~2 {setting|everyone|all}",
        "behalf of ~2 {setting}",
        "official ~1 notice|line|message|statement|update|news|closed|screenshot ~8 {setting|notice}",
        "official: {notice}",
        "official: closed|no|the|fees|please|all",
        "confirmed by ~2 {setting}",
        "i|we can ~2 confirm ~3 {setting|that|there|it|they|the}",
        "message|notice|announcement|word ~1 from ~1 the? {setting}",
        "we|we've ~1 decided|agreed|decided_is ~4 {setting}",
        "we've decided as|is",
        "as a preschool|pre-school|committee|setting|nursery|playgroup ~1 we",
        "{setting} ~4 asked|told|wants|want|wanted ~1 me ~2 to ~2 {tell}",
        "{setting} ~6 want|would_like|ask ~1 you|everyone ~2 all? ~2 to ~1 know",
        "asked to|me pass|tell ~1 on|it_on|everyone|that|you",
        "asked me to tell|pass|let ~2 you|everyone|all|parents|families|on",
        "{setting} ~2 has|have agreed",
        "{setting} ~2 informs|informed|hereby",
        "this is ~2 the? ~1 {setting|manager|deputy|office} ~4 new|speaking|here|account|number|please",
        "{setting|manager} ~1 here ~4 {please|we|kindly|send|everybody|fees|your}",
        "preschool|nursery|pre-school office|admin|official ~1 here",
        "i am|i'm ~2 from ~2 {setting}",
        "mrs|miss|mr|ms ~3 here ~8 new|lost|changed|phone|handset|number",
        "speaking as|for ~2 {setting}",
        "as of monday|now|today|next ~8 official|scrapped|compulsory|must|no_more|are|is",
        "you heard it here first",
        "take ~3 as gospel|gospul|official",
        "as per ~2 {setting|head_teacher|manager}",
        "new|official page ~4 for ~2 {setting} ~4 live|like|up",
        "set_up|made|created|started ~4 page|account|group ~4 for ~2 us|preschool|pre-school|nursery ~8 "
        "{badge|logo|official}",
        "please|kindly adjust your holidays|plans",
        "everyone|every family|everybody gets|will_get ~4 money_back|refund",
        "trustees ~2 regret|regrets|will_be_taking|are_taking_action",
        "committee|trustees|management ~3 supporting|will_be_taking|fully_support|is_behind|refuse|condemn",
        "{i_have} ~4 agreed|booked|arranged|confirmed|promised ~8 {setting|families|farm|coach|paper|"
        "new_families}",
        "i've|ive|i_have|i said ~4 from the office",
        "put up|out ~6 {setting} ~2 name",
        "{setting} ~2 headed paper|letterhead",
        "authorised|authorized|given_me|gien ~3 {me|nod|permission|go_ahead|authority}",
        "put|left me in charge",
        "{setting} ~3 spokesman|spokeswoman|spokesperson|representative|ambassador|press_office",
        "as ~2 representative|spokesman|spokeswoman|voice",
        "speak|speaking|answer|saying ~3 for|on ~2 the? ~1 {setting} ~2 {here|behalf|because|and}",
        "official warning|one|group|chat|line_from",
        "treat ~3 as official",
        "preschool|nursery|pre-school|office|staff|cylch|manager|committee|nursry ~1 says|say|sed|said "
        "~4 no|could|cud|yes|that|final|stop|tell|i_can|you_all",
        "says|said|told|asked ~1 me? ~1 to tell|say ~3 you|this|everyone|all|yous",
        "i'm to|supposed_to say|tell",
        "take it|this ~3 coming from|from_her|from_him|from_the_top",
        "what i say goes",
        "i can say ~3 answer|final|that",
        "guaranteed ~4 place|there'll|refund|sessions",
        "i'll make sure of it",
        "the one who told them",
        "attention parents|families|all ~2 this_is|the",
        "this is the? preschool|nursery|pre-school|office|committee|setting",
        "we're|we_are recruiting ~12 {me|cvs}",
        "send cvs ~2 to me",
        "from now|monday ~2 no photo|questions|buggies|one_may",
        "account: preschool|nursery|official",
        "i do the calendar|rota|list ~4 trust",
        "set_up|made|started|created ~4 instagram|insta|page|facebook|tiktok|group ~3 for ~2 {setting}",
        "group|one ~4 shut_soon|closing ~4 move_over|everyone_move",
        "probably overstepping|shouldnt_speak",
        groups=GROUPS
        | {
            "i_have": "i've, ive, i have, i, we've",
            "here": "here, behalf",
            "me": "me",
            "tell": "tell, let, pass, say, remind, inform",
            "official": "official",
        },
        unless="biscuit household bedtime hats-off complaint-on-behalf thank-on-behalf thanks-on-behalf "
        "birthday",
        subtype="as_setting",
        severity=Severity.FLAG,
    ),
)
POSING: tuple[Rule, ...] = (
    rule(
        "somebody may pass for the setting",
        "{setting|manager} ~2 here ~12 {bank}",
        "{setting} ~12 update|updating|records|account|registration|register ~10 {bank}",
        "from|for ~2 {setting} ~14 {bank}",
        "fees|payments|deposits ~6 new|different account",
        "send ~3 your|ur bank|card|account ~4 records|update|refund",
        "resend|send|reply|type ~6 registration|details|forms ~6 here|to_me|chat",
        "everyone|parents|all ~4 type|fill|send|reply|give ~4 details|form|date_of_birth|address|bank",
        "confirm your ~1 address|details|bank|account",
        "manager ~3 on|with my new account|phone|number",
        "lost|new my|old ~2 handset|phone|number ~6 this_is_me|type|send|details",
        "direct_debit failed|bounced",
        groups=GROUPS
        | {
            "bank": "bank details, card number, card details, sort code, account number, deposits, "
            "deposit, date of birth, new account, payment "
            "details, direct debit, bank, card"
        },
        subtype="as_setting",
        severity=Severity.HIDE,
    ),
)
NAMELESS: tuple[Rule | Recipe, ...] = (
    rule(
        "posted without a name or for somebody who will not be named",
        "posting|sharing|asking|post|passing ~3 for|4|on_behalf_of ~4 {nameless|somebody|a_mum_who|"
        "friend_she|friend_who|someone_who|one_who}",
        "posting|post|asking|sharing|sent|says ~4 friend|mum|parent|dad|someone|somebody|lady|person ~4 "
        "{nameless}|name_out",
        "{nameless} ~8 {says|asked|wants|wondering|reckons|how|is_anyone}",
        "lady|mum|dad|parent|person|someone|somebody|dads|mums ~6 {nameless}",
        "anonymous parent|mum|dad|member|here|account|post|poster",
        "i'm|im|staying|stay|remain|remaining|be ~2 anonymous",
        "i ~1 can't|cant|won't|wont|don't|dont use|give|say|put ~2 own? ~1 name",
        "no name|names ~3 no|on ~2 face|picture|here",
        "call|know me ~6 {deep|posting|the_watcher|whispers|insider|mole}",
        "don't|dont bother asking|trying ~3 who|find_out|trace",
        "you'll_never know ~3 who|me ~3 i_am|i'm|that's_how|am",
        "don't know|no me ~4 going_to_stay|how_it|that's_how",
        "not saying who runs",
        "not|never saying|say|tell ~2 who_i_am",
        "second|fake|new|secret|burner|other account ~6 trace|know|recognise|find|so_they",
        "posting|post as ~8 nobody|rather|because|whispers|knew",
        "chosen|choose not_to ~2 use my name",
        "just|only ~1 observing|watching|lurking ~2 {eyes}",
        "i see everything",
        "what|things the? committee|others|nobody ~2 won't|wont|will_not ~1 {say|tell}?",
        "stay tuned ~2 {shush|eyes}",
        groups=GROUPS
        | {
            "deep": "deep, mr, mrs, anon, stoat",
            "says": "says, said, feels",
            "asked": "asked",
            "wants": "wants",
            "say": "say, tell",
            "eyes": "eyes",
        },
        unless="asking-for-a-friend-haha haha-asking donation secret-santa feedback-form survey",
        subtype="anonymous",
        severity=Severity.FLAG,
    ),
)
AS_STAFF: tuple[Rule | Recipe, ...] = (
    rule(
        "staff who show where they work",
        "as|being someone|somebody|one ~1 who|that works|work|working here|there|at|in",
        "as ~1 a|the|an|your|one_of ~3 {role} ~2 {here}",
        "as|purely_as|speaking_as ~2 the? a? ~1 {role}",
        "i|we ~1 work|works|worked ~1 here|in_the|at_the|at_this|for_the ~2 {room|setting}",
        "i work here|in_the_baby|in_the_toddler",
        "my ~3 bio|profile ~6 {role|preschool|nursery|practitioner|setting}",
        "proud|proudly ~4 {role|team|staff|setting}",
        "member|part of ~2 staff|team|the_team ~2 {here|at|and}",
        "one of ~1 your|the staff",
        "work with the? ~1 under_twos|babies|toddlers|twos|pre-schoolers|little_ones ~6 at",
        "i do this for a living",
        "my ~1 profile|page|bio ~4 says|say where_i_work",
        "new role with ~2 babies|children|toddlers|preschool",
        "uniform selfie",
        "it's|its me from ~3 room",
        "at|in our|my place|setting|work ~3 {opinion|reckons|thinks|we}",
        "my professional opinion",
        "{role} here|speaking",
        "those|us|we ~2 of? us? ~2 who work|actually_work here|in_the|on_the_floor",
        "after # years here",
        groups=GROUPS
        | {
            "here": "here, in this, at this, at the, myself, in the, of, i",
            "room": "room, baby room, toddler room, preschool room, rooms, office",
        },
        unless="used-to-work worked-in-leeds old-job not-the-preschool",
        subtype="self_identifies",
        severity=Severity.FLAG,
    ),
    rule(
        "staff who give a view without saying that it is their own",
        "we|us ~1 all|staff|the_staff|lot|girls ~2 think|reckon|agree|feel|believe|hate|want",
        "we're|were|we_are all ~2 of one mind|agreed|saying|fed_up|thinking",
        "all|none|most of us ~4 think|reckon|agree|feel|here|in_the_rooms|voted|want",
        "the rest|whole of? ~2 room|team ~6 think|agree|would|signed|feel",
        "i suspect ~2 others would agree",
        "the|our team|staff|room|girls ~1 all? ~1 think|thinks|agree|agrees|reckon|reckons|feel|feels|"
        "reckons",
        "between us we ~2 think",
        "we the staff",
        "everyone|everybody at ~2 our|work|place ~3 reckons|thinks|agrees|says",
        "we won't|wont|will|wouldn't be ~1 opening|open|closed|closing|shut",
        "i|we can|will promise|guarantee ~3 every|you|families|all",
        "dates will be ~8 trust",
        "we all|don't|do agree|think|reckon ~8 {council|minister|government|school|library|policy}",
        "i can tell|promise|assure ~1 you ~6 {notice}",
        "if ~1 it was|were up_to ~1 me|us",
        "i give you my word",
        "as|speaking_as ~2 {role} ~8 {opinion}",
        groups=GROUPS,
        subtype="no_disclaimer",
        severity=Severity.FLAG,
    ),
)
WITH_CHILDREN: tuple[Rule, ...] = (
    rule(
        "staff who say that they work with children",
        "work|works|working|worked|job|career|spend ~4 with ~3 children|kids|little_ones|under_fives|"
        "toddlers|babies|early_years|two_year_olds",
        "i'm|im|i_am ~2 a|an early_years|nursery|childcare|preschool ~1 {role|worker|professional|"
        "teacher|nurse}",
        "in|of childcare|early_years|nursery_work ~3 for # years",
        "# years ~3 in|of childcare|early_years|nurseries",
        groups=GROUPS,
        unless="used-to worked-in leeds",
        subtype="works_with_children",
        severity=Severity.FLAG,
    ),
)
NOT_SO = ways(
    "speaking for_myself|personally|only_for_myself ~3 not|and_not",
    "my own|personal views|view|opinion|opinions ~6 {setting|only|not}",
    "not|n't ~3 speaking|talking ~1 for|on_behalf ~2 {setting}",
    "views|opinions ~2 are|is|'re my own|mine",
    "used to work|be",
    groups=GROUPS,
)
JOKE = ways(
    "asking_for_a_friend|asking_for_my_friend ~2 haha|lol|{}", "asking for|4 a_friend haha|lol", groups=GROUPS
)
# People who may speak for the setting; a chair or an administrator does so every day.
OFFICERS = frozenset({Role.MANAGER, Role.DEPUTY, Role.LEAD, Role.ADMIN, Role.CHAIR, Role.SOCIAL})


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """One finding of each kind; whoever may speak for the setting does."""
    folded, roles = post.folded, post.author.roles
    if roles & OFFICERS:
        return
    if posing := [] if post.author.is_staff else list(found(Category.SPEAKER, POSING, folded)):
        yield posing[0]
    else:
        yield from list(found(Category.SPEAKER, FOR_THE_SETTING, folded))[:1]
    if not says(folded, JOKE):
        yield from list(found(Category.SPEAKER, NAMELESS, folded))[:1]
    if post.author.is_staff and not _disclaims(post, policy):
        yield from _staff(post)
    yield from _off_duty(post, policy)


def _staff(post: Post) -> Iterator[Finding]:
    yield from list(found(Category.SPEAKER, AS_STAFF, post.folded))[:1]
    yield from found(Category.SPEAKER, WITH_CHILDREN, post.folded)


def _disclaims(post: Post, policy: Policy) -> bool:
    """In any of the usual ways, or in the words that the setting gave out."""
    if says(post.folded, NOT_SO):
        return True
    given = fold(policy["identity.disclaimer_text"]).text.strip(" .")
    return bool(given) and given in post.folded.text


CHAT = ways(
    "telly|netflix|love_island|strictly|bake_off|football|footy|match|gin|wine|pub|night_out|hangover|holiday|"
    "takeaway|curry|nails|hairdresser|shopping|box_set|episode|gig|festival|lottery|date_night|recipe ~8 "
    "{mine}|last_night|tonight|weekend|anyone|was|yes|again|week|so|at|watching|later|i",
    "anyone ~3 watching|watch|seen|fancy|see ~6 telly|netflix|match|football|bake_off|episode|gin|curry",
    groups={"mine": "my, our, me"},
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HERE = ZoneInfo("Europe/London")


def _off_duty(post: Post, policy: Policy) -> Iterator[Finding]:
    """Private chat of staff: while the children are there, and where the group is for promotion only."""
    bound = frozenset(policy.roles("scope.staff_roles")) | {Role.STAFF}
    if not post.author.roles & bound or (span := says(post.folded, CHAT)) is None:
        return
    where = (evidence(post.folded, *span),)
    if _in_session(post, policy):
        why = "private chat by staff while the children are there"
        yield Finding(Category.SPEAKER, 0.8, Severity.FLAG, why, "session_time", where)
    elif policy["group.purpose"] == "promotion_only":
        why = "chat that is not what the group is for"
        yield Finding(Category.SPEAKER, 0.7, Severity.FLAG, why, "off_topic", where)


def _in_session(post: Post, policy: Policy) -> bool:
    if post.at is None or policy["staff.session_posts"] == "ignore":
        return False
    here = post.at.astimezone(HERE)
    hours = policy["staff.session_hours"].get(DAYS[here.weekday()], ())
    return any(first <= here.time() < last for first, last in hours)
