"""Notices campaigning, heated public quarrels and health myths, which a person should look at first."""

from collections.abc import Iterable

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, signs
from moderation.policy import Policy
from moderation.post import Post

GROUPS = {
    "party": """
        labour, tory, tories, conservative, conservatives, lib dem, lib dems, liberal democrats,
        greens, green party, reform, reform uk, ukip, snp, plaid, plaid cymru, sinn fein, dup,
        unionist, unionists, the left, the right, socialist, socialists, lefties, woke brigade""",
    "power": """
        government, govt, goverment, gov, minister, ministers, pm, prime minister, mp, mps,
        westminster, parliament, politicians, politician, mayor, councillor, councillors, council,
        chancellor, home office, whitehall, holyrood, senedd, stormont, establishment, education
        secretary, big pharma, the elite, elites, lobbyists, mainstream media, mainstream news, msm""",
    "issue": """
        immigration, immigrants, migrants, migrant, asylum, asylum hotel, asylum seekers, refugees,
        the border, borders, the boats, small boats, brexit, leave, remain, eu, independence, border
        poll, council tax, tax, taxes, vat, benefits cap, benefit cap, credit cap, funding, funding
        offer, funding rate, strike, strikes, strikers, striking, union, unions, nhs cuts, cuts,
        austerity, climate, climate change, net zero, ulez, clean air zone, low traffic, ltn, ltns,
        15 minute cities, speed cameras, speed camras, 20mph, bypass, housing plan, new houses,
        houses on, planning application, planning, solar farm, wind farm, windfarm, turbines,
        pylons, reservoir, fracking, incinerator, 5g, 5g mast, smart meters, smart meter, fluoride,
        flouride, chemtrails, digital id, gaza, israel, palestine, ukraine, war, abortion, buffer
        zones, pro life, pro-life, hanging, death penalty, national service, cane, smacking, gender,
        trans, transgender, drag queens, drag queen, drag, rainbow story, pride, woke, rse,
        relationships education, sex education, private schools, independents, academies, halal,
        kosher, hunting, foxhunting, monarchy, royals, reparations, blm, palestine, free speech,
        grooming gangs, hotel, barracks, library closure, story time, story hour, village green,
        mosque, tower block""",
    "act": """
        sign, sine, petition, petitions, pertition, protest, protests, protesting, demo,
        demonstration, march, marching, rally, rallies, placard, placards, banner, banners, boycott,
        object, objection, objections, oppose, campaign, leaflet, leaflets, leafleting, write to
        your mp, write to your, email your councillor, email your mp, vote, voting, votes, vote for,
        vote them out, poster in your window, poster in the window, picket, picket line, walk out,
        walking out, counter protest, rise up, stand up to, stand up against, fight back, join us,
        make yourself heard, call on, backing, back the, stand with us, stand with, solidarity, sack
        the lot, ban, banning, scrap, stop the, save our, say no to the, shut the, bring back, ban
        it, boycotting, spread that, wake up, make your voice heard""",
    "jab": """
        jab, jabs, jabbed, vaccine, vaccines, vaccinated, vaccination, vaccinations, unvaccinated,
        vax, vaxxed, mmr, immunisation, immunisations, nasal spray, flu spray, spray, booster,
        boosters, needle, injection, injections, covid jab, measles, chickenpox, fever, calpol,
        antibiotics, mask, masks, virus, fluoride, flouride, water, baby checks, big pharma, 5 in 1,
        six in one, 6 in 1""",
    "myth": """
        do your own research, do ur own research, did my own research, own research, look it up,
        look into what's, look into it, they don't want you, don't want you to know, dont want you
        to know, hide it, hiding the truth, cover up, the truth about, open your eyes, wake up,
        sheeple, poison, poisoning, poisons, toxins, toxic, aluminium, mercury, microchip, live
        virus, cause autism, causes autism, cause eczema, autism from, cures, cure, natural
        immunity, build immunity, builds them up, immune system, gift to the immune, never been
        vaccinated, never vaccinated, never been jabbed, not one of mine, refuse, refused, say no,
        wouldn't let, wouldnt let, i wouldn't, i'd refuse, pulled her out of, pulled him out of,
        never the same after, not the same after, different child since, changed my, what's in it,
        whats in it, get it young, paid to push, paid for every, before it's deleted, b4 its deletd,
        propaganda, lies, scam, hoax, plandemic, agenda, brainwashing, brainwashed, indoctrinating,
        indoctrination, radiation, the waves, nobody will talk about, won't tell you, wont tell you,
        they lie, dosile""",
}
SIGNS = signs(
    GROUPS,
    party=("{party}",),
    power=("{power}",),
    issue=("{issue}",),
    act=("{act}",),
    jab=("{jab}",),
    myth=("{myth}",),
    heat=(
        "disgrace|disgraceful|outrage|outrageous|scandal|insult|robbing|robbery|daylight_robbery|"
        "pure_greed|greed|corrupt|crooks|liars|bigots|clowns|fash|fascists|"
        "nimbys|nimby|sick_of|shame_on|ashamed|enough_is_enough|betrayal|betrayed|treason|traitors|"
        "invasion|madness|nonsense|joke|eyesore|bribe|lunacy|tyranny|"
        "shower|useless|common_sense|no_debate|simple_as|end_of|blood_on|complicity|complicit|war_on|"
        "open_prison|spineless|a_disgrace|starve|starving",
    ),
    civic=(
        "polling_station|polling_day|closed_for|postal_vote_deadline|register_to_vote|bring_id|photo_id",
        "consultation ~6 closes|open|dates|poster|runs|until|drop_in",
        "forms|form|consent ~4 due|back|return",
        "clinic|appointment|appointments|drop_in|nurse|health_visitor ~4 at|on|from|is|booked|coming|says",
        "booked|had|having|got|due|back|after|before|where|when|how|sore|arm|worried|nervous|going ~3 {jab}",
        "arm|leg ~2 sore",
    ),
    vote_for=(
        "vote|voting ~2 for|green|labour|tory|reform|blue|red|conservative|snp|plaid|unionist|lib_dem|"
        "them_out|accordingly ~6 {thursday}",
    ),
)
S = SIGNS

