"""Notices threats, blackmail and telling people to harm themselves; figures of speech pass."""

from collections.abc import Iterable
from functools import partial

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.lexicon import COMMON
from moderation.phrases import Rule, found, rule, says, ways
from moderation.policy import Policy
from moderation.post import Post


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Threats of harm, watching somebody, blackmail, damage, and urging self-harm."""
    if says(post.folded, TOLD):
        return
    yield from found(Category.THREAT, (*RULES, *WIDER), post.folded)


GROUPS = {
    **COMMON,
    "you": "you, u, ya, ye, yous, yer, your, ur, youse, thee",
    "target": """
        you, u, ya, ye, him, her, them, his dad, her dad, that man, that woman, that bloke, that
        manager, someone, her mum, his mum, that cow, that bitch, the lot of you, all of you,
        whoever, that lad, that teacher, the manager, the chair, the staff, the committee, yous,
        that driver, that father, your husband, your fella, your kids, your family, his face,
        your face, her face, ur face""",
    "soon": "tonight, tomorrow, at pick up, at the gate, when i see you, when i see u, when i see her, "
    "when i see him, next time, one day, soon, monday, friday, after drop off, outside, wait, "
    "just wait, mark my words, mark ma words, fair warning, not messing, i mean it, i swear",
    "batter": """
        kill, murder, batter, smash, punch, slap, hurt, stab, knock, break, burn, hit, leather,
        shoot, strangle, deck, lamp, do you in, do him in, do her in, hospitalise, bury, hang,
        beat, cut, slit, run over,
        drown, finish, end, break his legs, break your legs, kick, headbutt, knock your teeth,
        knock his teeth, knock you out, knock him out, knock her out, bury, wring""",
    "will": "i will, i'll, ill, i'm gonna, im gonna, i am going to, i'm going to, im going to, im gona, "
    "gonna, gona, going to, we'll, we will, i swear i'll, i would, i'd, about to, ama, i'ma, "
    "imma, ready to, want to, my husband will, my brother will, our lads will, my dad will, my "
    "fella will",
    "building": "window, windows, hut, shed, office, building, hall, nursery, preschool, school, car, house, "
    "tyres, tires, windscreen, door, car park, place, van, front door, letterbox",
    "damage": "burn, burns, burnt, torch, brick, petrol, fire, set fire, smash, slash, key, bomb, wreck, "
    "trash, put through, go up in, match, blow up, put a brick, put the windows, through",
    "reveal": """
        tell everyone, tell everybody, tell them all, tell your husband, tell your wife, tell
        your boss, everyone finds out, everyone will know, everybody will know, everyone on here
        finds out, put it all on, post it all, post the photos, post the pictures, post the
        screenshots, let everyone know, show everyone, share the screenshots, the whole village
        will know, the whole group will know, finds out what, find out what, know what you did,
        knows what you did, what you did in, ruin you, make it public, expose you, your secret,
        send it to your""",
    "withdraw": "withdraw, take it down, take that down, take that comment down, take that post down, delete "
    "it, delete that, drop it, drop the complaint, drop your complaint, back off, back down, "
    "resign, step down, pay me, pay up, say sorry, apologise, keep quiet, keep your mouth shut, "
    "shut up about it, shut your mouth, unless you, if you don't, if you dont, if you tell, if "
    "you report, or else",
}
threat = partial(rule, groups=GROUPS, severity=Severity.URGENT, score=0.9)
PLAY = """
    haha lol lmao hehe xx lunchbox biscuit biscuits cake coffee cuppa tea gin wine chocolate flapjack kettle
    monopoly snap conkers netball rugby match quiz nil goalie
