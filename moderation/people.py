"""Finds the names of people in a post, so that rules can speak of somebody named without knowing who.

A rule reads `somename` for a first name, `fullname` for a first name with a surname or two, `titledname` for
Miss, Mrs or Mr somebody, and `namelist` for four names or more in a row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moderation.text import Folded, fold, listed

# First names of many origins that mean nothing else in lower case.
NAMES = frozenset(
    listed("""
        aaliyah aarav aaron abbie abby abdul abdullah abi abigail abraham ada adaeze adam adama ade
        adele adeola adil adrian advik afia ahmad ahmed aidan aiden aiko aileen aine aisha aishah
        aisling ajay akash akua alan alana albert albie alejandra aleksander alena alessandro alex
        alexa alexander alexandra alexia alfie alfred alfredo ali alice alicia alina alisha alison
        alistair alma alyssa amar amara amber amelia amelie amina amir amira amit amna amy ana anaya
        andre andrea andreea andrei andrew andy aneta angela angus anika anisa anita anjali anna
        annabel anne annie anthony anton antonio anwar anya aoife aria ariana arlo arjun arthur arun
        arya asad asha ashley asif astrid ataturk athena aubrey audrey aurora austin ava awa axel
        aya ayaan ayan ayesha ayla ayo azra babatunde barbara barney bartek beatrice beatrix becca
        becky bella ben benedict benji benny benjamin bernadette bernard beth bethan bethany beti
        betsy bilal billie blessing bobby bobbie bodhi bogdan bonnie boris brandon brayden brendan
        brenda brian bridget brodie bronagh bronwen bronwyn bruno bryony caitlin caleb callie callum
        calum cameron camilla caoimhe cara carl carla carly carmel carol caroline carys cassie
        caspian casper catherine catriona cecilia cecily celeste celia ceri cerys chantelle charlene
        charles charlie charlotte chelsea cheryl chiamaka chidi chika chinedu chipo chloe chris
        christine christopher ciara cian cillian claire clara clare claudia clementine cleo clive
        cole colette colin conall conor connor cora corey cormac craig cressida crispin curtis
        cynthia daisy damian damien damon dan dana daniel daniela danielle danny daphne dara darcey
        darcy daria darren dave davey david dawid deborah debbie debs declan deepak deirdre delilah
        demi denise denny deniz derek dermot desmond dev devon dexter diana diane dilys dina dmitri
        dominic dominik donna dora doreen doris dorothy dougie douglas duncan dylan eamon ebony ed
        eddie edgar edie edith edward edwin efe eilidh eileen eilis eimear eira elaine eleanor eleri
        eli elias elif elijah elin eliot elis elise elisha eliza elizabeth ella ellen ellie ellis
        elliot elliott eloise elowen elsie emeka emer emil emilia emilie emily emma emmanuel
        emmeline emre emrys emyr eoin eric erica erik erin esme esmae esther ethan etta euan eugene
        eva evan eve evelyn evie ewa ewan ezekiel ezra fadi farah farida faris fatima fatou fay
        felicity felix femi fenella fergus ffion fiadh finlay finley finn finnian fiona fleur flo
        flora florence florrie fran frances francesca francis frankie franklin fred freddie freddy
        frederick freya gabriel gabriela gareth garth gary gavin gaynor gemma geoff geoffrey george
        georgia georgie georgina geraint gerald geraldine gerry gethin gil gillian gina giovanni gio
        gita gladys glen glenn glenys gloria gordon graeme graham gregor greta gruff gulsen gus gwen
        gwenllian gwilym gwyneth haania hadi hafsa haider hakim hamish hamza hana hanif hannah
        harley harold haroon harriet harrison harris harvey hasan hassan hattie hazel heather hector
        heidi helen helena helga henrietta henry hermione hetty hilary hilda hollie homer hope-ann
        howard hubert hugh hugo humza iain ian ibrahim idris ieuan iestyn ifan ifeoma igor ilsa iman
        imani imogen imran ina indie indigo indira inigo ines ingrid ioan iolo ioana iqbal irena
        irina isaac isabel isabella isabelle isaiah isha ishaan isla ismail isobel issy ivan ivo ivy
        iwan jacek jackie jackson jacob jacqueline jacqui jade jaden jago jai jaime jake jakub jamal
        james jamie jamila jana jane janet janice janine jared jaroslaw jasmin jasmine jason jaspal
        jasper jaxon jay jayda jayden jaz jean jeanette jeff jemima jemma jennie jennifer jenny
        jenson jeremy jermaine jerome jess jesse jessica jill jim jimmy jo joan joanna joanne joe
        joel joey johan johanna john johnny jon jonah jonas jonathan jonny jordan jose josef joseph
        josephine josh joshua josie joyce juan judith judy julia julian julie juliet julius juna
        junaid june-ann juno justine kacper kai kaiden kamal kamil kamila karen karim karl karol
        kasia kate katherine kathleen kathryn kathy katie katrina katy kayden kayla kayleigh keanu
        keeley keira keith kelly kelsey ken kenji kenneth kenny kenza kerry keshia kevin khadija
        khalid kian kieran kiera kirsten kirsty klara kofi kojo kris krish krishna kristina krystian
        krzysztof kuba kumar kwabena kwame kwasi kyle kyra lachlan lacey laila lara lars latif laura
        lauren laurence lawrence layla leah leanne lee leela leighton leila lena lenny leo leon
        leona leonard leonie leroy lesley leslie lewis lexi lexie leyla liam libby lidia lila lilia
        lilian liliana lillian lilly lily linda lindsay lindsey lionel lisa liz lizzie llew
        llewellyn lloyd logan lola lorcan lorenzo loretta lorna lorraine lottie lou louie louis
        louisa louise lowri luca lucas lucia lucian lucie lucinda lucy luis luka lukas luke lulu
        luna lydia lynette lyndsey lynn lynne mabel macie mack macsen maddie maddison madeleine
        madison maeve magda maggie magnus mahmoud maia mairead maisie maisy malachi malcolm mali
        malik manon manuel mara marc marcel marcin marco marcus marek margaret margot maria mariam
        marian marie mariella marina mario marion marjorie marla marley marlon marnie marta martha
        martin martina martyn maryam mason mateo mateusz mathilda matilda matthew mattie maud maura
        maureen maurice mavis maximilian maxine maya mbali megan mehmet mei mel melanie melissa
        merryn mia micah michael michaela michal michelle miguel mihai mikael mike mikey mila
        millicent millie milo mina mira miranda miriam mirza mo mohamed mohammad mohammed moira
        molly mona monica monika montgomery morag morgan morris moses muhammad muna murphy mustafa
        myles myra nabil nadia nadine naledi nan-ann nancy naomi nasir nasreen natalia natalie
        natasha nate nathan nathaniel ned neha neil nellie nelson nerys nesta neve niall niamh nick
        nicola nicole nigel nikhil nikita nikola nina nisha noah noel noor nora nuala nusrat oakley
        obi odette odin ola olga oliver olivia ollie oluwaseun olwen omar oona oran orla oscar oskar
        osian oswald otis otto ottilie ottoline owen padma paige pamela parker patricia patrick
        patryk paul paula pauline pavel pawel pedro peggy penelope penny percy peregrine peter petra
        petula phil philip philippa phillip phoebe pia pieter pippa piotr poppy praveen precious
        preeti prince-ann priscilla priti priya quentin quincy rachael rachel radek rafael rafe
        rafferty rafi rahul raj raja rajesh ralph ramesh ramona rana rania raphael rashid rasheed
        ravi raymond reece reggie rehan reid remi rene renata reuben reza rhiannon rhian rhodri
        rhona rhys ria riccardo richard ricky rina riley rishi rita riya robbie robert roberta robyn
        rocco rodney roger rohan roisin roman ronan ronnie roo rory rosa rosalind rosamund rosanna
        roscoe roshan rosie rowan rowena roxanne ruairi ruben ruby rudy rudi rufus rukhsana rupert
        russell ruth ryan sabina sadia sadie saeed saffron safiya said-ann saima sakina salma salman
        sam samantha samina samir samira samson samuel sanaa sandeep sandra sanjay sanna santiago
        saoirse sara sarah sasha saskia scarlett scott seamus sean seb sebastian selina serena seren
        shabana shahid shanelle shania shannon sharon shaun shauna sheena sheila shelley shereen
        sheryl shirley shreya sian sibyl sid sidney siena sienna sigrid silas silvia simon simone
        simran sinead siobhan skye sofia solomon sonia sonja sonny sophia sophie stacey stan
        stanislaw stefan stefania stella stephanie stephen steve steven stewart struan stuart sue
        sukhi sunil sunita suresh susan susanna susannah susie suzanne svetlana sven sylvia sylvie
        tabitha taj talia talulah tallulah tamara tamsin tanisha tanvir tanya tara tariq tasha
        tatiana taylor ted temi temperance tendai teresa terence terry tess tessa thalia thea theo
        theodora theodore theresa thomas tia tiago tiana tiffany tilda tilly tim timothy timmy tina
        toby tobi tobias todd tolu tom tomas tomasz tommy tomos toni tony tracey tracy travis trevor
        trinity tristan trudy tyler tyrone uma umar una ursula usman valentina valerie vanessa vera
        veronica vicky victor victoria vihaan vijay vikram vincent vinny viola violet-ann violetta
        viv vivian vivienne vlad wanda wayne wendy wes wesley wiktor wiktoria wilbur wilf wilfred
        william willow-ann wilma winifred winnie winston wioletta wojciech wojtek wren-ann xander
        xavier yasmin yasmina yolanda yousef yusra yusuf yvette yvonne zac zach zachariah zachary
        zack zahra zain zaina zainab zak zara zayn zeke zelda zia zoe zofia zola zosia zubair zuri
    """)
)
# Also first names, but words or places too: only with a capital letter, and not where a sentence begins.
SOMETIMES = frozenset(
    listed("""
        miles patience kit teddy shona jan amber angel april archie art august autumn basil bea beau
        bear bill blake blue bob brook brooke buddy bunty carter cash chance chase chip christian
        christie clay cliff coral dale dawn dean dee dominic don dot drew earl eden elm ember emery
        eve faith fern fletcher flint ford forest fox frank gale gene gil grace grant gray hal happy
        harmony hart haven heath heather henna herb hey holly honey hope hunter india iris ivy jack
        jade jasper jax jed jet jewel joy joules june junior justice ken kelvin kim kitty lance lane
        laurel levi lily liberty lin lionheart mac major marigold mark marshall max may meadow
        melody mercy merry minty misty mercedes nell nevada nico noble north nova olive opal ore
        page paisley pat patience pearl penny perry peace phoenix pip piper poppy prince rae rain
        ray reed rex rick river rob robin rod rose rowan roy rusty sage sandy saul scout sherry
        shell skip sky sol sonny spencer star stone storm sue summer sunny tad tate tiger toby tray
        trinity troy tucker val van viola violet wade wally ward warren wells will willow wolf woody
        wren zen zed ash
    """)
)
# Capital letters that are no person's name.
NOT_NAMES = frozenset(
    listed("""
        mondays tuesdays wednesdays thursdays fridays saturdays sundays hospital socks monopoly
        parcs center mubarak lunar nanna vimto halfords westerns nativity operation storm number
        pride monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu
        thur thurs fri sat sun january february march april may june july august september october
        november december jan feb mar apr jun jul aug sept sep oct nov dec christmas xmas easter
        halloween diwali eid ramadan hanukkah lent advent english welsh scottish irish british
        polish french german spanish italian urdu punjabi hindi bengali arabic romanian turkish
        chinese ofsted nhs gp dla ehcp send sen uk england wales scotland ireland london leeds
        manchester birmingham liverpool bristol glasgow edinburgh cardiff belfast dublin hull york
        paris spain france tenerife turkey lanzarote cornwall devon yorkshire kent essex surrey
        wales america facebook whatsapp instagram snapchat tiktok telegram messenger youtube google
        amazon tesco aldi lidl asda sainsburys morrisons waitrose boots superdrug argos ikea spar
        coop co-op costa greggs mcdonalds kfc nandos smyths primark next vinted ebay etsy uber
        netflix disney bluey peppa paw patrol lego bbc itv frozen elsa olaf spiderman batman
        superman minecraft roblox fortnite pokemon calpol nurofen piriton covid santa father god
        jesus mary joseph allah mum mummy mam mama mom dad daddy nan nana nanny gran granny grandad
        grandpa grandma gramps aunty auntie uncle nurse dr doctor miss mrs mr ms mx sir lady lord
        queen king prince princess year room class group team morning afternoon puffins foxes
        badgers hedgehogs butterflies caterpillars ladybirds rabbits robins owls bluebells
        bumblebees fledglings squirrels otters ducklings acorns daisies sunflowers tigers lions
        bears bees beavers brownies rainbows cubs scouts guides stars minis tots tiddlers preschool
        pre-school nursery playgroup reception infants juniors primary school academy college hello
        hi hiya hey morning evening thanks thank please sorry yes no ok okay lovely great good happy
        well just can could does do did is are was were has have had what when where who why how
        which anyone anybody someone everybody everyone nobody if so and but or the a an my our your
        his her their its it it's i i'm im i've i'll i'd we we're we've you you're he he's she she's
        they they're there this that these those not nothing never always also any all some more
        most much many every each another other first last new old little big poor dear oh ah aw
        haha lol omg god wow bless come go going got get gone give let make made need want would
        will should might must may shall keep look see say said tell told ask asked think thought
        know knew feel hope wish love loved like liked hate stop start try put take took bring call
        ring text message send sent post posted share found lost left right up down in on at to from
        for with without by of off over under after before since until while because as than then
        now today tomorrow tonight yesterday again still yet already soon later once twice maybe
        perhaps probably apparently honestly seriously literally actually basically clearly
        obviously anyway however though although even only really very quite too pick drop bus van
        car house home door gate hall church village park shop road street lane close avenue sports
        day quiz fair fete raffle nativity world book club committee staff manager deputy treasurer
        chair secretary agm pta dsl hr it ppe led tv dvd cd pe rse mmr adhd asd pda ocd id dob ni
        vat ai faq fyi btw imo tbh asap rsvp ps nb re am pm bst gmt labour tory tories conservative
        reform green greens snp plaid brexit gaza israel ukraine palestine parliament westminster
        council government police fire ambulance hospital surgery clinic library museum cafe pub
        hotel zoo farm beach pool gym leisure centre center station airport bank post office argus
        echo herald gazette courier guardian times telegraph mail mirror sun star express observer
        chronicle body avon tupperware aloe vera tropic scentsy bitcoin crypto nintendo xbox
        playstation switch ipad iphone apple samsung dyson hoover sky virgin bt ee vodafone dpd evri
        hermes royal mail astra corsa fiesta golf audi bmw ford skoda berlingo vauxhall toyota honda
        nissan kia tesla mini range rover land volvo saint st bore da diolch cariad nos prynhawn
        shwmae salaam namaste dzien dobry czesc hola bonjour merci gracias please dear everyone all
        parents mums dads ladies girls guys folks lads chaps team gang congratulations congrats
        welcome bye cheers ta xx kind regards yours sincerely signed
    """)
)
PLACE_WORDS = frozenset(
    listed("""
        road rd street st lane ln close avenue ave drive way court crescent terrace row walk gardens
        square mews hill green park place rise grove view cottages house farm hall church chapel
        school primary infants juniors academy nursery college centre center village estate hospital
        surgery clinic library museum station hotel inn arms cafe bridge bay beach wood woods common
        fields lodge barn manor castle abbey priory marsh meadow market quay wharf bungalows flats
        gym pool baths club group ward bay city town united rovers fc
    """)
)
BEFORE_PLACES = frozenset(
    listed("in at near to from on of by via the outside past opposite behind past into through around over")
)
TITLES = frozenset(
    listed(
        "miss mrs mr ms mx dr sir auntie aunty aunt uncle nurse councillor cllr father reverend lady "
        "lord nana nanny nan grandma grandad"
    )
)
WHOSE = frozenset(
    listed(
        "my our wor oor ma wee little young grandson granddaughter son daughter nephew niece cousin "
        "called master baby"
    )
)
STAFF_TITLES = frozenset(listed("miss mrs mr ms mx sir"))
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“(]|[^\w\s,'’&/-])\s*$")
LINKS = re.compile(
    r"\s*(?:,|&|\+|/|\band\b|\bn\b|,\s*and\b)\s*(?:the\s+|both\s+|big\s+|little\s+|baby\s+)?", re.I
)
LONGEST_NAME = 20


@dataclass(frozen=True)
class Named:
    """Somebody's name and where it stands."""

    start: int
    end: int
    kind: str  # "somename", "fullname" or "titledname"


