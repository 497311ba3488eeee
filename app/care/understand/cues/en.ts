import type { LanguageCues } from "./cues.ts";

const thing =
  "(?:order|package|parcel|delivery|shipment|item|items|purchase|stuff|things?|goods|product|products|box|letter|gift|present)";

export const english: LanguageCues = {
  language: "en",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\bwhere (?:exactly )?(?:was|were|is|did|have|has|had) (?:\\w+ ){1,4}?(?:delivered|left|leave|put|dropped|drop|handed|deposited)\\b|\\bwho (?:signed|accepted) |\\bwhere(?:'s| is| are|s)? (?:is )?(?:my|the|our) (?:\\w+ ){0,3}?(?:${thing}|#|shirt|shoes|dress)|\\b(?:status|whereabouts|progress) (?:of|on|for) (?:my|the|our|an?|this)|\\border status|\\btrack(?:ing)? (?:my|the|an|our|number|info|link|code|id|details)|\\bwhen\\b[^.?!]{0,50}\\b(?:arrives?|gets? here|delivered|delivery|deliver|ships?|shipped|be here|expect|receive|comes?|coming|dispatch(?:ed)?|sent|send)|\\bwill (?:it|they|my \\w+|the \\w+) (?:still )?(?:make it|arrive|come|get here|be here)|\\b(?:shows?|says?|marked|listed)(?: as)? (?:processing|unfulfilled|pending|preparing)|\\b(?:just )?checking (?:in )?on\\b|\\bwhat's (?:going on|happening)|\\bhow far (?:is|along)|\\b(?:has|have|is|was) (?:my|the|it|our) (?:\\w+ ){0,3}?(?:shipped|been shipped|dispatched|been sent|left|on its way)|\\bany (?:update|news)s? (?:on|about|regarding|for|with)|\\bhow long (?:until|till|before|will it take|does (?:it|delivery|shipping) take)|\\b(?:still|am) waiting (?:for|on) (?:my|the|our|this|it)|\\beta\\b|\\bwhat(?:'s| is) (?:happening|going on) with (?:my|the)`,
      ),
      weak: /\b(?:hasn't|has not|haven't|have not|not yet|didn't|did not) (?:been )?(?:arrived?|shipped|received?|delivered|come|showed up|gotten|got)|\bsupposed to (?:arrive|be here|come|be delivered)|\bstill (?:no|not|nothing|hasn't)|\b(?:tracking|shipment|on its way|expected|estimated) |\bdelivery (?:date|time|estimate)|\bupdate\b|\bin time for\b/,
    },
    delivery_problem: {
      strong: new RegExp(
        `\\b(?:says|said|shows?|marked|showing|states|claims|listed)(?: it)?(?: was| is| as| has been| that it was)* delivered|\\bnever (?:arrived|came|received|got|showed|turned up|delivered)|\\b(?:lost|stolen|missing) (?:\\w+ )?(?:${thing}|in (?:the )?(?:mail|post|transit))|\\b(?:${thing}) (?:is|was|has been|got|went|seems?|must be|might be|may be) (?:lost|stolen|missing|stuck)|\\bdelivered to (?:the )?(?:wrong|neighbou?r|someone)|\\bwrong (?:address|house|door|building)\\b.{0,30}\\b(?:deliver|left|courier|driver)|\\b(?:left|delivered|dropped)\\b.{0,25}\\bat (?:the )?wrong (?:address|house|door)|\\btracking (?:has|hasn't|has not|hasnt|shows? no|is not|isn't|isnt|stuck|stopped|not)(?:n't)?(?:\\b.{0,30}(?:updated?|moved|changed|moving))?|\\bhasn't moved|\\b(?:sitting|stuck|held|waiting|sat) (?:\\w+ )?(?:in|at) customs|\\bgot lost|\\bnothing (?:was |is )?(?:at|by|outside|in front of) (?:my|the|our)|\\bneighbou?rs? (?:\\w+ ){0,2}?(?:don't|didn't|haven't|do not|doesn't|hasn't)|\\b(?:present|gift|order|parcel|package|delivery) never\\b|\\bhas not moved|\\bno movement|\\bstuck (?:in|at)|\\bfailed delivery|\\bdelivery (?:failed|attempt)|\\bmissed delivery|\\breturn(?:ed|ing)? to sender|\\bsent back to (?:you|sender)|\\b(?:driver|courier|carrier|mailman|postman)\\b.{0,40}\\b(?:left|never|didn't|did not|lied|threw|rude|said)`,
      ),
      weak: /\b(?:late|delayed|delay|overdue|lost|stolen)\b|\bnot (?:arrived|received|here)|\b(?:hasn't|has not|hasnt|haven't|have not|didn't|did not|still not) (?:been )?(?:arrived?|received?|delivered|come|turned up|shown up|gotten|got)|\bweeks? (?:late|ago)|\b(?:ups|usps|fedex|dhl|dpd|hermes|evri|royal mail)\b|\bcustoms\b|\bsupposed to (?:arrive|be here|be delivered|come)/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:wrong|different|incorrect) (?:\w+ )?(?:items?|products?|size|colou?r|order|model|one|thing|shirt|shoes?|pair|book|version|flavou?r)\b|\b(?<=\b(?:is|was|are|were|came|arrived|got|it's|its|been|completely|totally|all|turned up|showed up|arrives?) (?:\w+ ){0,2})(?:broken|damaged|shattered|smashed|cracked|torn|ripped|defective|faulty|scratched|dented|chipped|leaking|stained|dead on arrival|in pieces|crushed|bent|ruined|mou?ldy|expired)\b|\b(?:broken|damaged|shattered|smashed|cracked|torn|ripped|defective|faulty|scratched|dented|chipped|leaking|stained|crushed)\b.{0,30}\b(?:on arrival|when (?:it|i)|upon|in the box)|\b(?:received|got|sent|have|with) (?:me )?(?:an? |the |some |my )?(?:\w+ )?(?:broken|damaged|defective|faulty|cracked|torn|used|incorrect|wrong)\b|\b(?:doesn't|does not|doesnt|don't|won't|wont|isn't|not|stopped|never) (?:work|working|worked|turn on|switch on|charge|power on|close properly)\b|\b(?:missing|lacking) (?:(?:one|two|three|\d|a|an|the|some|half|several|of|my) ){1,3}?(?:item|piece|part|product|screw|charger|lid|from|my)|\b(?:item|items|piece|part|parts|one of \w+|something)\b.{0,20}\b(?:is|are|was|were) missing\b|\b(?:is|was|were|are) missing from\b|\bonly (?:received|got|one of)\b|\bnot what i ordered|\b(?:got|received|sent|came|inside|in the box)\b.{0,40}\binstead of\b|\bhas a (?:hole|crack|scratch|tear|stain|dent|defect)|\bfell apart|\bin (?:\w+ )?(?:pieces|bits|shards)|\b(?:received|got|sent me|came|was sent)\b.{0,30}\bbut (?:i |we )?(?:ordered|bought|asked for|wanted)|\b(?:ordered|bought)\b.{0,40}\b(?:but|and) (?:i |we )?(?:received|got|was sent|were sent)|\btwo (?:left|right) |\b(?:started|is|was) (?:smoking|sparking|burning|leaking|overheating)|\b(?:second|third) replacement|\bbroke (?:after|on|when|the|within|in half|already)|\bdefect\b/,
      weak: /\b(?:broken|damaged|defective|faulty|cracked|wrong|missing|poor quality|quality)\b|\bdoesn't match|\bnot as described|\bnothing like (?:the )?(?:photo|picture)/,
    },
    return: {
      strong:
        /\b(?:return|send(?:ing)?|exchange|give)\b (?:it|them|this|these|the|my|one|an?|both|some|all|for|everything)\b(?!.{0,12}\b(?:call|sender|to sender|email)\b)|\b(?:like|want|need|wish|how (?:do|can|would) (?:i|we)|can i|could i|may i|possible) (?:to )?(?:return|exchange|swap|send back)|\breturn (?:label|policy|process|window|address|form|shipping|slip|number|request)|\b(?:returns?|exchanges?) (?:policy|please|possible|accepted)|\bfree returns?|\b(?:swap|exchange) (?:it|them|this|for|the|my)|\bsend (?:it|them|this|these) back|\bstart a return|\breturning (?:it|the|my|an|this)|\b(?:doesn't|does not|don't|didn't|doesnt|do not) fit\b|\btoo (?:small|big|large|tight|loose|short|long|wide)\b/,
      weak: /\breturns?\b|\bexchang|\bswap\b|\bsend back|\bchanged my mind/,
    },
    refund: {
      strong:
        /\brefund|\bmoney back\b|\breimburs|\bget (?:back )?my money|\bmy money (?:back|returned)|\bcredit(?:ed)? (?:back|to my)|\breturn my (?:money|payment)|\bchargeback/,
      weak: /\bcompensat|\bstore credit|\bvoucher/,
    },
    cancel: {
      strong:
        /\b(?<!\b(?:don't|do not|dont|never|not to|please not) )cancel(?:l?ing|l?ed|lation)?\b(?!.{0,25}\b(?:subscription|newsletter|account|membership)\b)|\bdon't (?:want|need) (?:it|this|the order|them) any ?more\b|\bno longer (?:want|need)\b|\bstop (?:the|my|this) (?:order|shipment|shipping)|\bcall off\b|\bdo not ship\b|\bdon't ship\b|\bundo (?:my|the|this) (?:order|purchase)/,
    },
    change_order: {
      strong:
        /\b(?:change|modify|edit|amend|update|switch|alter|correct) (?:something (?:in|on) )?(?:my|the|an|our|this) (?:\w+ )?(?:order|size|colou?r|item|items|quantity|variant|purchase|pending|delivery date|shipping method)|\b(?:add|remove) (?:an?|another|one|two|some|the|more|\d|this|something|items?)\b.{0,40}\b(?:order|it|purchase)\b|\b(?:change|switch|swap) (?:it|them|the \w+|one|this|\w+)? ?(?:from .{1,30} )?to (?:a |an |the )?(?:size|medium|large|small|xl|xs|blue|black|red|green|white|different|another|\w+ (?:one|size|colou?r))|\b(?:picked|chose|selected|ordered|clicked) (?:\w+ ){0,3}?(?:\w+) (?:and|but) (?:i )?(?:need|want|meant|actually)|\bordered the wrong (?:size|colou?r|one|item|model|quantity)|\b(?:bigger|smaller|different|other) (?:size|colou?r) (?:instead|before)|\border(?:ed)? by mistake\b.{0,40}\bchange|\b(?:change|modify|upgrade|switch|swap|replace) (?:all |both |some )?(?:of )?(?:my|your|our|the) (?!(?:\w+ )?(?:address|payment|card|delivery|shipping|name|e?mail|phone))(?:(?:\w+ )?pending|(?:[\w-]+ ){1,4}(?:in|on|of|from) (?:my |the |an? |your )?(?:\w+ )?order)\b|\b(?:apply|add|use) (?:a |the |my )?(?:discount|coupon|promo|gift (?:note|wrap|message))\b.{0,30}\border/,
      weak: /\bbefore (?:it|you) ships?\b|\b(?:change|modify|edit|update) (?:my|the|an) order/,
    },
    change_address: {
      strong:
        /\b(?:change|update|correct|edit|modify|new|wrong|different|incorrect|fix|switch|another|forgot|old|typo in)\b[^.?!]{0,40}\b(?:address|postcode|zip ?code|postal code|apartment number|house number|street number|shipping details)|\b(?:address|postcode|zip) (?:is|was) (?:wrong|incorrect|old|incomplete|missing)|\b(?:ship|send|deliver|redirect|reroute)\b (?:it |this |my order |the (?:order|package|parcel) )?(?:to )?(?:a|my|another|the) (?:different|new|other|another|work|office|parents'?|neighbou?r'?s?|correct) (?:address|place|house|home)|\b(?:i|we)(?:'ve| have)? (?:just |recently )?moved\b|\b(?:house|apartment|flat|street|unit) number\b|\bmoving (?:house|to)\b/,
      weak: /\baddress\b/,
    },
    payment: {
      strong:
        /\b(?:charged|billed|paid|debited|deducted) (?:me )?(?:twice|two times|double|again|too much|more|three|the wrong|extra|but|\d)|\bdouble[- ]?charg|\b(?:pay|paying) (?:with|by|via|using|in)\b|\bpayment (?:failed|declined|method|methods|options?|didn't|issue|problem|error|not|is pending|pending|was)|\b(?:card|paypal|klarna|credit card)\b.{0,25}\b(?:declined|rejected|refused|charged|failed|not work)|\binvoice\b|\breceipt\b|\bvat\b|\bbilling\b|\b(?:unknown|unauthori[sz]ed|unexpected|strange) (?:charge|payment|transaction)|\b(?:discount|promo|coupon|gift card|voucher)s? (?:code )?(?:doesn't|does not|isn't|is not|not|didn't|won't|was not|wasn't)\b|\binstal?ments?\b|\boverchar/,
      weak: /\bcharge[ds]?\b|\bpaid\b|\bpay(?:ment)?\b|\bbank\b|\bcard\b|\bprice\b|\bdiscount\b|\bcoupon\b/,
    },
    product_question: {
      strong:
        /\b(?:is|are) (?:it|this|these|the \w+|your \w+|they)(?: \w+){0,3}? (?:waterproof|compatible|vegan|available|in stock|washable|machine|suitable|true to size|gluten|organic|safe for|made (?:of|from|in)|dishwasher|ok for|good for|big enough|real)|\b(?:do|does|will|would|can) (?:it|this|these|the \w+|they|you)(?: \w+){0,4}? (?:fit|work with|come (?:in|with)|have (?:a|any|this|it|the|in|more)|sell|support|contain|include|last|stock|ship to|deliver to|offer|run (?:small|large|big)|get wet)\b|\bwhat (?:size|material|colou?rs?|are the (?:dimensions|ingredients|measurements)|is (?:it|this) made|is the (?:difference|material|weight|size|length|width|height))|\bback in stock|\brestock|\bwhich (?:size|one|model|colou?r|version)\b|\bsize (?:chart|guide)|\b(?:warranty|guarantee) (?:period|on|for|cover)|\bhow (?:do|can|should) i (?:use|wash|clean|assemble|install|set up|care|apply|charge)|\bhow (?:big|long|wide|tall|heavy|much does (?:it|the|this)|many (?:\w+ )?(?:are|come|options)) (?:is|are|in|it|does|do)?|\b(?:shipping|delivery) (?:costs?|options?|fees?|rates?|to (?:canada|australia|germany|france|switzerland|the uk|europe))\b|\bbefore i (?:buy|order|purchase)\b|\bthinking (?:of|about) (?:buying|ordering)|\binterested in\b|\bingredients?\b|\bnuts?\b.{0,15}\ballerg|\bgift ?wrap/,
      weak: /\bavailable\b|\bstock\b|\bmaterial\b|\bsizes?\b|\bcompatible\b|\bdo you (?:have|sell|ship|offer)/,
    },
    complaint: {
      strong:
        /\b(?:file|make|submit|lodge|raise|register|open) an? (?:\w+ )?(?:complaint|claim|reclamation)|\bcomplain(?:t|ing)?\b|\b(?:terrible|awful|horrible|worst|poor|bad|appalling|disgraceful|shocking|useless|pathetic|rude|atrocious|lousy) (?:\w+ )?(?:service|experience|support|company|shop|store|customer|communication|quality|staff|agent|attitude)|\bnobody (?:answers|replies|responds|answered|replied|responded|cares|helps)|\bno (?:one|body) (?:answers|replies|responds|answered|replied|responded|got back|has)|\b(?:never|not) (?:buy(?:ing)?|order(?:ing)?|shop(?:ping)?) (?:from|with|here)|\bno (?:reply|response|answer)\b|\bthird (?:time|email|message|mail)|\bignor(?:ed|ing) (?:me|my)|\bnot (?:acceptable|good enough)|\bunacceptable|\bdisappointed (?:with|in|by)|\bhow (?:do|does) (?:you|a company) (?:treat|run)|\bspeak (?:to|with) (?:a|your|the) (?:manager|supervisor)|\btreated (?:so |this |like |very )?(?:badly|poorly|rudely|dirt|unfairly|rubbish)?|\bhung up on|\bshame on you|\bexpected (?:much |far )?(?:better|more) (?:from|of|than)|\bany(?:one|body) (?:even |actually )?there\?|\bthieves|\bmy lawyer|\bgot (?:a|another) (?:automated|automatic|canned)|\bscam(?:mers?)?\b/,
      weak: /\b(?:ridiculous|disgusting|outrageous|joke|shame|disappointed|waste)\b/,
    },
    praise: {
      strong:
        /\bto die for\b|\b(?<=\b(?:is|are|was|were|it's|that's|they're|you're|these are|simply|absolutely|just) )(?:the|da) bomb\b(?! (?:threat|squad|shelter|cyclone|scare))|\b(?<=\b(?:is|are|was|it's|they're|absolutely|looks?) (?:\w+ )?)(?:the bee's knees|the cat's (?:pyjamas|pajamas)|dead gorgeous|drop[- ]dead gorgeous|out of this world|second to none)\b|\bblew (?:me|us) away\b|\bblown away by\b|\bknocked it out of the park\b|\bchef's kiss\b|(?<=\b(?:i|we|she|he|they|my \w+|our \w+) (?:\w+ )?)(?:love|loves|loved|adore|adores|adored) (?:it|them|this|these|the|my|your|every|how)|\b(?:thank you|thanks)\b(?: (?:so|very) much| a (?:lot|million|ton|bunch))?.{0,50}\b(?:beautiful|gorgeous|perfect|wonderful|amazing|great|lovely|fast|quick|kind|help(?:ed|ing|ful)|excellent|fantastic|awesome|brilliant|sorting|resolv)|\b(?:beautiful|gorgeous|perfect|wonderful|amazing|lovely|excellent|fantastic|awesome|brilliant|great|outstanding|superb|incredible|exceptional|stunning)(?: \w+)? (?:quality|product|service|shop|store|work|job|experience|packaging|team|company|support|communication|item|purchase|gift)|\b(?:it|this|they|everything|which)(?:'s| is| are| was| were| looks?| arrived| turned out| came)(?: \w+){0,2}? (?:beautiful|gorgeous|perfect|wonderful|amazing|lovely|excellent|fantastic|awesome|stunning|exactly what|even better)|\b(?:so|very|really|super|extremely|absolutely) (?:happy|pleased|delighted|impressed|satisfied|thrilled|grateful|glad)|\bjust wanted to (?:say|thank|let you know how)|\bkeep up the\b|\bwill (?:definitely |certainly )?(?:order|buy|shop|recommend|be back|come back)|\bhighly recommend|\bcompliments?\b|\bmade my day|\bwell done|\bfive stars?|\b5 stars?|\bincredible|\bwant(?:ed)? to (?:thank|say thank)|\bso kind\b|\bsorted (?:everything|it|this) out|\b(?:haven't|hasn't) stopped (?:playing|wearing|using|smiling)|\bdid not expect it\b/,
      weak: /\bthank(?:s| you)\b|\bappreciat|\bgreat\b|\bhappy\b|\blove\b|\bperfect\b/,
    },
    account: {
      strong:
        /\b(?:log ?in|sign ?in|log ?on|sign ?up|password|username|register(?:ing|ed)?|verification code|two[- ]factor|2fa)\b|\b(?:my|an|the|user|customer|delete|close|create|new|your) account\b|\bunsubscribe\b|\b(?:remove|take|delete) me (?:from|off)|\bmailing list\b|\breset (?:e-?mail|link|my password)|\bnewsletter\b|\b(?:delete|erase|remove|export) (?:all )?(?:my|our|the) (?:\w+ )?(?:data|information|details)|\bgdpr\b|\bloyalty (?:points|program)|\b(?:change|update) my (?:email|e-mail|phone|name)\b|\bmy (?:reward )?points\b|\bsubscription\b/,
      weak: /\baccount\b|\bprofile\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:out of (?:the )?office|automatic reply|auto[- ]?reply|autoreply|on (?:annual|parental|maternity) leave|will be back in the office|this is an automated|do not reply to this|undeliverable|delivery status notification|mailer-daemon|mail delivery failed)\b|\b(?:seo|backlinks?|guest post|rank (?:your|higher)|first page of google|google ranking|web(?:site)? traffic|link[- ]?building|increase your (?:sales|traffic|revenue)|digital marketing agency|lead generation|whitelist|bulk email|crypto(?:currency)? invest|bitcoin invest|casino|viagra|lottery|you have won|inheritance|business (?:loan|funding|proposal)|grow your (?:business|store|shopify)|shopify (?:expert|developer|store design)|redesign your (?:website|store))\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furious|outraged?|outrageous|livid|angry|enraged|pissed(?: off)?|disgusting|disgusted|disgrace(?:ful)?|appalling|unacceptable|scam(?:mers?|med)?|thieves|liars?|lied|lying|fraud(?:sters)?|crooks?|rip[- ]?off|ripped off|criminals?|fuck\w*|wtf|bullshit|shitty|crap|damn(?!,? that was)|hell is|screw you|worst (?:\w+ )?(?:company|service|shop|store|experience|customer)|how dare|shame on you|what (?:is|the hell is) wrong with you|clowns|(?:hung up|hanging up) on me|(?:absolute|total|complete) (?:garbage|rubbish|trash|joke)|gross|sick of this|seething|infuriat\w*|robbed|shameful)\b/,
      weak: /\b(?:terrible|horrible|awful|pathetic|useless|worst|demand|insult\w*|shame on|mad|rude)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustrat\w*|annoy\w*|fed up|sick (?:and tired )?of|tired of|ridiculous|(?:third|fourth|fifth|3rd|4th|5th|second|2nd) time|(?:third|fourth|3rd|second) (?:email|message|mail)|how many (?:more )?times|how much longer|over and over|once again|keep (?:asking|waiting|getting)|for weeks|for months|waste of (?:time|money)|wasted|what a joke|this is a joke|absurd|irritat\w*|nobody (?:answers|replies|responds|helps)|no (?:one|reply|response|answer)|getting nowhere|beyond a joke|what's going on|what is going on|make up your mind|(?:third|fourth|second|3rd|2nd) (?:failed |delivery |replacement |broken |wrong )|spent hours|you people|passed (?:around|from)|enough is enough|losing (?:my )?patience|exhausting|still (?:no|not|nothing|haven't|hasn't|waiting|don't|without)|yet again|seriously\?)\b/,
      weak: /\b(?:again|weeks?|supposed to|promised|already (?:asked|wrote|emailed|told|contacted)|why (?:is|isn't|has|does|do|can't|hasn't)|come on|hours|really\?|unhelpful|waiting)\b/,
    },
    disappointment: {
      strong:
        /\b(?:disappoint\w*|let down|letdown|expected (?:more|better)|had (?:hoped|high hopes)|what a (?:shame|pity)|such a (?:shame|pity)|not (?:what i|as) (?:expected|described|advertised|pictured)|poor quality|cheap(?:ly made)?|unhappy|dissatisfied|not (?:happy|satisfied|impressed|good enough)|unimpressed|underwhelm\w*|regret|looked (?:much )?(?:better|nicer) (?:in|on)|too bad|unfortunate)\b/,
      weak: /\b(?:unfortunately|sadly|sad to|hoped|instead|broken|damaged|wrong|ruined|missing|doesn't (?:work|fit|match))\b/,
    },
    worry: {
      strong:
        /\b(?:worr(?:y|ied|ying|ies)|concern(?:ed|s|ing)?|anxious|anxiety|nervous|afraid|scared|fear|frighten\w*|panic\w*|stress(?:ed|ful|ing)|uneasy|alarmed|(?:is|might be|may be|could be) (?:it )?(?:lost|stolen|a scam)|is (?:it|this) (?:a scam|legit)|what if|hope (?:it|nothing|everything|they|you)|(?:urgent|desperate)ly need|running out of time|help,? |is it safe|in time for)\b/,
      weak: /\b(?:please (?:confirm|check|help)|urgent\w*|hopefully|as soon as possible|asap|lost|deadline|birthday|wedding)\b/,
    },
    confusion: {
      strong:
        /\b(?:confus\w*|don't (?:understand|get it|get why)|do not understand|doesn't make (?:any )?sense|makes no sense|unclear|puzzl\w*|baffled|bewilder\w*|not sure (?:what|why|how|if|whether|which)|can't figure|cannot figure|no idea (?:what|why|how|where|which)|what does (?:this|that|it) mean|mixed up|lost track|which (?:one )?is (?:right|correct|it)|contradict\w*|two different)\b|\bhuh\b/,
      weak: /\b(?:how (?:do|does|can|come)|why|strange|weird|odd|explain|clarif\w*)\b/,
    },
    sadness: {
      strong:
        /\b(?:sad|sadden\w*|heartbr\w*|heart[- ]broken|crying|cried|cry|tears|devastat\w*|upset|depress\w*|miserable|gutted|hurts?|lonely|hopeless|unbearable|broke my heart|miss(?:es|ing)? (?:him|her|my)|sentimental|in hospital|diagnosed|terminal(?:ly)? ill|cancer|chemo\w*|miscarriage|going through a (?:hard|difficult|tough|rough))\b/,
      weak: /\b(?:sorry|unfortunately|alone|ill|sick|hospital|hard time|difficult time)\b/,
    },
    grief: {
      strong:
        /\b(?:(?:hanged|killed) (?:himself|herself|themselves)|passed away|passed on|funeral|bereave\w*|grie(?:f|v)\w*|mourn\w*|deceased|condolences?|obituary|memorial|in loving memory|(?:has|have|had|just|recently|who|husband|wife|father|mother|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather|grandma|grandpa|partner|friend|dog|cat) died|(?:died|passed) (?:last|on|in|yesterday|this|two|three|a few|before|suddenly)|lost (?:my|our|her|his) (?:\w+ )?(?:husband|wife|father|mother|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather|grandma|grandpa|nan|partner|baby|child|dog|cat|best friend|friend)|my late (?:husband|wife|father|mother|mum|mom|dad|son|daughter|brother|sister|grandmother|grandfather|partner)|(?:his|her|their) (?:death|passing)|death (?:of|in)|buried|burial|cremat\w*|widow(?:er|ed)?)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:embarrass\w*|ashamed|awkward|my (?:own )?(?:fault|mistake|bad|error)|silly (?:me|of me|mistake|question)|stupid (?:of me|mistake|question)|foolish\w*|i (?:feel|felt) (?:so )?(?:stupid|silly|dumb|bad)|i (?:accidentally|mistakenly|messed up|made a mistake|mistyped|misread|forgot to)|oops|by (?:mistake|accident)|apolog(?:ies|ise|ize) for (?:the|my|any|this|bothering)|sorry (?:to (?:bother|be a pain|trouble|ask)|for (?:the (?:trouble|confusion|inconvenience|stupid|silly)|bothering|my)))\b/,
      weak: /\b(?:sorry|apologi\w*)\b/,
    },
    gratitude: {
      strong:
        /\b(?:thank you (?:so|very) much|thanks (?:so|very) much|thanks a (?:lot|million|ton|bunch)|many thanks|so (?:grateful|thankful)|grateful|thankful|(?:really|truly|so|much|greatly|very) appreciat\w*|appreciat\w* (?:it|your|the|how|all)|can't thank you|cannot thank you|thank you (?:all|both|everyone|again|for (?:the|your|being|such|all|making|sorting|taking|so))|thanks (?:again|for (?:the|your|being|such|all|making|sorting|so))|thx|you(?:'ve| have)? (?:saved|made) my (?:day|week)|lifesaver|so kind|very kind|wanted to (?:say )?thank)\b/,
      weak: /\b(?:thanks?|thank you|cheers|ty)\b/,
    },
    joy: {
      strong:
        /\bto die for\b|\b(?<=\b(?:(?:you|you guys|you folks|you all) rock\b|(?:damn|wow|man),? that was (?:fast|quick)|is|are|was|were|it's|that's|they're|you're|these are|simply|absolutely|just) )(?:the|da) bomb\b(?! (?:threat|squad|shelter|cyclone|scare))|\b(?<=\b(?:is|are|was|it's|they're|absolutely|looks?) (?:\w+ )?)(?:the bee's knees|the cat's (?:pyjamas|pajamas)|dead gorgeous|drop[- ]dead gorgeous|out of this world|second to none)\b|\bblew (?:me|us) away\b|\bblown away by\b|\bknocked it out of the park\b|\bchef's kiss\b|\b(?:(?<=\b(?:i|we|she|he|they|mum|mom|wife|husband|daughter|son|kids?|absolutely|just|really|totally) (?:\w+ )?)(?:love[sd]?|ador\w+) (?:it|them|this|these|the|my|your|every)|delighted|overjoyed|thrilled|ecstatic|so happy|very happy|really happy|super happy|over the moon|made my day|beautiful|gorgeous|stunning|wonderful|amazing|awesome|fantastic|brilliant|perfect|excellent|can't wait|excited|lovely|yay|hooray|best (?:\w+ )?ever|so pleased|very pleased|impressed|happy (?:with|to say|customer)|glad|joy|fabulous|superb|incredible)\b/,
      weak: /\b(?:great|happy|love|nice|good|pleased|enjoy\w*|cool|sweet|fun)\b/,
    },
    surprise: {
      strong:
        /\b(?:surpris\w*|wow|whoa|omg|oh my (?:god|gosh)|unexpected\w*|(?:didn't|did not|never) expect|can't believe|cannot believe|unbelievable|astonish\w*|astound\w*|shocked|speechless|out of (?:the blue|nowhere)|no idea (?:it|you|this) (?:would|could|was)|jaw)\b/,
      weak: /\b(?:sudden\w*|already\?|really\?)\b/,
    },
  },
  negation:
    /\b(?:not|never|no|isn't|wasn't|aren't|don't|didn't|doesn't|won't|can't|cannot|hardly|without|nothing|less than|far from|would|could|should|hope to be)\b/,
  intensifier:
    /\b(?:very|so|really|extremely|absolutely|totally|completely|incredibly|utterly|beyond|deeply|super|truly|terribly|insanely|ever|again|always|never)\b/,
  urgency: {
    now: /\b(?:urgent(?:ly)?|asap|immediately|right (?:now|away)|emergency|(?:by|before|until) (?:today|tonight|tomorrow)|today|tonight|this (?:morning|afternoon|evening)|within (?:the hour|hours|24 hours)|at once|straight away|last chance|tomorrow)\b/,
    today:
      /\b(?:as soon as possible|quickly|soon|in time|deadline|(?:by|before|until|for) (?:this |next |the )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|christmas|easter|valentine'?s?|mother'?s day|father'?s day)|birthday|wedding|anniversary|christening|baptism|funeral|(?:leave|leaving|travel(?:ling|ing)?|flying|moving|flight|trip|holiday|vacation)|before (?:it|you) ships?|this week|gift for|hurry|time[- ]sensitive|in (?:two|three|2|3|a few|few) days|next week)\b/,
  },
  courtesy:
    /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\b[^.!?\n]{0,30}[,!.]?$|\b(?:many )?(?:thanks|thank you|thx|cheers)(?: very much)?(?: (?:in advance|for (?:your|any) (?:time|support|assistance|attention|reply|response|understanding|quick reply)))?[,.! ]*(?:, [a-z]+)?[,.!]?$|\b(?:kind|best|warm|many)? ?(?:regards|wishes)\b.{0,40}$|^(?:sincerely|yours (?:truly|sincerely|faithfully)|cheers|best)\b.{0,30}$|\bhope (?:you(?:'re| are)|this (?:email|message)) .{0,30}(?:well|great)\b|\b(?:i )?(?:would|'d) (?:love|like|be happy|appreciate)\b|\bhappy to\b|\blook(?:ing)? forward to (?:hearing|your (?:reply|response|answer))\b/,
};
