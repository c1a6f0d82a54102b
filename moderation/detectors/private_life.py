"""Notices private facts about a child or a family: health, special needs, court, money, loss."""

from collections.abc import Iterable
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding
from moderation.people import named
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post

GROUPS = {
    "medicine": "takes, on",
    "parents": "the parents, parents, mum and dad, they",
    "them": "them, her, him, the kids",
    "family": "family, twins, kids",
    "name": "somename, fullname, titledname",
    "who": """
        somename, fullname, titledname, he, she, he's, she's, hes, shes, his, her, him, hers, that
        family, this family, the family, family in, their, they're, theyre, they, they've, theyve,
        his mum, her mum, his dad, her dad, his mam, her mam, dad's, dads, mum's, mums, daddy's, the
        mum, the dad, the twins, twins, the lad, that lad, that boy, that girl, little boy, little
        girl, little lad, wee, one of the, the girl, the boy, the one, which of them, my son, my
        daughter, my lad, my girl, my ex, her husband, number 6""",
    "illness": """
        diabetes, diabetic, type 1, insulin, epilepsy, epileptic, seizure, seizures, asthma,
        inhaler, anaphylactic, anaphylaxis, epipen, epi pen, nut allergy, allergy, allergic,
        coeliac, celiac, intolerance, eczema bandages, cancer, leukaemia, chemo, tumour, tumor,
        biopsy, lumbar puncture, operation, op on, third op, surgery, surgeon, transplant, hole in
        the heart, heart condition, sickle cell, cystic fibrosis, cerebral palsy, hearing aid,
        hearing aids, grommets, squint, patching, losing sight, losing his sight, hiv, hiv positive,
        hepatitis, tube feeding, feeding tube, tube, stoma, catheter, oxygen, consultant,
        paediatrician, neurologist, dietitian, physio, children's ward, childrens ward, on the ward,
        intensive care, icu, miscarriage, lost the baby, lost a baby, ivf, scan didn't, low muscle
        tone, blood results, blood test, kidney, liver, stroke, impetigo, threadworms, worms,
        ringworm, scabies, hand foot and mouth, chickenpox, covid, nits, lice, overweight, centile,
        on a diet, underweight, steroids, melatonin, medication, meds, medicine, tablets, needles,
        antidepressants, methadone""",
    "mind": """
        autism, autistic, adhd, asd, pda, dyspraxia, dyslexia, dyslexic, global delay, development
        delay, delayed, spectrum, on the pathway, assessment, asessment, diagnosed, diagnosis,
        waiting on his, waiting on her, ehcp, e-h-c-p, education health, one to one, 1:1, 1 to 1,
        one-to-one, sensory, portage, speech therapist, speech and language referral, salt referral,
        senco, special school, special needs register, special needs, mainstream, educational
        psychologist, ed psych, psychologist, camhs, selectively mute, selective mutism, down's,
        downs syndrome, tourette's, stammer, nerves, breakdown, sectioned, postnatal depression,
        postnatal psychosis, depression, depressed, anxiety, bipolar, mental health, crisis team,
        suicidal, overdose, rehab, aa meetings, goes to aa, alcoholic, on the drink, addict, heroin,
        eating disorder, anorexic, under the bowel clinic, under the consultant, under the
        psychologist, tests for""",
    "toilet": "nappies, nappy, pull up, pull ups, wets, wetting, wet himself, wet herself, soiled, "
    "soils, accident, accidents, potty, toilet trained, trained, bed wetting, poo in, pooed, bowel, "
    "constipated, holds it in",
    "growth": "still can't, still cant, doesn't talk, doesnt talk, isn't talking, isnt talking, not "
    "talking, doesn't speak, say any words, no words, only points, just points, can't count, can't "
    "walk, can't do stairs, lines everything up, won't look at, not normal, behind, development, "
    "delayed, below in every, isn't going to manage, get him looked at, get her looked at, looked at",
    "court": """
        court order, family court, custody, lost custody, restraining order, non mol, non-mol,
        injunction, no contact order, contact order, supervised contact, contact centre, not allowed
        to collect, not allowed to pick, isn't allowed to collect, allowed to see, within 100 yards,
        divorcing, divorce, separated, split up, splitting up, adopted, adoption, adoption hearing,
        fostered, foster placement, foster, birth mum, special guardianship, kinship, wards of,
        donor, paternity, prison, dad's inside, on bail, transitioning""",
    "services": "social services, social worker, social worker's, family support worker, child "
    "protection plan, child protection, child in need, early help, health visitor says, safeguarding "
    "plan, lado, refuge, women's aid, bailiffs, food bank, foodbank, temporary accommodation, homeless, "
    "b&b by the council, section 21, evicted",
    "money": "universal credit, benefits, dla, disability living, carers allowance, income support, "
    "hardship, free place, free 2yr, free two year, two year funding, two year old funding, 15 free "
    "hours, pupil premium, bankrupt, lost his job, lost her job, lost my job, on the dole, in debt, "
    "debts, tax credits, low income, help with the fees, fee waiver",
    "status": "asylum, asylum seekers, refugees, leave to remain, visa, visa expired, deported, "
    "immigration, undocumented, undocumented",
    "faith": "jehovah's witness, plymouth brethren, ahmadi, sunni, shia, muslim, jewish, hindu, "
    "catholic, mormon, converted, halal family",
    "loss": "passed away, passed on, died, funeral, lost her mum, lost his dad, lost the baby, "
    "stillborn, miscarried, dying, terminal, spread to, hospice, hasn't been told, doesn't know yet",
    "gossip": "apparently, heard, i heard, told me, i thought everyone knew, did you know, between us, "
    "between you and me, don't say, dont say, dont let on, bless, poor, i gather, one hears, her mum "
    "told, his mum told, i seen, reckon, i think, my understanding, definitely, not being funny, let it "
    "slip, you didn't hear, no judgement",
}
private = partial(rule, groups=GROUPS)
SIGNS = signs(
    GROUPS,
    name=("{name}",),
    who=(
        "{name}",
        "his|her ~1 mum|dad|mam|da|nan|son|daughter|brother|sister|child|husband|wife",
        "that|this|those|the ~2 {family}",
        "{child}",
    ),
    illness=("{illness}",),
    mind=("{mind}",),
    toilet=("{toilet}",),
    growth=("{growth}",),
    court=("{court}",),
    services=("{services}",),
    money=("{money}",),
    status=("{status}",),
    loss=("{loss}",),
    gossip=("{gossip}",),
    general=(
        "drop_in|drop-in|coffee_morning|support_group|leaflet|poster|training|webinar|course|talk|"
        "workshop|helpline|charity|fundraiser|sponsored|marathon|in_memory|donations|collection_for|"
        "awareness|policy|"
        "form|forms|register_your|clinic_dates|info|information|gov|library|anyone_recommend|"
        "does_anyone_know_how|how_do_you_apply|how_do_i_apply|code|codes|renew|eligible|application",
        "case|cases|bout|outbreak ~2 of",
        "a|one child|case|family in_setting|has|with ~2 {illness}",
        "someone|somebody in ~3 has|with|group",
        "book|film|programme|documentary|podcast|novel|telly",
        "dog|cat|puppy|hamster|guinea_pig|rabbit|goldfish|tortoise|hen|teddy|doll",
        "cold|hayfever|hay_fever|sniffles|cough|runny_nose|teething|sore_throat|headache|hangover|"
        "backache|my_knee|my_knees|my_back|my_foot|my_ankle|jet_lag",
        "our social|support worker's",
        "i|we|sister's|i'm|my ~6 social_worker|foster_carer|midwife|nurse|paramedic ~4 on|job|monday|"
        "and|myself",
        "haha|imaginary|monopoly|scooter|skint_his|knees",
    ),
)
S = SIGNS
NAMED = (S["name"],)