RULES: tuple[Rule | Recipe, ...] = (
    rule(
        "it campaigns for or against a party or cause",
        "vote|votes|voting ~1 for them|labour|the_tories|reform|plaid|snp|greens|green|councillor|us",
        "vote|votes|voting green|labour|tory|reform|blue|red|conservative|unionist|lib_dem|snp|plaid|"
        "accordingly|tories",
        "{party} ~4 on thursday|the_2nd|the_day",
        "{party} ~8 vote|ballot|all_the_way|back_in|number_one|leaflets|leafleting|only_lot|only_ones|"
        "promised|council_tax|on_your",
        "get|vote ~2 {party|this_lot|that_lot} ~2 in|out|back_in",
        "write|email ~3 your mp",
        "committee|preschool|we|team|staff ~3 supporting|backing|supports|backs|endorse+ ~2 {party|"
        "councillor|candidate}",
        "hopeful|candidate ~3 council|councillor|mp ~20 {polls|vote|sort|sorts|fix}",
        "polls open|close ~4 till|until|at ~8 {no_excuses|get|vote}",
        "5g|phone|mobile mast",
        "smart meter|meters ~12 {waves|sleeping|rip}",
        "15_minute|15-minute|fifteen_minute cities|city",
        "news|police|doctors|media ~3 always? lie|lies|lying ~4 about|to_us",
        "put|wear mask|masks ~2 on child|children|kids",
        "different child ~6 since|after|spray|jab",
        "never|not the? same ~2 after|since ~6 {jab|1yr|12_month|ones|injection|them}",
        "made|written|pushed|funded|paid by lobbyists|pharma|industry",
        "{issue} ~3 is|are|s|was ~2 eyesore|bribe|pure_greed|robbery",
        "come ~4 shout about|against",
        "border poll",
        "i've|i|we|used_to ~3 believe ~3 all_of_it ~30 {jab|inserts|aluminium|mercury}",
        "aluminium|mercury ~10 {jab|inserts|cells}",
        "that reservoir|bypass|development|mast|solar_farm|wind_farm ~14 {lose|ruin|fight|meeting}",
        "those aren't|arent clouds",
        "vote them|him|her|this_lot|these out",
        "which|what box not? to tick",
        "don't|dont bother voting|with_voting",
        "sign|signing|signed|sine ~3 petition|pertition|petitions|letter|here_if|to_stop|to_keep|"
        "to_bring|to_get_rid",
        "petition ~3 to_stop|to_get_rid|to_keep|to_ban|to_save|against|in_the_comments|in_comments",
        "sign ~2 to stop|keep|save|ban|bring_back",
        "stop the boats|war|bypass|development|hotel|houses|turbines|strike",
        "shut|close|secure ~1 the|our borders|border",
        "{act} ~6 against ~6 {issue|power|it|them|plan|library|council}",
        "march|rally|protest|demo|demonstrate ~4 on|at|about|outside|sat|saturday|sunday|2pm|11am|"
        "county|town ~8 {placards|flag|banners|loud|come|bring|banner|pushchairs|bodies|who's|sat|hall}",
        "who's|whos|who_is|come ~3 protest|protesting|march|marching|demo|rally|picket",
        "{issue} ~6 protest|demo|rally|march|petition|placards|posters",
        "bring ~4 placards|placard|banners|flags|pans",
        "bring back ~2 hanging|cane|national_service|death_penalty|capital_punishment|"
        "corporal_punishment|smacking",
        "write|email|lobby|contact to? ~1 your|ur|the|our mp|mps|councillor|councillors|msp|ms|td ~8 "
        "{like|about|today|to|and|don't|scrap|now|have}",
        "object|objections|objection ~6 planning|before|by|now|council|application|bypass|houses|"
        "development|portal",
        "everyone|everybody|all|please object|oppose|boycott ~2 now|to|the|it|before",
        "boycott until|them|all|any|until|the",
        "strikes?|striking|strikers|picket ~8 {power|government|support|solidarity|stand|back|hostage|"
        "sack|union|poster|teachers}",
        "backing|back|support|supporting|solidarity|behind ~4 strike|strikers|walkout|union",
        "we|team|staff|all_of_us|rooms ~4 backing|are_striking|walking_out|be_walking_out|on_strike_on",
        "{power} ~4 to_blame|doing|'s_fault|offer|hates|lies|lie|clowns|crooks|hasn't|don't_care|ought|"
        "should_resign|wants_sacking|overreach|ashamed|underfunding",
        "blame ~2 the? {power}",
        "fed_up|sick ~2 of|with ~2 {power|party|politicians}",
        "refugees|migrants ~3 welcome|out|not_welcome|housed|in_that_hotel|first",
        "men in that|the hotel",
        "asylum hotel|hotels ~6 {sign|stop|petition|close|shut|protest|village}",
        "climate change|crisis|emergency ~3 is a? scam|hoax|con|lie|real|killing",
        "{issue} ~3 is|are|s|was a? ~2 {heat|scam|con|hoax|lie}",
        "war on motorists|cars|drivers|christmas|families|farmers",
        "chemtrails|great_reset|new_world_order|agenda_2030|plandemic|false_flag|deep_state",
        "not clouds|aren't_clouds",
        "choose life",
        "biological fact|sex|men",
        "trans kids|ideology|agenda|lobby|rights ~6 {exist|exists|schools|nursery|nurseries|teach|push|"
        "pushed|vote}",
        "gender ideology|agenda|nonsense|rubbish",
        "teach|teaching|want_to_teach ~4 about gender|sex|trans|lgbt",
        "indoctrinate+|indoctrinating|brainwashing|brainwashed ~4 kids|children|them|tots|our|toddlers|"
        "babies",
        "story_time|drag|library|lessons|nursery|curriculum|rainbow|pride ~6 brainwashing|"
        "indoctrination|indoctrinating|propaganda",
        "wear ~3 keffiyeh|poppy|yellow_vest|ribbon_for",
        "silence is",
        "free palestine|gaza|tommy",
        "bring them home ~~4 {march|flag|now_please}",
        "posters|poster|leaflets|banners ~3 in_my_porch|at_mine|take_two|from_me|in_your_window|"
        "in_our_window",
        "raise|flags|flag ~2 on|up ~2 every|lampposts|lamppost",
        "proud to be british|english|white|a_patriot",
        "take ~2 our country|village|town back",
        "socialist|leftie|woke|tory|lefty|commie|fascist ~2 nonsense|rubbish|agenda|propaganda|lot|"
        "brigade|toys|twaddle|mob",
        "keep politics out",
        "big pharma",
        "mainstream media|news",
        "they|government|gov|doctors|council|media|big_pharma don't|dont|do_not|doesn't want you|us|"
        "parents seeing|to_know|knowing|to_see",
        "they're|theyre|they_are|government|council|nwo coming for|putting|spraying|tracking|hiding ~4 "
        "{babies|our|us|truth|kids|jobs|it|children|things}",
        "do|did|done|doing your|ur|their|my own research",
        "truth ~6 vaccine|vaccines|virus|covid|mmr|they_don't|hidden|baby_checks|jabs|milk",
        "{jab} ~6 {myth}",
        "{myth} ~6 {jab}",
        "don't|dont|never|not|won't|wouldn't ~2 let ~4 {jab|needle}",
        "don't|dont|wouldn't|wouldnt|never ~3 have|had|give|get|consent ~3 mmr|jab|jabs|vaccine|"
        "vaccines|spray|needle|calpol|antibiotics",
        "kids|children|babies|mine|they ~3 never|not ~2 vaccinated|jabbed|vaxxed|immunised",
        "skip|bin|ditch|avoid antibiotics|vaccines|calpol|sunscreen|suncream",
        "cures|cure|heals|treats ~3 {infections|autism|measles|chickenpox|cancer|asthma|adhd|eczema|"
        "anything|it|flu|ear}",
        "onions|potato|garlic|oregano|turmeric|colloidal_silver|essential_oil ~4 sock|socks|ear|cure|"
        "cures|instead|drops",
        "chickenpox|measles|pox party|parties",
        "5g|phone_mast|smart_meters|smart_meter|wifi ~8 {radiation|waves|heads|kids|babies|cancer|sleep|"
        "sleeping|rip|kill|brain}",
        "fluoride|flouride ~6 {water|dosile|docile|poison|look|brains}",
        "microchip ~4 kids|us|babies|children",
        "build|builds the houses",
        "as ~1 preschool|pre-school|setting|team ~1 we back|oppose|support|urge",
        "ban|banning|banned|bans ~3 drag|halal|burka|burqa|hijab|cars|hunting|christmas|diesel|smoking",
        "union letter|action|ballot ~8 {signed|sign|support|keep}",
        "stand ~4 with|up|against ~3 {us|bigots|fash|them|council|palestine|israel|strikers|ukraine}",
        "funding ~4 disgrace|insult|joke|cut|cuts|wrong ~8 {power|resign|write|sign|minister}",
        "council|mayor|government|gov ~3 have|has|'ve|got ~3 it? wrong|robbed|stolen|lied",
        "another|new tax ~2 on ~2 families|us|parents|motorists|working",
        "sending|sent|send ~4 money|penny|pounds|cash ~2 to ~2 ukraine|israel|eu|abroad",
        "private_schools|independent_schools|academies ~3 should|need|must",
        "village|town|area|road ~3 is|being|will_be ruined|destroyed|taken_over|concreted",
        "killing|destroying the planet",
        groups=GROUPS | {"candidate": "councillor, cllr, candidate"},
        unless="polling-station register-to-vote raffle elf best-costume name-the-bear lost-property",
        severity=Severity.FLAG,
    ),
    Recipe(
        "it campaigns for or against a cause",
        (S["issue"], S["act"], S["heat"]),
        (S["civic"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "it campaigns for or against a cause",
        (S["power"], S["act"], S["heat"]),
        (S["civic"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "a public quarrel",
        (S["power"], S["issue"], S["heat"]),
        (S["civic"],),
        severity=Severity.FLAG,
        within=40,
    ),
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """One finding; dates, clinics and polling stations take no side."""
    if S["civic"].search(post.folded) is None:
        yield from list(found(Category.CONTROV, RULES, post.folded))[:1]