"""

RULES: tuple[Rule, ...] = (
    threat(
        "a threat to hurt somebody",
        "i'll|ill|i_will|we'll|we_will|will ~2 {batter} ~1 both|all|every ~2 your|ur|his|her|their "
        "~1 legs|arms|bones|windows",
        "{adult|brothers|lads|mates|boys|family|cousins|brother} ~8 coming|going|gonna|be ~1 down|"
        "round|up|over? ~14 sort ~4 {target|that|teacher|manager|out}",
        "won't|wont|not ~1 be walking|breathing|getting_up|standing",
        "will|i'll|ill|gonna|going_to ~2 sort ~3 {target|that} ~4 out ~6 {soon|walking|proper|good|mark}",
        "{will} ~4 {batter} ~3 {target}",
        "{will} ~2 {batter} ~3 face|head|teeth|legs|neck|jaw|nose|kneecaps|lights ~2 in|off|out|for|them?",
        "{will} ~3 put ~4 in hospital|a_box|the_ground|a_coffin|a_wheelchair|a_grave|intensive_care|a_e",
        "put|puts ~3 him|her|you|u|them in hospital|a_box|a_wheelchair|the_ground",
        "gonna|gona|going_to|gunna|will|you'll|ull|yer ~2 get|gets|gettin|getting|have ~2 "
        "whats_coming|what's_coming|wots_coming|whats_comin|a_doing|a_doin|a_kicking|a_kickin|a_slap|"
        "a_battering|a_hiding|battered|your_head_kicked|yours|leathered|filled_in|done_over|"
        "a_good_hiding|their_teeth",
        "whats_coming|what's_coming to you|u|him|her|them",
        "watch|mind ~1 {you|his|her|their|yourself|urself|himself|herself} back|backs|step|yourself",
        "want_to|wanna|better|had_better|best|should ~1 watch yourself|urself|your_back|ur_back|"
        "his_back|her_back|out_walking|himself|herself ~6 walking|knife|tonight|home|out|dark|round|"
        "or",
        "tell ~5 to watch|mind his|her|their back|backs",
        "i'll|ill|we'll|gonna_be|gona_be ~2 waiting for you|u|him|her|them|ya ~8 {soon|half|outside|"
        "gate|mates|car_park|home|bring}",
        "wait_til|wait_till|wait_until|till|til ~1 i|we see|get|find|catch|bump_into|get_hold you|u|"
        "her|him|them|ya|of ~8 {gonna|going_to|sorry|dead|regret|get|gets|face|watch|coming|swing|"
        "pick_up}",
        "say_that|say_it|come_here_and_say ~3 my|ma|his face ~4 {you|see|what_happens|and|sl*g|slag|"
        "then|see_what}",
        "see_what|see_wot|find_out_what happens|happen|i_do|i'll_do ~6 {you|if|next|then|when|to|come|face}",
        "i'll|ill|we'll|will ~1 make ~2 your|ur|his|her|their life|lives hell|a_misery|a_living_hell|misery",
        "you're|ur|your|youre|u_r|u_are|he's|hes|she's|shes|they're dead|a_dead_man|dead_meat|"
        "finished|toast ~4 {mate|when|if|pal|now|soon|meat|hear|get|next|pick_up}",
        "you'll|ull|you_will|he'll|she'll|they'll|u_will regret|be_sorry|pay_for|wish_you ~6 {this|"
        "that|it|you|one|day|soon|hadn't|when|u|had}",
        "break|smash|snap|cave|kick|knock|bash|stove|stave|fill|rearrange {you|his|her|their} ~1 "
        "legs|arms|neck|jaw|nose|face|head|skull|fingers|teeth|kneecaps|ribs|features",
        "teach|teaching|learn him|her|you|them|u ~2 lesson|some_manners|manners",
        "paying|pay|payin|visit|visiting ~3 visit|little_visit ~6 {teach|lads|boys|manners|lesson|"
        "tonight|bats|home|show}",
        "acid|baseball_bat|machete|shotgun|crowbar|knuckleduster ~6 {your_face|your_head|ur_face|"
        "waiting|with_your_name|your_house|round_yours|use_it}",
        "deserves|deserve|needs|need|want|wants|ought ~3 shooting|stabbing|hanging|stringing_up|"
        "a_bullet|a_good_kicking|a_slap|battering|a_good_slap|lynching|burning|petrol_bombing|"
        "a_kicking|to_be_shot|a_beating|a_hiding",
        "someone|somebody should|ought|needs_to|wants_to ~2 {batter|damage|burn|shoot|slap|stab|put} "
        "~4 {target|building|brick|through|thru|face}",
        "if ~6 near|touches|looks|comes|speaks|goes|lays ~8 {will} ~2 {batter|put|swing|rip|"
        "not_be_responsible}",
        "won't|wont|cannot|can't be responsible|held_responsible ~5 {do|actions|happens}",
        "count_your|counting_your|say_your|digging_your days|prayers|grave",
        unless=PLAY
        + "guy bonfire slug slugs weeds weed ants moles mice wasps icy ice glass slippery footbridge "
        "invented slime raffle tickets tombola",
    ),
    threat(
        "a hint that somebody is being watched or could be found",
        "sleep with one_eye|1_eye",
        "one_eye_open",
        "got|have|know|found|saved ~2 your|ur|her|his|their address|number_plate|reg|registration|"
        "postcode ~~8 expect|visit|coming|round|see|careful|watch|soon",
        "expect a|us|me ~1 visit|visitor|visitors|knock",
        "keep|carry_on|keep_on ~1 talking|posting|running|it|pushing|going|mouthing ~2 up|and|like? "
        "~3 see|find_out|watch|where_it_gets",
        "accidents happen|do_happen|can_happen",
        "i|we|and|also know|knows|no ~1 where|wot|what|which ~2 {you|u|she|he|they|her|his|house|car|"
        "road|street|number} ~2 live|lives|drive|drives|park|works|work|house|sleeps|is_yours|school|"
        "kids_go|walk|car",
        "know|no which|what house|car|road|flat|door ~4 yours|your|ur|drive|live|hers|his",
        "i|we|he know|knows|no|kno where ~3 live|lives|u_live|sleep|sleeps|work|works|parks",
        "sleep_well|sleep_tight|sweet_dreams|watch_out|take_care|be_careful|drive_safe|just_saying "
        "~6 {know|where|live|house|while_you|tonight_hun}",
        "be_seeing|seen|watching|been_watching|following|watched|see you|u|your ~10 {new_route|"
        "walking_home|headphones|alone|in_the_dark|every_day|every_night|pushchair|your_house|"
        "ur_house|window|where|come_home|on_your_own|at_night|leave_the_house}",
        "should|might be more careful ~6 {pushchair|walking|home|kids|night|dark|where|who}",
        "i_notice|i_see|i_watch|i've_been ~8 {headphones|route|home_alone|walk|curtains|lights|"
        "on_your_own} ~~20 {careful|you|your}",
        "he's|hes|she's|shes|they're|is home|out|in|alone ~2 on|every|when|after ~8 who's_up_for|"
        "whos_up_for|lads|visit|who's_in|manners|go_round",
        "i'll|ill|we'll|be be|come|coming|pop|go|going|find|finding ~2 round|for|seeing|knocking|"
        "to_find|up_your|after|you|to_get ~2 {you|your|ur|u|him|her|house|door} ~6 {tonight|later|"
        "watch|sleep|with|regret|sorry|mates|lads|dead|dark|hands}",
        "would_be|it'd_be|be|such shame|pity|a_pity|a_shame if ~4 {happened|happen|something|"
        "anything|anyone|someone|burn|burnt|found|got}",
        "accidents|accident happen|can_happen|could_happen|waiting ~~8 {you|your|kids|lovely|nice|"
        "careful|shed|car|dark}",
        "they|it do|does burn so|very|quite easily|quickly",
        "nice|lovely|pretty little? family|kids|house|car|daughter|son|girl|dog you|there ~~6 {shame|"
        "pity|happen|careful|would|be|lose}",
        "leave|get_out|go|move ~4 village|town|here|area ~6 or_else|before_i|before_someone|"
        "before_we|if_you_know_whats|if_you_know_what's",
        "if_you_know_whats|if_you_know_what's|if_u_know_whats|if_u_know_wots good_for|good_4",
        "or_else|fair_warning|first_and_last_warning|last_warning|final_warning|been_warned|"
        "you_have_been_warned ~~10 hell|sorry|come|regret|round|shut|grassed|keep",
        "{whoever|you} ~4 grassed|grass|snitch|snitched ~~10 {hell|regret|watch|sorry|coming|find|"
        "pay|get|warned}",
        "snitches|grasses get stitches",
        unless="haha lol lmao postcode delivery mud wellies raffle bakery parcel wasps cake brownies cuppa "
        "eggs drop-round",
    ),
    threat(
        "a demand with a threat to tell or harm",
        "{withdraw} ~8 by|before|today|tonight|now|within ~6 or ~3 {your|husband|wife|everyone|boss|"
        "i'll|ill|we|the_group}",
        "or your husband|wife|boss|mum|partner|other_half|fella gets|sees|finds|hears|will ~4 {see|"
        "messages|photos|out|know|about|screenshots|told}",
        "{withdraw} ~~8 or|otherwise|else ~6 {reveal|everyone|everybody|husband|police|photos|your|"
        "hurt|regret|else}",
        "or i'll|ill|i_will|we'll|everyone|everybody ~3 {reveal|finds|tell|show|post|send|share|"
        "make_sure|let} ~6 {everyone|everybody|what|husband|boss|wife|group|photos|screenshots|life|"
        "out|you}",
        "i'll|ill|i_will ~1 {reveal} ~10 unless|if_you|if_u|or|what_you|what_u|until",
        "unless|if_you_don't|if_you_dont|until ~8 i'll|ill|everyone|the_whole ~3 {reveal|tell|post|"
        "send|share|know}",
        "pay|send|transfer|give_me ~8 or ~6 {reveal|photos|pictures|husband|everyone|screenshots|else}",
        "entirely_up_to_you|your_choice|it's_up_to_you|is_up_to_you|its_up_to_you|clock_is_ticking|"
        "tick_tock|you_have_until|"
        "you've_got_until ~~10 {everyone|know|out|tell|husband|photos|what_you}",
        "{everyone|husband|boss|wife} ~6 what_you|what_u|what_yous get_up_to|did|done|do|are|were_doing",
        unless="haha lol raffle quiz bake cake recipe santa gin",
    ),
    threat(
        "a threat to damage a building or belongings",
        "or|and|i'll|ill|i ~2 put|smash|break|brick ~1 your|ur|his|her|their|the windows|window|"
        "windscreen|door|car",
        "wants|needs|deserves ~2 burning|torching|bombing|petrol_bombing|blowing|firebombing|bricking",
        "that|the|your ~3 {building} wants|needs|deserves ~1 burning|torching|smashing|bombing|levelling",
        "put|stick|chuck|throw|lob|shove|throwing|launch ~3 brick|bricks|window|windows|stone|petrol|"
        "firework|rock ~5 {through|thru|window|windows|in|building}",
        "{will|someone_should|somebody_should|swear|going|should|ought_to|want_to|needs_to} ~6 put|"
        "smash|brick|break|chuck ~4 window|windows|windscreen ~6 {through|thru|in|hut|office|car|"
        "building|tonight|of}",
        "{will|someone_should|somebody_should|should|ought_to|want_to|needs_to|who's_up_for|"
        "feel_like} ~3 burn|torch|burning|torching|blow|bomb|trash|firebomb|petrol_bomb|set_fire|"
        "slash|key|slashing|wreck|tear ~5 {building|down|tyres|lodgings|car|fire|out|up|apart}",
        "burn|torch ~3 {building|it|the_place|lodgings|hotel|mosque|church|caravans|camp} down|out|"
        "to_the_ground",
        "new_windows|new_windscreen|new_tyres ~4 cost ~3 them|you|her|him",
        "see_what ~5 windows|windscreen|tyres|paintwork cost",
        "your|ur|his|her car|tyres|windscreen|house|shed|front_door ~4 gets|get|getting|is_going|"
        "will_be|gonna_be keyed|slashed|smashed|burnt|torched|bricked|egged",
        unless="haha lol gingerbread calories candles bonfire guy bath-bomb cushion calorie petrol-money",
    ),
    threat(
        "words that urge somebody to harm themselves",
        "kys|kill_yourself|kill_urself|kill_ur_self|k_y_s|go_die|neck_yourself|end_yourself|"
        "top_yourself|hang_yourself|drink_bleach|off_yourself|unalive_yourself|top_urself|"
        "do_yourself_in|slit_your_wrists",
        "go|just_go|please|and ~2 die|jump_off|play_on_the|play_in_the_traffic|drown_yourself|"
        "jump_under|jump_in_front|lie_down_in_the|walk_into_the_sea|throw_yourself "
        "~5 {bridge|m1|motorway|traffic|train|road|cliff|railway|line|a|you|m25|m6|a1|fire|hole|sea}",
        "world|everyone|everybody|kids|family ~4 better_off|be_happier|happier|better_place|"
        "celebrate ~2 without|if you|u|ya ~3 {dead|died|gone|weren't|dropped|without|}",
        "better_off|happier without you|u ~4 {kids|everyone|world|group|}",
        "nobody|no_one|noone ~2 miss|notice|care|cry if ~2 you|u ~3 {died|gone|dead|disappeared|jumped}",
        "do_us|do_everyone|do_the_world ~3 favour|favor ~2 go|and_go|jump|die|disappear ~2 {play|die|"
        "jump|drown|off|walk|kill|under}",
        "hope|hoping ~2 you|u|she|he|they|ya ~2 die|rot|crash|get_cancer|burn|get_run_over|"
        "get_hit_by|drop_dead|drown|choke|suffer",
        "drop_dead|why_don't_you_just_die|you_should_be_dead|should_have_been_aborted|deserve_to_die|"
        "deserves_to_die|wish_you_were_dead",
        unless="haha lol lmao phone battery slugs wasps",
    ),
)

WIDER: tuple[Rule, ...] = (
    threat(
        "a threat to hurt somebody",
        "i'll|ill|i_will|gonna|going_to|ima|imma|gunna|i'd ~3 rag|deck|rip|scratch|gouge|batter|bray|"
        "chin|twat|spark|swing_for ~3 {you|him|her|his|your} ~6 round|out|in|head|eyes|hair|"
        "extensions|face|car_park|stairs|through|by",
        "i'm|im|i_am taking|dragging|putting|throwing ~4 you|cow|bitch ~4 down|off|under|through ~2 "
        "the stairs|balcony|bus|wall|window|bridge",
        "{you} ~1 getting|getin|gonna_get|going_to_get battered|leathered|filled_in|done_in|decked|"
        "knocked_out|lamped|smacked|sparked|hurt",
        "watch|mind ~1 {your|his|her} kneecaps",
        "slit|slash|gut|carve|slice ~2 {your|you|his|her|him|them} ~3 tyres|throat|and|up|then|face|open",
        "bat|hammer|knife|sledgehammer|machete|shovel|crowbar|petrol|can_of_petrol|axe ~6 "
        "{with_your_name|your_name|grudge|nothing_to_lose|fuck_all_to_lose|your_house|name_on_it|"
        "name_wrote}",
        "got|i've ~3 shovel|petrol|sledgehammer|shotgun|two_barrels|hammer ~6 grudge|lose",
        "something ~2 hot|cold|frozen|ice ~2 hold|put ~2 on ~2 {your} jaw|face|eye|nose",
        "bad_people|proper_bad_people|men_who|lads_who ~6 {you|deal|sort|owe_me}",
        "my|our brother|cousin|dad|husband|uncle|fella ~2 gets_out|is_out|out_of_prison|out_next|"
        "comes_out ~12 {you|told|name|him|her}",
        "you|they|he|she won't|wont be ~2 laughing|smiling|talking|here|smug ~2 long|tomorrow|then|soon",
        "one_day|soon|next_time ~8 children|kids|nursery|they ~4 will ~4 pay|suffer|burn|bleed",
        "if i can't|cant have ~1 them|him|her ~3 nobody|no_one|noone",
        "will_have|you'll|you_will ~2 lost|lose ~2 what ~2 love|you_love|you_care",
        "do_the_kid_a_favour|do_your_kids_a_favour|do_us_all_a_favour|do_everyone_a_favour ~20 {you|"
        "rope|miss|already|die|jump}",
        "there's|get|buy a? rope ~12 favour|favor|use|kids|neck",
        "id_of|i'd_have|id_have|i'd|i_would|id jumped|topped|killed|hanged ~2 off|myself|by",
        "nobody|no_one|noone ~1 would|wud|will|wouldn't miss you|u|ya",
        "put_in|put ~2 someone's|someones|his|her tea|food|drink|coffee ~10 show_up|traced",
        "wants|want|needs ~1 to be careful ~10 {my_kids|picking_up|parked|bruises|round_my|alone}",
        unless=PLAY + "pumpkin bouncy water-fight water-balloons snowball hair-cut dentist",
    ),
    threat(
        "a hint that somebody is being watched or could be found",
        "i've|ive|i|we've|we ~2 sat|sit|parked|been|stood|waited|watched ~3 outside|opposite|"
        "watching ~1 yours|your_house|your_flat|your_work ~8 lights_off|every_night|dark|lock|"
        "careful|all_night",
        "saw|seen|watched|noticed|spotted you ~8 always_go|on_your_own|you_bought",
        "you moved|changed ~3 spare_key|the_locks",
        "all written_down|wrote_down|noted|on_film|on_camera ~12 {careful|upset|you|love}",
        "i'd|id|i_would ~1 be careful|watching ~2 who|what|where ~2 {you|i_upset}",
        "ah_know|ah_ken|i_know_exactly|know_exactly|i_know_fine ~3 {which|what|whaur|where|exactly|"
        "when} ~10 {your|yer|ur|you|she|he} ~10 bus|school|hospital|locks_up|walks|walk|home|"
        "gets_aff|gets_off|finishes|leaves|drops|baby|shift|street|kids|son|daughter|boy",
        "i_know|we_know what time ~1 she|he|you|u ~3 locks|leaves|walks",
        "i've|ive|i_have got|hacked|been into ~2 your|ur|her|his email|emails|phone|facebook|account|"
        "messages|photos",
        "i don't|dont get_angry|get_mad ~6 get_even",
        "every_time you ~8 tyre|goes_down|window_goes",
        "keep|carry_on|go_on talking|talkin|laughing|smiling|running ~2 pal|mate|love|hun|girl|then "
        "~6 {see|find|know|where}",
        "laugh|smile ~2 now|while ~1 you_can? ~6 what_time|lasts|know_where",
        "don't|dont|needn't ~1 think ~2 police|peelers|cops|polis|feds ~4 help|save|protect",
        "touts|grasses|snitches|rats ~6 {deal|name|stitches|know|told|shot}",
        "back with|wi a hole in_it|in_him",
        unless=PLAY + "raffle parcel wrapping",
    ),
    threat(
        "a demand with a threat to tell or harm",
        "resign|retract|withdraw|apologise|pay|drop|delete|cancel|remove|step_down|leave ~3 {it|that|"
        "by|this|or|me|the} ~10 or|otherwise|and ~1 i|your|everyone|every|the|my ~14 {ends|hears|"
        "photos|photographs|know|finds|told|burns|employer|marriage|stays_up|husband|wife|shed|house|"
        "boss}",
        "or|otherwise your marriage|career|job|shed|house|car|windows|family|business ~2 ends|"
        "is_over|goes|gets|burns|over|finished|up_in",
        "or i|we make_sure|tell|send|show|post|ring ~4 {everyone|every|husband|wife|boss|employer|"
        "social|all|whole}",
        "i've|ive|i_have|got ~2 photographs|photos|screenshots|videos|pictures ~6 stamps|envelope|"
        "husband|wife|ready|send|everyone|boss",
        "or i'll|ill ~2 read|share|post|send|print ~3 out|some|them|it|all",
        unless=PLAY + "raffle library fine",
    ),
)

# Someone else's words, told to get help or for a laugh, are not the poster's threat.
TOLD = ways(
    "my|our|his|her {child|3yo|4yo|husband|hubby|mum|boss} ~3 threatened|is_going_to_kill|"
    "is_gonna_kill|will_kill|gonna_kill|going_to_kill|shouted|says_he's|said_he",
    "i_quote|quote|and_i_quote",
    "told|informed ~3 at_breakfast|by_my|by_a_toddler|by_a_three|by_the_three",
    "i_will|i'll find_you and ~4 make_you|wash|thank|hug|kiss|buy",
    groups=GROUPS,
)