RULES: tuple[Rule | Recipe, ...] = (
    private(
        "a child's or a family's health",
        "{name} ~6 {illness}",
        "{illness} ~4 {name}",
        "{name} ~3 {who}? ~2 {illness|mind}",
        "{who} ~3 been|got|has|have|is|'s|takes|waiting|having|needs ~4 {illness} ~8 {bless|apparently|"
        "again|told|say|needles|tests|monday|hospital|knew|mum|shh|poor}",
        "is it ~3 {name} ~4 {thats}? ~4 {illness|allergic|goes_blue}",
        "which of them|is ~4 {illness}",
        "{who} ~3 diagnosed|assessed|referred ~2 with|for|to|by",
        "{name} ~3 seizure|chemo|operation|consultant|transplant|ward|grommets",
        "in|on|at the ~1 children's|childrens|kids ~1 ward|hospital ~8 {name|visiting}",
        "{name} ~6 in hospital|intensive_care|icu",
        "we|they|she lost ~1 the|a|her|their baby",
        "scan didn't|didnt go",
        "round|rounds of ivf",
        "spread to ~1 her|his ~1 liver|lungs|bones|brain",
        "who's|whos|who|it_was|its|it's ~3 got|brought|crawling ~3 {illness} ~6 {it_was|heard|name|"
        "definitely}",
        "heard it was ~2 {name}",
        "crawling with nits|lice",
        "{name} ~6 overweight|centile|on_a_diet|underweight|fat",
        "{illness} ~8 {dont_say}|they_don't_like_it|not_said_much|told_me",
        "please remember|pray ~2 for ~3 {name|family}",
        "my|the antidepressants|nerves|depression|breakdown|abortion|miscarriage",
        "off sick with ~1 my|her|his nerves|stress",
        "took too_many ~3 tablets|pills",
    ),
    private(
        "a child's special needs or development",
        "{name} ~8 {mind}",
        "{mind} ~6 {name}",
        "{who} ~3 waiting|on_the ~3 {mind}",
        "{who} ~2 got|has|have|is|'s|been ~3 {mind} ~3",
        "has|have|just|finally|'ve ~2 got|had|given ~3 {mind} ~6 {assessment|plan|1:1}|so|after|thats|now",
        "{name} ~3 got|get|has ~2 his|her|a plan|ehcp|1:1",
        "{name} ~6 {growth}",
        "{name} ~6 nappies|pull_up|pull_ups|wets|wetting|wet_himself|wet_herself|soils|potty|"
        "toilet_trained|poo_in",
        "{who} still in nappies|pull_ups",
        "still ~3 nappies|pull_ups|pull_up|dummy ~4 at|nearly|four|4|five ~8 {normal}|surely|isn't",
        "my|our ~1 {name|little} ~2 wets|soils",
        "bit old to be in ~1 a? nappies|pull_up|pull_ups",
        "did ~1 a? poo ~4 {again|trained|mum|in_the}",
        "isn't|isnt|not trained ~3 is",
        "{who} ~4 waiting on ~3 {mind|illness}",
        "allergic|anaphylactic|severe_allergy ~3 to ~14 {name}",
        "{name} ~10 severe_allergy|anaphylactic|coeliac|epipen|epi_pen|two_pens",
        "what {name} ~2 takes|on|has ~2 {medicine}",
        "knows|know what ~1 {name} takes",
        "goes blue with",
        "special needs register|list",
        "crisis team",
        "tube feeding|feding",
        "{who} ~4 under the ~2 consultant|psychologist|paediatrician|clinic|bowel_clinic",
        "i'd|id|get ~1 {name|him|her} ~2 looked_at|checked|assessed|tested",
        "does|did|can|can't|cant|isn't ~1 {name} ~2 actually|even|still ~2 say|talk|speak|walk|count",
        "{name} ~2 isn't|isnt|not|doesn't|doesnt ~1 talking|speaking|say|talk|speak",
        "reckon|think|bet|surely ~4 {name} ~3 {mind}",
        "{who} ~4 one_to_one|1:1 ~6 {money|ran|hours|support}",
        "the extra|new lady|person|adult ~4 for {name}",
        "not_being_funny|no_expert ~8 {name} ~10 {growth|mind}",
        "waiting on ~1 his|her ~2 {mind}",
        "hopefully|going|goes|manage|cope ~3 mainstream ~4 {is}|isn't",
        "health visitor ~3 {ticked}|below|worried|delayed",
        "is it bad ~3 {name} ~4 can't|cant|doesn't|won't|still",
    ),
    private(
        "a family's legal matters",
        "{who} ~6 {court}",
        "{court} ~6 {name}",
        "there's|theres|there_is ~1 a|an court_order|order|restraining_order|no_contact|non_mol|injunction",
        "dads|dad|mum|mums|father|ex|grandma|he|she ~4 not|isn't|isnt|only|never|not_supposed ~2 "
        "allowed|supposed ~2 to? ~2 collect|pick|come|see|take|go_near",
        "gone to ~1 family? court",
        "lost custody",
        "non-mol|non-molestation|non_molestation|restraining order",
        "non mol",
        "made|they're|theyre wards",
        "the ~1 {family} ~4 {court}",
        "{parents} ~4 divorcing|splitting|separating",
        "isn't|isnt|not allowed ~1 near ~2 {them}",
        "is ~1 {name} ~2 fostered|adopted|foster",
        "she's|he's|shes|hes adopted|fostered|a_foster",
        "birth mum|mother|parents",
        "{who} ~4 in prison|inside|jail|nick",
        "isn't working away",
        "split up|splitting_up|divorcing|separating|separated ~8 {name|kids|he's_moved}",
        "{name} ~6 split_up|divorcing|separated|not_speaking",
        "living in ~2 same house but",
        "dad|mum transitioning",
        "it was|wis|is a? donor",
    ),
    private(
        "a family's dealings with the services",
        "{services} ~8 {again|round|number|poor_kids|those|who|in_tomorrow|weekly|always|name|family|"
        "came|there}",
        "{who} ~6 {services}",
        "{name} ~8 {services}",
        "seen|saw|seen_the ~4 {services}",
        "{services} ~4 car|van|lanyard ~6 outside",
        "on ~1 a? child_protection|protection plan",
        "moved into the refuge",
        "come|came|coming from a refuge",
        "police ~2 were|was|round|at ~3 {name|vickers|theirs|again|till}",
        "put|putting ~2 them|her|him in a b&b",
        "homeless as_of|since|again",
    ),
    private(
        "a family's money or standing",
        "{who} ~6 {money}",
        "{money} ~6 {name}",
        "they're|theyre|shes|she's|hes|he's ~2 on ~3 {money|benefits|the_dole}",
        "cant|can't ask ~3 {name|the} ~3 to chip",
        "only get ~3 {money|free|15} ~6 {cos|because|neither}",
        "they get dla|benefits|help|universal_credit|pip ~8 {car|afford|cos|holiday}",
        "their mum|dad can't|cant read|write|drive",
        "{name|family} ~4 {status}",
        "{status} ~4 waiting|expired",
        "only got leave to remain",
        "they're|theyre asylum_seekers|refugees|illegal",
        "{name|family|sana's} ~4 {faith} ~4 {so}|careful|not|don't",
        "don't|dont ~1 give|invite|offer ~8 they're_plymouth|plymouth|jehovah|jehovahs",
        "plymouth brethren|jehovah's|jehovahs witness",
    ),
    private(
        "a loss that the family may not have told",
        "{name} ~6 {loss}",
        "{loss} ~8 {name}",
        "{who} ~3 passed|died ~6 {gentle|sunday|told|announced|night|say}",
        "{name} ~3 sectioned|breakdown|rehab|depressed|drinking|alcoholic",
        "she's|he's|shes|hes been sectioned",
        "{who} ~4 aa|rehab|methadone|on_the_drink|breakdown|overdose|psychosis|sectioned",
        "has|got|have ~3 postnatal depression|psychosis",
        "husband ~2 is|missing missing|at ~2 front|war",
    ),
    Recipe(
        "private facts about somebody named",
        (S["name"], S["gossip"], S["illness"]),
        (S["general"],),
        within=30,
    ),
    Recipe(
        "private facts about somebody named", (S["name"], S["gossip"], S["mind"]), (S["general"],), within=30
    ),
    Recipe(
        "private facts about somebody named", (S["name"], S["gossip"], S["court"]), (S["general"],), within=30
    ),
    Recipe(
        "private facts about somebody named",
        (S["name"], S["gossip"], S["services"]),
        (S["general"],),
        within=30,
    ),
)
ORDINARY = ways(
    "won't|wont|not|isn't|isnt|off|no ~3 be? in|coming|today ~8 {poorly}",
    "tummy bug|temperature|sick_bug|vomiting|off_today|bug_going",
    "{illness} ~2 form|forms|policy|training|course|notice|letter|safe",
    groups=GROUPS
    | {"poorly": "poorly, sick, bug, cold, temperature, chickenpox, tummy, cough, rash, fever, croup"},
)
HOW_COME = ways("why|how_come|how|where|who|is_she_ok|is_he_ok|seen|nothing", groups=GROUPS)
ANSWERS: tuple[Rule, ...] = (
    private(
        "an answer that tells a family's private matters",
        "{illness|mind|court|services|money|loss}",
        "cos|because ~6 custody|work|read|ears|prison|benefits",
        "the nan|gran full_time|has_him|has_her",
        "took her|him in",
    ),
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(
    S[name]
    for name in (
        "illness",
        "mind",
        "court",
        "services",
        "money",
        "status",
        "loss",
        "gossip",
        "toilet",
        "growth",
    )
)
SURE_ENOUGH = 0.3


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """What is said of somebody who can be recognised; notices, questions in general and a day's bug pass."""
    folded = post.named
    if S["general"].search(folded) or says(folded, ORDINARY):
        return
    findings = list(found(Category.SENSITIVE, RULES, folded))
    if (
        not findings
        and post.reply_to
        and says(named(post.reply_to), HOW_COME)
        and S["name"].search(named(post.reply_to))
    ):
        findings = list(found(Category.SENSITIVE, ANSWERS, folded))
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.SENSITIVE, FAINT, folded, facts, SURE_ENOUGH)