def people(text: str) -> list[Named]:
    """Everybody named, in order. A capital letter counts, but no name has to begin with one."""
    tokens = list(TOKEN.finditer(text))
    shouted = sum(char.isupper() for char in text) * 2 > sum(char.isalpha() for char in text)
    found: list[Named] = []
    place = 0
    while place < len(tokens):
        named, used = _named(text, tokens, place, shouted)
        if named is not None:
            found.append(named)
        place += used
    return found


def _named(text: str, tokens: list[re.Match[str]], place: int, shouted: bool) -> tuple[Named | None, int]:
    """The name that begins with this token, if one does, and how many tokens that settles."""
    word = _plain(tokens[place].group())
    capital = _capital(tokens[place].group()) and not shouted
    run = _run(text, tokens, place) if capital or word in NAMES else 1
    if word in STAFF_TITLES and place + 1 < len(tokens) and _beside(text, tokens, place):
        after = tokens[place + 1].group()
        if _plain(after) in NAMES or (_capital(after) and len(after) > 1) or len(after) == 1:
            return Named(tokens[place].start(), _end(tokens[place + 1]), "titledname"), 2
        return None, 1
    if not _is_name(text, tokens, place, word, capital, run):
        return None, max(1, run if capital and word not in NAMES and word not in NOT_NAMES else 1)
    last = tokens[place + run - 1]
    if run > 1 and (_plain(last.group()) in PLACE_WORDS or not _real(text, tokens, place, run)):
        return None, run
    whole = run > 1 and len(_plain(last.group())) > 1
    double = "-" in last.group() and run > 1
    return Named(tokens[place].start(), _end(last), "fullname" if whole or double else "somename"), run


