"""The words parents use for people, bodies and harm, gathered once for the detectors that read for them."""

from moderation.phrases import Groups

COMMON: Groups = {
    "child": """
        child, children, kid, kids, kiddie, kiddies, kiddy, little one, little ones, littlest,
        littlies, toddler, toddlers, baby, babies, infant, newborn, bairn, bairns, wean, weans,
        wee one, wee ones, wee boy, wee girl, wee lad, boy, boys, girl, girls, lad, lads, lass,
        lassie, lasses, son, sons, daughter, daughters, grandson, granddaughter, grandchild,
        grandchildren, niece, nephew, little boy, little girl, little lad, little man, little
        thing, tot, tots, tinies, littles, little un, small ones, small one, young one,
        young ones, youngster, youngsters, eldest, youngest, oldest, middle one, twins, twin,
        stepson, stepdaughter, foster child, preschooler, preschoolers, littel one, lil one, lil
        girl, lil boy, wee yin, babby, bubba, mite, poor mite, kiddo, kiddos, one year old, two
        year old, three year old, four year old, five year old,
        1 year old, 2 year old, 3 year old, 4 year old, 5 year old, 6 year old, 1yo, 2yo, 3yo,
        4yo, 5yo, 6yo, 7yo, 4 yr old, 3 yr old, 2 yr old, 5 yr old, my 3yo, one of the kids""",
    "them": "him, her, them, em, me, it, us, the baby, the kids, the children",
    "themkid": "him, her, them, em, 'em",
    "they": "he, she, they, he's, she's, they're, hes, shes, theyre",
    "their": "his, her, their, hers, theirs, childs, the",
    "adult": """
        dad, daddy, father, step dad, stepdad, stepfather, mum, mummy, mam, mother, stepmum,
        step mum, stepmother, parent, parents, uncle, auntie, aunt, grandad, grandpa, granddad,
        nan, nana, gran, grandma, cousin, brother, partner, boyfriend, girlfriend, fella, bloke,
        husband, wife, ex, man, men, woman, lady, guy, adult, adults, grown up, grownup, grown
        ups, stranger, neighbour, neighbours, neighbor, next door, nextdoor, babysitter, sitter,
        nanny, childminder, carer, chap, old man, her bf, mum's bf, bf, thug, someone, somebody""",
    "man": """
        man, men, bloke, guy, chap, fella, stranger, strangers, someone, somebody, lad, geezer,
        weirdo, creep, pervert, perv, woman, lady, old man, people, fellow, male, feller""",
    "staff": """
        staff, teacher, teachers, helper, key worker, keyworker, key person, worker, workers,
        assistant, practitioner, manager, leader, volunteer, student, apprentice, colleague,
        colleagues, nursery nurse, new girl, new lad, new guy, new woman, new man, miss, mr,
        mrs, ta, room leader, member of staff, staff member, caretaker, driver, the nursery, the
        preschool, playleader, one of the girls, one of the ladies, agency, grown ups, grown up,
        agency girl, agency woman, supply""",
    "partner": """
        husband, hubby, partner, boyfriend, ex, fella, bloke, wife, girlfriend, other half, dad,
        father, him, he, stepdad, mum's boyfriend, ex husband, ex partner, bf, man, missus""",
    "hit": """
        hit+, hits, hitting, hittin, smack+, slap+, punch+, kick+, beat, beats, beating, beaten,
        beatin, batter+, bash+, thump+, whack+, belt+, wallop+, clout+, clobber+, strangle+,
        choke+, throttle+, shake, shakes, shaking, shook, shakin, burn, burns, burned, burnt,
        yank+, drag+, shove+, throttled, headbutt+, bruise+, scald+, whip+, leather+, pin+,
        squeeze+, grab+, manhandle+, lash+""",
    "hurt": "hurt, hurts, hurting, hurtin, harm+, injure+, abuse+, molest+, touch+, interfere+, assault+",
    "habit": "hits, hurts, beats, batters, smacks, slaps, punches, kicks, thumps, touches, bashes, belts, "
    "abuses, chokes",
    "mark": """
        mark, marks, bruise, bruises, bruised, bruising, burn, burns, welt, welts, bite marks,
        bite mark, fingermarks, finger marks, finger mark, fingerprints, handprint, hand print,
        handprints, scratches, scratch marks, cigarette burns, cigarette burn, slap mark, grip
        marks, belt marks, cuts, weals, scald, scalds, sores, black and blue, red raw""",
    "body": """
        arm, arms, leg, legs, neck, back, face, cheek, cheeks, thigh, thighs, bottom, bum,
        wrist, wrists, ribs, tummy, stomach, belly, ear, ears, shoulder, shoulders, forearm,
        throat, chest, ankle, ankles, upper arm, upper arms, private parts, privates, jaw, bits,
        all over, buttocks, backside, skin, body""",
    "drunk": """
        drunk, drunken, pissed, plastered, hammered, legless, steaming, sloshed, smashed,
        wasted, slurring, slurred, staggering, stumbling, swaying, stoned, high as, off his face,
        off her face, off their face, intoxicated, paralytic, over the limit, had a skinful,
        reeked of booze, reeking, stank of booze, stinking of booze, stank of drink, smelled of
        drink, smelt of drink, smelt of booze, smelled of booze, smelling of drink, smelled of
        alcohol, smelt of alcohol, stank of alcohol, reeked of alcohol, smelled of wine, smelt
        of vodka, smelling of booze, smelling of alcohol, stinks of booze, stank of weed, stinks
        of weed, stank of vodka, can of lager, been drinking, been on the drink, hardly stand,
        barely stand, couldn't stand, can't stand up, couldn't walk straight, three sheets, in
        no fit state, not fit to drive, unsteady, tipsy, sozzled, wobbling""",
    "alone": """
        on his own, on her own, on their own, by himself, by herself, by themselves, all alone,
        home alone, left alone, alone, unattended, unsupervised, on is own, on there own, nobody
        with him, nobody with her, nobody with them, no one with him, no one with her, no one
        with them, no adult, no adults, no grown up, no grown ups, no adult with, nobody
        watching, with no one watching, no parent, no mum or dad, nobody home, nobody in""",
    "secret": "secret, secrets, private, not to tell, don't tell, dont tell, mustn't tell, not allowed to "
    "tell, won't tell, our secret",
    "scared": """
        scared, frightened, terrified, afraid, petrified, scared stiff, flinch+, cower+,
        cowering, ducks, trembles, trembling, shaking, frit, feart, scarred, begs, begging,
        begged, cry+, cried, crying, screams, hysterical""",
    "laughs": "haha, lol, lmao, hehe, rofl, hahaha, joking, jk, lool",
    "harmless": """
        arnica, calpol, plaster, plasters, scooter, tripped, clumsy, bumped, trampoline, pony,
        cat, dog, puppy, kitten, doll, dolls, teddy, toy, toys, felt, pen, paint, face-paint,
        panto, film, book, telly, show, match, goal, rugby, football, game, pirate, dinosaur""",
    "asks": """
        what do i do, what should i do, what do you do, what would you do, who do i tell, who do
        i ring, who do i call, who do you tell, who should i tell, who would one, who can i
        tell, who to tell, who to ring, who one tells, who to call, who to speak to, do i ring,
        do i report, do i call, should i ring, should i call, should i report, should i say
        something, should i tell, is there anyone i can, how do i report, don't know what to do,
        do i say anything, do i tell, can anyone help, help me, please help, don't say i said,
        don't say it was me, who can help, who do we, who do i speak to, who do i talk to, who
        would i, can someone call, don't want to get anyone in trouble, feel sick""",
}
