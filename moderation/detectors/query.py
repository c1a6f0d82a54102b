"""Notices a question, request or worry put to the setting, and leaves alone what parents ask each other.

Three things speak for a question to the setting: it is worded as one, it is about something the setting
decides or knows, and it is put to its people. The model's reading of the whole post is asked as well; a
setting of "recommendations, lifts and lost gloves" is what parents ask each other, whatever the model says.
"""

from collections.abc import Iterable, Mapping

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import says, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.questions import asks_again

SURE, LIKELY = 0.9, 0.7
MODEL_SURE = 0.90  # the model's word is enough where something is asked
MODEL_ALONE = 0.97  # and here even without a word of asking
MODEL_AGREES = 0.20  # of something worded as a question about the setting's matters
MODEL_DENIES = 0.01  # below this, chat about the same things is likelier
CHILD_SURE, CHILD_AGREES = 0.70, 0.10  # the same about one child
MAYBE_URGENT = 0.90  # then it is for those who look after children's safety

GROUPS = {
    "people": """
        the office, office, staff, the staff, a member of staff, member of staff, the manager, the committee,
        the teachers, teachers, the preschool, preschool, pre-school, the nursery, nursery, the playgroup,
        playgroup, the setting, key person, keyworker, key worker, someone in charge, somebody in charge,
        miss, mrs, whoever's in charge, whoevers in charge, one of the ladies, the ladies""",
    "can": "can, could, would, will, please, pls, might, may",
    "you": "you, u, yous, youse, you guys, you lot, the staff, staff, they, preschool, nursery, playgroup",
    "open": "open, closed, shut, running, closing, opening, breaking up, break up, finishing",
    "matter": """
        open, closed, shut, inset, inset day, training day, half term, term, term dates, terms, holiday club,
        breakfast club, after school club, club, bank holiday, snow, drop off, dropoff, pick up time,
        pickup time, home time, hometime, start time, finish time, gate, gates, buzzer, door, session,
        sessions, extra day, extra session, spaces, space, place, places, waiting list, registration,
        enrolment, enrol, funded, funding, funded hours, 30 hours, thirty hours, 15 hours, code, voucher,
        vouchers, tax free, fee, fees, invoice, invoices, bill, deposit, charge, charged, payment, pay, paid,
        refund, notice period, discount, snack money, trip money, form, forms, slip, permission slip,
        consent form, letter, letters, newsletter, policy, policies, procedure, handbook, menu, snack, snacks,
        lunch, lunches, packed lunch, lunchbox, dinner, dinners, nut free, allergen, squash, water bottle,
        bottles, uniform, jumper, jumpers, sweatshirt, cardigans, plimsolls, pumps, slippers, daps, trainers,
        wellies, sun hat, sunhat, sun hats, sun cream, suncream, spare clothes, spare set, bag, book bag,
        bookbag, rucksack, kit, kit list, named, labelled, nappies, nappy, wipes, pe, pe day, costume,
        costumes, dress up, dressing up, non uniform, own clothes, pyjama day, pjs, world book day, show and
        tell, trip, trips, coach, bus, minibus, concert, nativity, play, rehearsal, sports day, fete, fair,
        open day, stay and play, christmas party, leavers, leavers do, graduation, harvest, disco, cake sale,
        book fair, photographer, class photos, school photos, photos, parents evening, slots,
        settling in, settle in session, induction, induction evening, talk, app, password, login, link,
        lost property, car park, parking, scooters, scooter, buggy, buggies, pram, sick, sickness, sick bug,
        48 hours, 48 hrs, chicken pox, nits, medicine, calpol, antibiotics, inhaler, first aid, dbs, ratio,
        key person, key worker, keyworker, new room, big room, toddler room, baby room, reception teachers,
        school nurse, two year check, 2 year check, report, reports, emergency contact, safeguarding lead,
        parent rep, agm, raffle, poster, sibling, siblings, toilet trained, potty trained, dry, collecting,
        collects, password, dates, date, deadline, timetable, display, camera, behaviour policy, data""",
    "time": "what time, wot time, wat time, when, wen, what day, which day, what date, which date, how "
    "long, "
    "how much, how many, how often, by when",
}
ASKED = ways(
    "what|whats|what's|wot|wat|when|whens|when's|wen|where|which|who|how|hows|why ~1 is|are|do|does|did|"
    "the|"
    "we|they|it|should|can|will|would|much|many|long|time|day|date|days|about|if|to",
    "is|are|do|does|did|has|have|will|can|could|should|was|were|may|might|would|am ~0 it|they|we|you|u|"
    "there|"
    "the|i|anyone|someone|somebody|this|that|children|kids|parents|staff|helpers|nursery|preschool|his|"
    "her|my",
    "how|hows|how's ~1 he|she|it|they|things|my|our|has",
    "anyone|anybody|someone|somebody|a_member ~3 able|know|tell|confirm|help|check",
    "any_chance|any_news|any_update|any_idea|any_plans|any_spaces|any_places|any_room|anyone_know|"
    "anybody_know|does_anyone_know|do_we_know|remind_me|just_wondering|wondering_if|wondering_whether|"
    "can_someone|could_someone|can_somebody|could_somebody|can_anyone|could_anyone|please_can|pls_can|"
    "please_could|can_you|could_you|would_you|may_i|might_i|i_would_like_to_ask|quick_question|"
    "question_for",
    groups=GROUPS,
)
ABOUT = ways("{matter}", groups=GROUPS)
BY_NAME = ways(
    "anyone|anybody|someone|somebody|one ~1 from|in|on|at|of ~1 {people}",
    "{people} ~3 {can|tell|confirm|let|know|advise|help|able|want|mind|need|say}",
    "{can|does|do|will|is|are|did|has|have} ~1 {people}",
    "question|request|note|message for {people}",
    "whats_the|what's_the|what_is_the|wheres_the|where's_the procedure|policy|menu|deadline|form|"
    "address|email",
    "name|number|email|address of|for ~1 {people|safeguarding_lead}",
    groups=GROUPS,
)
TO_THEM = ways(
    "{do|are|will|can|could|would|have|did} {you} ~2 {open|running|take|accept|do|need|want|provide|"
    "have|offer|"
    "still|send|put|keep|allow|mind|use|charge|supply|give|organise|doing|able|got|please|sell|pop|let}",
    "{time} ~2 {do|are|will|does|did|is} ~1 {you|nursery|preschool|playgroup} ~2 {open|take|need|want|"
    "put|send|"
    "start|finish}",
    "did|has|have|is|are ~1 newsletter|letter|letters|menu|email|form|forms|invoice|invoices|dates|"
    "slots ~2 go|"
    "gone|come|been|ready|out|up|live|due",
    "are|r you|u|yous|youse|we|they ~2 {open}",
    "is it|nursery|preschool|playgroup|everything ~2 open|closed|shut",
    "do|should|must|can|may|shall they|we|i|children|kids|parents ~3 need|bring|wear|send|have|come|pay|"
    "apply|"
    "order|book|use|park|order|sign|collect|drop|stay|take",
    "are we|parents|they|children allowed",
    "how|where|who|when do|can|should|would we|i|parents ~2 get|find|apply|sign|pay|book|order|register|"
    "update|"
    "put|change|ask|write|send|request|cancel|claim",
    "what_happens_if|what_do_we_do_if",
    "{time} ~3 {matter}",
    "any|more space|spaces|places|room|slots|news|update|sessions ~5 {matter}",
    groups=GROUPS,
)
# What parents ask each other.
AMONG_PARENTS = ways(
    "anyone|anybody|any_mums|any_dads|any_parents|who|whos|who's ~2 fancy|want|up_for|free|about|coming|"
    "going|"
    "driving|walking|selling|bringing|watching|joining|local|doing_anything",
    "anyone|anybody|anyones|anyone's|someone ~0 else",
    "anyone|anybody|someone|somebody|any_of_you ~2 got|have|lend|recommend|spare|borrow|lost|found|seen|"
    "picked_up|"
    "need|missing|taken|swap|give",
    "recommend|recommendation|recommendations|recommends|any_tips|tips|advice_from|good_deli|worth_it",
    "lift|lifts|lift_share|car_share|babysitter|sitter|childminder|plumber|electrician|cleaner|party_bags|"
    "spare_room|playdate|play_date|coffee|pub|wine|mums_night",
    "who|whos|who's ~2 picking|collecting|giving|taking|getting|got|has|have",
    "you_mums|us_mums|mums_and_dads|come_for_tea|for_tea_on|sleepover|library|tesco|co_op|hairdresser|"
    "leisure_centre|market",
    "whose|whos|who's ~1 is|this|coat|cardigan|jumper|hat|lunchbox|bag",
    "did|do|are|have|how|what|where|when ~1 you_lot|you_all|yours|your_kids|everyone|everybody|others|"
    "people|"
    "your_lot|your_two|you_mums",
    "everyone|everybody's|everybody ~2 doing|getting|wearing|bringing|think",
    "is_it_me|is_it_just_me|is_it_normal|is_it_bad_that|asking_for_a_friend|yes_or_no|vote",
    "my|our|his|her|the brother|sister|mum|dad|husband|wife|nan ~2 know_anyone",
    "happy_birthday|congratulations|joke|lol_who|kidding|said_no_one",
    groups=GROUPS,
)
# About how the child of whoever asks is doing, for staff to answer.
ABOUT_ONE_CHILD = ways(
    "how|hows|how's|long ~2 he|she|his|her ~4 been|get_on|getting_on|doing|settle|settled|"
    "sleep|slept|nap|eating|eat|today|this_morning|lunch|asleep|going",
    "did|has|is|was ~1 he|she ~3 eat|eaten|sleep|slept|nap|settle|settled|stop|stopped|ok|okay|alright|"
    "crying|"
    "have_lunch|on_track|talking|playing|join",
    "tell|let ~0 me ~0 know? ~2 if|how|whether ~3 settled|slept|ate|ok|alright|getting_on|doing|"
    "stopped_crying",
    "keep an eye",
    "can|could|may my|his|her mum|dad|nan|nanny|gran|grandma|sister|brother|partner|husband|wife|friend "
    "~2 collect|pick|get|fetch",
    "key_person|keyworker|key_worker|one_of_you|someone|somebody|staff ~3 chat|word|call|ring ~3 me|about",
    groups=GROUPS,
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """At most one QUERY, and one CHILDQ of the kind "question"."""
    meaning = facts.meaning or {}
    asked = is_asked(post)
    if asked and is_about_one_child(post, meaning) and meaning.get("URGENT", 0.0) < MAYBE_URGENT:
        yield Finding(
            Category.CHILDQ, LIKELY, Severity.FLAG, "it asks the setting how one child is doing", "question"
        )
        return
    score = scored(post, asked, meaning.get(Category.QUERY), by_staff=post.author.is_staff)
    if score >= policy.threshold(Category.QUERY, Severity.FLAG):
        yield Finding(Category.QUERY, score, Severity.INFO, "it asks the setting something")


def is_about_one_child(post: Post, meaning: Mapping[str, float]) -> bool:
    """How the asker's own child is doing; what "they" do is a rule of the house."""
    if says(post.folded, AMONG_PARENTS):
        return False
    likely = meaning.get(Category.CHILDQ, 0.0)
    said = says(post.folded, ABOUT_ONE_CHILD) is not None
    return likely >= CHILD_SURE or (said and (not meaning or likely >= CHILD_AGREES))


def is_asked(post: Post) -> bool:
    return "?" in post.text or says(post.folded, ASKED) is not None


def scored(post: Post, asked: bool, model: float | None, *, by_staff: bool) -> float:
    """How sure it is that something is asked of the setting, 0 to 1."""
    about, by_name = says(post.folded, ABOUT), says(post.folded, BY_NAME)
    to_them = by_name or says(post.folded, TO_THEM)
    chat = says(post.folded, AMONG_PARENTS)
    again = asks_again(post) is True and (about is not None or asked)
    if by_staff:  # what staff ask is mostly put to the parents
        return SURE if asked and to_them and not chat and (model or 0) >= MODEL_SURE else 0.0
    if again and not chat:
        return SURE
    if chat:
        return 0.0
    if asked and about and by_name:
        return SURE
    if asked and about and to_them and (model is None or model >= MODEL_DENIES):
        return SURE
    if asked and about and (model or 0) >= MODEL_AGREES:
        return LIKELY
    if model is not None and ((asked and model >= MODEL_SURE) or model >= MODEL_ALONE):
        return LIKELY
    return 0.0