def _is_name(text: str, tokens: list[re.Match[str]], place: int, word: str, capital: bool, run: int) -> bool:
    if word in NAMES:
        return run == 1 or _plain(tokens[place + run - 1].group()) not in PLACE_WORDS
    if not capital or word in NOT_NAMES or len(word) < 2 or len(word) > LONGEST_NAME:
        return False
    if (
        place + run < len(tokens)
        and _plain(tokens[place + run].group()) in PLACE_WORDS
        and _beside(text, tokens, place + run - 1)
    ):
        return False
    before = _plain(tokens[place - 1].group()) if place and _beside(text, tokens, place - 1) else ""
    if word in SOMETIMES:
        return (
            not _starts(text, tokens[place].start()) or run > 1 or tokens[place].group()[-2:] in ("'s", "’s")
        )
    if before in BEFORE_PLACES:
        return False
    return not _starts(text, tokens[place].start()) or (run > 1 and before not in BEFORE_PLACES)


def _real(text: str, tokens: list[re.Match[str]], place: int, run: int) -> bool:
    """A first name we know, a double surname, or whose child it is; not the Great Sandwich Survey."""
    words = [_plain(token.group()) for token in tokens[place : place + run]]
    if any(word in NAMES or word in SOMETIMES for word in words) or any("-" in word for word in words):
        return True
    return (place > 0 and _plain(tokens[place - 1].group()) in WHOSE) or words[0] in WHOSE


def _run(text: str, tokens: list[re.Match[str]], place: int) -> int:
    """How many words with a capital stand side by side: a first name, then surnames or an initial."""
    used = 1
    while place + used < len(tokens) and used < 4:
        after = tokens[place + used].group()
        if text[tokens[place + used - 1].end() : tokens[place + used].start()] != " " or not _capital(after):
            break
        if tokens[place + used - 1].group()[-2:] in ("'s", "’s") or _plain(after) in NOT_NAMES:
            break
        used += 1
    return used


def _capital(token: str) -> bool:
    return token[0].isupper() and (len(token) == 1 or not token[1:].isupper())


def _plain(token: str) -> str:
    lower = token.lower().replace("’", "'")
    return lower.removesuffix("'s").removesuffix("'")


def _end(token: re.Match[str]) -> int:
    return token.end() - (2 if token.group()[-2:] in ("'s", "’s") else 0)


def _beside(text: str, tokens: list[re.Match[str]], place: int) -> bool:
    """Only a space, or a full stop after a title, stands between this token and the next."""
    return text[tokens[place].end() : tokens[place + 1].start()] in (" ", ". ")


def _starts(text: str, start: int) -> bool:
    return SENTENCE_START.search(text[max(0, start - 4) : start]) is not None


FEWEST_OF_A_LIST = 4


def named(text: str) -> Folded:
    """The post folded, with each name replaced by what kind of name it is; spans lead to the original."""
    who = people(text)
    if not who:
        return fold(text)
    changed: list[str] = []
    origin: list[int] = []
    done = 0
    for start, end, word in _replaced(text, who):
        changed.append(text[done:start] + word)
        origin += range(done, start)
        origin += [start] * (len(word) - 1) + [end - 1]
        done = end
    changed.append(text[done:])
    origin += range(done, len(text))
    folded = fold("".join(changed))
    return Folded(text, folded.text, tuple(origin[place] for place in folded.origin))


def _replaced(text: str, who: list[Named]) -> Iterator[tuple[int, int, str]]:
    place = 0
    while place < len(who):
        last = place
        while last + 1 < len(who) and LINKS.fullmatch(text, who[last].end, who[last + 1].start):
            last += 1
        if last - place + 1 >= FEWEST_OF_A_LIST:
            yield who[place].start, who[last].end, "namelist"
        else:
            for one in who[place : last + 1]:
                yield one.start, one.end, one.kind
        place = last + 1


def contains(folded: Folded, name: str) -> bool:
    """Whether a folded name stands in the post as words of its own."""
    start = folded.text.find(name) if name else -1
    while start >= 0:
        before, after = folded.text[start - 1 : start], folded.text[start + len(name) : start + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        start = folded.text.find(name, start + 1)
    return False
