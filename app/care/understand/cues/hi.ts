import type { LanguageCues } from "./cues.ts";
import { devanagari } from "./in-script.ts";

/** Devanagari and the romanised Hindi most shoppers type; negation stands before the verb, so often behind the feeling. */
export const hindi: LanguageCues = {
  language: "hi",
  intents: {
    order_status: {
      strong: devanagari`\b(?:कहाँ|कहां|किसे|kahan|kaha|kisko) (?:\w+ ){0,3}?(?:डिलीवर|छोड़ा|छोड़|रखा|deliver|chhoda|rakha)|\bकहां (?:है|हैं|तक|पहुंच\w*|अटक\w*|रह गया)|\bकब (?:तक |)(?:\w+ ){0,2}?(?:आएगा|आएगी|आयेगा|आयेगी|मिलेगा|मिलेगी|पहुंचेगा|पहुंचेगी|डिलीवर|डिलिवर|भेजेंगे|भेजा|शिप)|\b(?:स्थिति|स्टेटस)\b|\bट्रैक\w*|\bट्रैकिंग|\b(?:अभी तक|अब तक) (?:\w+ )?(?:नहीं|नही) (?:भेजा|शिप|आया|आई|पहुंचा|मिला)|\b(?:इंतजार|इंतज़ार|प्रतीक्षा) (?:कर|में)|\bकितने दिन|\bकितना समय|\bसमय पर (?:पहुंच|आ|मिल)\w*|\bडिलीवरी (?:कब|की तारीख|डेट)
        |\b(?:kaha+n?|kidhar) (?:hai|hain|tak|pahu?ncha|atka|gaya|reh gaya)|\b(?:order|parcel|package|saman|samaan) (?:\w+ ){0,2}?(?:kaha+n?|kab|kidhar)\b|\bkab (?:tak )?(?:\w+ ){0,3}?(?:aa?y?ega|aa?y?egi|milega|milegi|pahu?nchega|deliver|delivery|ship|bhejoge|bhejenge)|\b(?:order|delivery) (?:ka |ki |ka )?(?:status|update)\b|\btrack(?:ing)? (?:kaise|nahi|number|id|kar)|\bab(?:hi)? tak (?:\w+ )?(?:nahi|nahin|nhi) (?:aaya|aayi|aya|mila|mili|pahu?ncha|bheja|ship)|\bintezaa?r|\bkitne din|\bkitna (?:time|samay)|\btime pe (?:aa|mil|pahu?nch)\w*`,
      weak: devanagari`\b(?:नहीं|नही) (?:आया|आई|पहुंचा|मिला|मिली)|\b(?:nahi|nahin|nhi) (?:aaya|aya|aayi|mila|mili)\b`,
    },
    delivery_problem: {
      strong: devanagari`\b(?:डिलीवर्ड|डिलीवर|डिलिवर|वितरित)\b.{0,40}\b(?:दिखा|लेकिन|मगर|पर|बता|लिखा|नहीं)|\b(?:दिखा|लिखा|बता)\w*\b.{0,30}\b(?:डिलीवर|डिलिवर)\w*|\bकभी (?:नहीं|नही) (?:आया|आई|मिला|पहुंचा)|\b(?:नहीं|नही) (?:पहुंचा|पहुंची)|\b(?:खो गया|खो गई|गुम|गायब|चोरी|लापता)|\b(?:देरी|देर हो|लेट)\b|\b(?:अटका|अटक गया|रुका|फंसा)\w*|\b(?:डिलीवरी बॉय|कूरियर|कुरियर|डाकिया)\b.{0,50}\b(?:नहीं|नही|गलत|फेंक|झूठ|बदतमीजी|कभी)|\bगलत (?:पते|घर|जगह) (?:पर)?|\bपड़ोसी|\bवापस (?:भेज|चला|लौट) (?:दिया|गया)
        |\b(?:delivered|deliver)\b.{0,40}\b(?:dikha|likha|bata|lekin|par|magar|nahi|nhi|mila)|\b(?:dikha|likha|bata)\w* (?:\w+ ){0,3}?deliver\w*|\bkabhi (?:nahi|nhi) (?:aaya|mila)|\b(?:kho gaya|kho gayi|gum ho|gaa?yab|chori)\b|\b(?:late ho|der ho|bahut late|deri)\b|\b(?:atka|ruka|phasa) (?:hua|hai|pada)|\b(?:delivery (?:boy|wala|guy)|courier(?: wala)?)\b.{0,50}\b(?:nahi|nhi|galat|phenk|jhoo?t|badtami\w*|kabhi)|\bgalat (?:pate|address|ghar) (?:pe|par)|\bpadosi\b`,
      weak: devanagari`\b(?:कूरियर|हफ्ते|हफ्तों)|\b(?:courier|hafte|hafton)\b|\b(?:नहीं|नही) (?:मिला|मिली|आया)|\b(?:nahi|nhi|nahin) (?:mila|mili|aaya|aya)\b`,
    },
    wrong_or_damaged_item: {
      strong: devanagari`\b(?:टूटा|टूटी|टूटे|टूट गय\w*|टूट गई|खराब|फटा|फटी|फटे|डैमेज|डिफेक्टिव|दरार|खरोंच|दाग|लीक|बेकार निकला|नकली|एक्सपायर\w*|सड़ा|गंदा)|\bगलत (?:\w+ )?(?:सामान|प्रोडक्ट|साइज|साइज़|रंग|कलर|आइटम|चीज|ऑर्डर|मॉडल)|\b(?:दूसरा|दूसरी|अलग) (?:\w+ )?(?:सामान|प्रोडक्ट|साइज|रंग|आइटम|चीज)|\b(?:काम नहीं|काम नही|चालू नहीं|चार्ज नहीं|चल नहीं)|\bचलता (?:नहीं|नही)|\b(?:गायब है|कम है|नहीं था|कमी है|मिसिंग)|\bकी जगह\b|\bसिर्फ (?:एक|दो) (?:ही )?
        |\b(?:toota|tuta|tooti|tuti|tute|toot gaya|tut gaya|kharab|kharaab|phata|fata|phati|damage|damaged|defective|nakli|fake|duplicate|expired?|daraa?r|daag|leak)\b|\bgalat (?:\w+ )?(?:saman|samaan|product|size|rang|colou?r|item|cheez|model|maal|bheja|bhej)|\b(?:dusra|doosra|dusri|alag) (?:\w+ )?(?:saman|product|size|rang|colou?r|item|cheez)|\b(?:kaam nahi|kaam nhi|kam nahi|chal nahi|chal nhi|chalta nahi|charge nahi|on nahi|chalu nahi)|\b(?:missing|kam) (?:hai|tha|mila|aaya)|\bki jagah\b|\bsirf (?:ek|do)\b`,
      weak: devanagari`\bक्वालिटी|\bगुणवत्ता|\bquality (?:bahut )?(?:kharab|bekar|ghatiya)`,
    },
    return: {
      strong: devanagari`\b(?:रिटर्न|वापस करना|वापस कर|लौटाना|लौटा|वापस भेज\w*|एक्सचेंज|बदलवा\w*|बदलना है|बदल दीजिए)|\b(?:बहुत |ज्यादा )?(?:छोटा|छोटी|छोटे|बड़ा|बड़ी|टाइट|ढीला|ढीली|लंबा) (?:है|हैं|आया|निकला)|\bफिट (?:नहीं|नही)
        |\b(?:return (?:karna|karne|kar|karu|karun|krna|kaise|ho|policy|chahiye)|wapas (?:karna|kar|bhej\w*|krna)|vapas (?:karna|kar|bhej\w*)|lautana|exchange (?:karna|kar|ho|chahiye|kara)\w*|badalna hai|badal (?:do|dijiye)|(?:chhota|chota|choti|bada|badi|tight|dheela|loose) (?:hai|aaya|nikla|hain)|fit nahi|fit nhi)\b`,
    },
    refund: {
      strong: devanagari`\b(?:रिफंड|रिफ़ंड|रीफंड|धनवापसी)|\b(?:पैसे|पैसा|रुपये|रकम) (?:\w+ ){0,3}?(?:वापस|लौटा\w*|रिफंड)|\b(?:मेरे|मेरा) पैसे|\bपैसे कब
        |\brefund\b|\b(?:paise|paisa|pese|rupaye|amount) (?:\w+ ){0,3}?(?:wapas|vapas|wapis|lauta|return|refund)|\bmere paise\b|\bpaise kab\b`,
    },
    cancel: {
      strong: devanagari`\b(?:कैंसिल|कैंसल|कैन्सल|रद्द|निरस्त)|\b(?:नहीं|नही) चाहिए|\bमत भेज\w*|\bगलती से (?:\w+ ){0,2}?(?:ऑर्डर|आर्डर)
        |\b(?:cancel|cancle|cancil)\b|\b(?:nahi|nhi|nahin) chahi(?:ye|e)\b|\bmat bhej\w*|\bgalti se (?:\w+ ){0,2}?order`,
    },
    change_order: {
      strong: devanagari`\b(?:ऑर्डर|आर्डर|साइज|साइज़|रंग|कलर|मात्रा|क्वांटिटी|मॉडल) (?:\w+ ){0,3}?(?:बदल\w*|चेंज|संशोधित|सुधार)|\b(?:जोड़|ऐड|हटा) (?:\w+ )?(?:दीजिए|दें|दो|करना|सकते)|\bगलत (?:साइज|रंग|कलर) (?:ऑर्डर|चुन|सेलेक्ट)\w*
        |\b(?:order|size|colou?r|rang|quantity|model) (?:\w+ ){0,3}?(?:badal\w*|change (?:kar|ho|krna)|modify|edit)|\b(?:add|jod|hata|remove) (?:kar|do|dijiye|karna|sakte|krdo)\w*|\bgalat (?:size|colou?r|rang) (?:order|select|choose|chun)\w*`,
    },
    change_address: {
      strong: devanagari`\b(?:पता|पते|एड्रेस|पिनकोड|पिन कोड|मकान नंबर)\b.{0,40}\b(?:बदल\w*|गलत|चेंज|अपडेट|सुधार|नया|नए|पुराना)|\b(?:नया|नए|गलत|दूसरे|दूसरा|पुराना) (?:पता|पते|एड्रेस)|\b(?:घर|शहर) (?:बदल|शिफ्ट)\w*|\bशिफ्ट (?:हो|कर)
        |\b(?:address|pata|pincode|pin code|house number)\b.{0,40}\b(?:badal\w*|galat|change|update|naya|purana|sahi kar)|\b(?:naya|naye|galat|dusre|dusra|purana) (?:address|pata|pate)\b|\bshift (?:ho|kar)\w*`,
      weak: devanagari`\b(?:पता बता|एड्रेस)\b`,
    },
    payment: {
      strong: devanagari`\b(?:दो बार|डबल|दुबारा) (?:\w+ ){0,4}?(?:कट|पेमेंट|भुगतान|चार्ज)\w*|\b(?:पैसे|पैसा|रकम|राशि) (?:\w+ ){0,2}?(?:कट|डेबिट)\w*|\b(?:पेमेंट|भुगतान|बिल|इनवॉइस|रसीद|यूपीआई|कूपन|प्रोमो कोड|किस्त|ईएमआई|क्रेडिट कार्ड|डेबिट कार्ड|जीएसटी|कैश ऑन डिलीवरी)
        |\b(?:do baar|double|2 baar|dobara) (?:\w+ ){0,4}?(?:kat|payment|charge|deduct|debit)\w*|\b(?:paise|paisa|amount) (?:\w+ ){0,2}?(?:kat|debit|deduct)\w*|\b(?:payment (?:fail|nahi|ho|kar|pending|kaise|ka|successful)|bill (?:chahiye|bhej|nahi)|invoice|upi|gpay|paytm|phonepe|coupon|promo ?code|emi|gst|cod)\b`,
      weak: devanagari`\b(?:कीमत|दाम|डिस्काउंट|बैंक|पैसे)|\b(?:discount|bank|paise|price)\b`,
    },
    product_question: {
      strong: devanagari`\bक्या (?:यह|ये|इस|इसमें|आप\w*) (?:\w+ ){0,6}?(?:वाटरप्रूफ|उपलब्ध|मिलेगा|मिलेगी|स्टॉक|असली|ओरिजिनल|धो|सूट|फिट|बेचते|डिलीवर करते|शाकाहारी|सुरक्षित)|\b(?:कौन सा|कौनसा|किस) (?:साइज|साइज़|रंग|मटेरियल|कपड़े)|\b(?:स्टॉक में|वारंटी|गारंटी|साइज चार्ट|सामग्री|किस चीज से बना|शिपिंग चार्ज|डिलीवरी चार्ज)|\bकैसे (?:धोएं|धोना|इस्तेमाल|उपयोग|लगाएं|साफ)|\bकितने का\b|\bखरीदने से पहले
        |\bkya (?:ye|yeh|isme|is|iska|aap\w*|ap) (?:\w+ ){0,6}?(?:waterproof|available|milega|milegi|stock|original|asli|wash|suit|fit|bechte|deliver karte|ship karte|safe|veg)|\b(?:kaun ?sa|konsa|kis) (?:size|colou?r|material)|\b(?:stock me(?:in)?|warranty|guarantee|size chart|shipping charge|delivery charge)\b|\bkaise (?:dhona|use|lagana|saaf)|\bkitne ka (?:hai)?\b|\bkharidne se pehle`,
      weak: devanagari`\b(?:उपलब्ध|साइज|साइज़)|\bavailable (?:hai|h)\b`,
    },
    complaint: {
      strong: devanagari`\b(?:शिकायत|कंप्लेंट|कम्प्लेंट|घटिया|बकवास|बेकार (?:सर्विस|सेवा|कंपनी|दुकान|ग्राहक)|(?:सर्विस|सेवा|कंपनी) (?:\w+ )?(?:घटिया|बेकार|खराब|बकवास)|खराब (?:सर्विस|सेवा|अनुभव)|धोखा|धोखेबाज|धोखाधड़ी|ठग|फ्रॉड|लूट|दोबारा कभी (?:नहीं|नही)|कभी (?:नहीं|नही) खरीद\w*|कोई (?:जवाब|रिप्लाई|उत्तर) (?:नहीं|नही)|कोई (?:\w+ )?जवाब|जवाब (?:नहीं|नही)|फोन (?:नहीं|नही) उठा\w*|बदतमीज\w*|तीसरी बार|शर्म)
        |\b(?:shikaa?yat|complaint|complain|ghatiya|bakwas|bakwaas|bekaa?r (?:service|company|shop|customer)|(?:service|company) (?:\w+ )?(?:ghatiya|bekaa?r|kharab|bakwas|third class)|dhokha|dhoka|dhokebaaz|thag|fraud|loot|dobara kabhi nahi|kabhi nahi (?:kharid|order)\w*|koi (?:reply|jawab|jawaab|response) (?:nahi|nhi)|reply (?:nahi|nhi)|jawab (?:nahi|nhi)|phone (?:nahi|nhi) utha\w*|badtami\w*|teesri baar|sharam)\b`,
    },
    praise: {
      strong: devanagari`\b(?:जान लेवा खूबसूरत|झकास|धांसू|jhakaas|jhakas|dhansu|ek number|ekdum mast)\b|\b(?:बहुत (?:\w+ )?(?:अच्छा|अच्छी|सुंदर|बढ़िया|खुश|पसंद|शानदार|प्यारा|प्यारी|खूबसूरत)|बढ़िया|शानदार|लाजवाब|कमाल|जबरदस्त|बेहतरीन|उत्तम|मजा आ गया|मज़ा आ गया|पसंद (?:आया|आई|आए)|दिल खुश|(?:फिर|दोबारा) (?:\w+ )?(?:ऑर्डर|खरीद)\w* करूंगा|सबको (?:\w+ )?सलाह|तारीफ)
        |\b(?:bahut (?:\w+ )?(?:accha|acha|achha|acchi|achi|sundar|badhiya|badiya|khush|pasand|pyara|pyari|mast)|badhiya|badiya|shaandaa?r|lajawab|kamaal|kamal ka|zabardast|jabardast|behtareen|mast (?:hai|product|quality)|maza aa gaya|mazaa|pasand (?:aaya|aayi|aya)|dil khush|tareef|paisa vasool)\b`,
      weak: devanagari`\b(?:धन्यवाद|शुक्रिया|अच्छा|अच्छी)|\b(?:dhanyavaa?d|dhanyawaa?d|shukriya|accha hai|acha hai)\b`,
    },
    account: {
      strong: devanagari`\b(?:पासवर्ड|लॉगिन|लॉग इन|खाता|अकाउंट|ओटीपी|सदस्यता|न्यूज़लेटर|न्यूजलेटर|रजिस्टर|पंजीकरण|मेरा डेटा|प्रोफाइल|अनसब्सक्राइब|पॉइंट्स)
        |\b(?:password|login nahi|log ?in (?:nahi|nhi|kar|ho)|account (?:delete|band|block|bana|kaise|me|se|open)\w*|otp|unsubscribe|register|profile)\b`,
    },
    spam_or_auto: {
      strong: devanagari`\b(?:कार्यालय से बाहर|छुट्टी पर हूं|स्वचालित (?:उत्तर|संदेश)|ऑटो रिप्लाई|एसईओ|आपने जीता|लॉटरी|बिजनेस लोन|व्यापार ऋण|क्रिप्टो)|\b(?:chutti par hoo?n|office se bahar|seo|lottery|business loan|website banwa\w*)\b`,
    },
  },
  emotions: {
    anger: {
      strong: devanagari`\b(?:गुस्सा|गुस्से|क्रोध|नाराज|नाराज़|धोखा|धोखेबाज|धोखाधड़ी|ठग|चोर|झूठ\w*|फ्रॉड|लूट\w*|बेशर्म|शर्म करो|शर्म आनी|शर्मनाक|बदतमीज\w*|बकवास|घटिया|हरामी|कमीने|साले|मूर्ख बना|बेवकूफ बना|मजाक बना|बर्दाश्त)
        |\b(?:gussa|gusse|naraa?z|dhokha|dhoka|dhokebaa?z|thag|chor|jhoo?t\w*|fraud|loot\w*|besharam|sharam karo|sharm karo|sharmnaak|badtami\w*|bakwaa?s|ghatiya|harami|kamine|saale|bewakoof bana|bevkoof|pagal bana|mazak bana|bardaa?sht|chutiya|bc|mc)\b`,
      weak: devanagari`\b(?:बेकार|सबसे खराब|बहुत खराब)|\b(?:bekaa?r|third class|sabse kharab|bahut kharab)\b`,
    },
    frustration: {
      strong: devanagari`\b(?:परेशान|परेशानी|तंग आ|थक गय\w*|थक चुक\w*|कितनी बार|बार बार|बार-बार|(?:दूसरी|तीसरी|चौथी|पांचवी) बार|कब तक (?:इंतजार|इंतज़ार)|हफ्तों से|महीने से|महीनों से|कोई (?:जवाब|रिप्लाई) (?:नहीं|नही)|फिर से|समय बर्बाद|समय की बर्बादी|झुंझला\w*|हद (?:है|हो गई)|अभी भी (?:नहीं|नही))
        |\b(?:pareshaa?n|pareshaa?ni|tang aa|thak (?:gaya|gayi|chuka)|kitni baar|baar baar|bar bar|(?:dusri|doosri|teesri|tisri|chauthi) baar|kab tak (?:intezar|wait)|hafton se|mahin\w+ se|koi (?:reply|jawab|jawaab|response) (?:nahi|nhi)|phir se|fir se|time waste|time barbad|had (?:hai|ho gayi)|abhi bhi (?:nahi|nhi)|irritat\w*|frustrat\w*)\b`,
      weak: devanagari`\b(?:इंतजार|इंतज़ार|वादा|क्यों|हफ्ते)|\b(?:intezaa?r|wada|kyu|kyun|kyon|hafte)\b`,
    },
    disappointment: {
      strong: devanagari`\b(?:निराश\w*|निराशा\w*|मायूस|संतुष्ट (?:नहीं|नही)|असंतुष्ट|उम्मीद (?:नहीं|नही|थी|से कम)|(?:पसंद|अच्छा|अच्छी|खुश) (?:नहीं|नही)|खराब (?:क्वालिटी|गुणवत्ता)|(?:क्वालिटी|गुणवत्ता) (?:\w+ )?(?:खराब|घटिया|बेकार)|अफसोस|पछता\w*)
        |\b(?:niraa?sh\w*|maayoos|mayus|disappoint\w*|umee?d (?:nahi|nhi|thi|se kam)|(?:pasand|accha|acha|khush|satisfied) (?:nahi|nhi|nahin)|kharab quality|quality (?:\w+ )?(?:kharab|ghatiya|bekaa?r)|afsos|pachta\w*)\b`,
      weak: devanagari`\b(?:टूटा|टूटी|खराब|गलत)|\b(?:toota|tuta|kharab|galat)\b`,
    },
    worry: {
      strong: devanagari`\b(?:चिंता|चिंतित|फिक्र|फ़िक्र|डर|डरा|घबरा\w*|टेंशन|बेचैन|कहीं (?:\w+ )?खो|उम्मीद है कि|आशा है कि)
        |\b(?:chinta|fikr|fikar|darr?|dar (?:lag|hai)|ghabra\w*|tension|bechain|kahi(?:n)? (?:\w+ )?kho|umee?d hai ki|worried)\b`,
      weak: devanagari`\b(?:जरूरी|ज़रूरी|जल्दी|शादी|जन्मदिन|समय पर)|\b(?:zaroori|jaruri|jaldi|shaadi|birthday|time pe)\b`,
    },
    confusion: {
      strong: devanagari`\b(?:समझ (?:\w+ )?(?:नहीं|नही)|समझ से बाहर|कन्फ्यूज\w*|उलझन|असमंजस|पता (?:नहीं|नही) (?:क्या|क्यों|कैसे|कौन)|क्या मतलब|मतलब क्या|अजीब|स्पष्ट नहीं)
        |\b(?:samajh (?:\w+ )?(?:nahi|nhi|nahin)|smjh nhi|confus\w*|uljhan|pata (?:nahi|nhi) (?:kya|kyu|kyun|kaise|kaun)|kya matlab|matlab kya|ajeeb)\b`,
      weak: devanagari`\b(?:कैसे|क्यों)|\b(?:kaise|kyun|kyu)\b`,
    },
    sadness: {
      strong: devanagari`\b(?:दुख|दुखी|दुःख|उदास|रोना|रो रह\w*|रोया|रोई|आंसू|दिल टूट\w*|अवसाद|अस्पताल|बीमार हूं|कैंसर|अकेला|अकेली|टूट चुक\w*|बहुत बुरा लग\w*)
        |\b(?:dukh|dukhi|udaa?s|ro(?:na|yi|ya| rahi| raha)|aa?nsu|dil (?:\w+ )?toot\w*|dil tut\w*|depress\w*|aspataa?l|hospital|cancer|akel[ai]|bahut bura lag\w*)\b`,
      weak: devanagari`\b(?:बीमार|मुश्किल)|\b(?:bimaa?r|mushkil)\b`,
    },
    grief: {
      strong: devanagari`\b(?:देहांत|निधन|मृत्यु|मौत|गुजर गय\w*|गुज़र गय\w*|गुजर गई|चल बसे|चल बसी|स्वर्गवास|अंतिम संस्कार|नहीं रहे|नहीं रही|नहीं रहा|विधवा|शोक|तेरहवीं|श्रद्धांजलि)
        |\b(?:dehaa?nt|nidhan|mrityu|maut|death ho|guz?ar ga(?:y|ye|yi|i|e)\w*|gujar ga\w*|chal base|chal basi|swargwas|antim sanskar|nahi rahe|nahi rahi|vidhwa|expire ho ga\w*)\b`,
    },
    embarrassment: {
      strong: devanagari`\b(?:मेरी गलती|मेरी भूल|गलती से|गलती हो गई|गलती मेरी|शर्मिंदा|माफ कर\w* (?:मैंने|मुझसे)|परेशान करने के लिए (?:माफी|क्षमा)|भूल से|तकलीफ के लिए)
        |\b(?:meri galti|meri bhool|galti se|galti ho gayi|galti meri|sharminda|sorry (?:mujhse|maine|meri)|pareshan karne ke liye|bhool se)\b`,
      weak: devanagari`\b(?:माफ|माफी|क्षमा|सॉरी)|\b(?:maaf|maafi|sorry|kshama)\b`,
    },
    gratitude: {
      strong: devanagari`\b(?:बहुत(?:-बहुत| बहुत)? (?:धन्यवाद|शुक्रिया|आभार)|(?:दिल से|तहे दिल से) (?:धन्यवाद|शुक्रिया)|आभारी|आभार|एहसान|(?:मदद|सहायता|जल्दी डिलीवरी) के लिए (?:धन्यवाद|शुक्रिया)|शुक्रगुजार|धन्यवाद आपका)
        |\b(?:bahut(?: bahut)? (?:dhanyavaa?d|dhanyawaa?d|shukriya|thanks|aabhar)|dil se (?:thanks|shukriya|dhanyawad)|aabhaa?ri|ehsaan|thank you so much|thanks (?:a lot|bhai|yaar)|madad ke liye (?:thanks|shukriya|dhanyawad))\b`,
      weak: devanagari`\b(?:धन्यवाद|शुक्रिया|थैंक्स|थैंक्यू)|\b(?:dhanyavaa?d|dhanyawaa?d|shukriya|thanks|thank you|thanku|thnx)\b`,
    },
    joy: {
      strong: devanagari`\b(?:जान लेवा खूबसूरत|झकास|धांसू|jhakaas|jhakas|dhansu|ek number|ekdum mast)\b|\b(?:खुश|खुशी|प्रसन्न|मजा आ|मज़ा आ|बढ़िया|शानदार|लाजवाब|कमाल|जबरदस्त|बेहतरीन|खूबसूरत|सुंदर|प्यारा|प्यारी|पसंद (?:आया|आई|आए)|बहुत (?:अच्छा|अच्छी|पसंद)|संतुष्ट|वाह क्या|इंतजार नहीं हो रहा)
        |\b(?:khush|khushi|maz[ae]+ aa|badhiya|badiya|shaandaa?r|lajawab|kamaal|zabardast|jabardast|behtareen|khoobsurat|khubsurat|sundar|pyara|pyari|pasand (?:aaya|aayi|aya|aaye)|bahut (?:accha|acha|achha|acchi|achi|pasand|mast)|dil khush|paisa vasool|love it)\b`,
      weak: devanagari`\b(?:अच्छा|अच्छी|ठीक)|\b(?:accha|acha|achha|acchi|achi|mast|nice|sahi)\b`,
    },
    surprise: {
      strong: devanagari`\b(?:हैरान|हैरानी|आश्चर्य|चौंक\w*|अरे वाह|वाह|अविश्वसनीय|यकीन (?:नहीं|नही)|विश्वास (?:नहीं|नही)|सोचा (?:नहीं|नही) था|उम्मीद से ज्यादा)
        |\b(?:hairaa?n|hairaa?ni|chaunk\w*|are+ waa?h|waa?h|yakee?n (?:nahi|nhi)|believe nahi|socha (?:nahi|nhi) tha|umee?d se z?y?j?ada)\b`,
    },
  },
  negationAfter: devanagari`^(?:\w{0,3} )?(?:\w+ ){0,1}?(?:नहीं|नही|nahi|nahin|nhi|nai)\b`,
  intensifier: devanagari`\b(?:बहुत|काफी|बेहद|अत्यंत|एकदम|बिल्कुल|इतना|इतनी|सच में|हमेशा|कभी|फिर से|bahut|bohot|bht|kaafi|behad|ekdum|bilkul|itna|itni|sach me|hamesha|kabhi|very|so|super)\b`,
  urgency: {
    now: devanagari`\b(?:तुरंत|तत्काल|अभी के अभी|फौरन|अर्जेंट|आज|आज ही|कल तक|कल|शीघ्र|turant|abhi ke abhi|fauran|urgent|urgently|aaj|aaj hi|kal tak|asap|jald se jald)\b`,
    today: devanagari`\b(?:जल्दी|जल्द|समय पर|शादी|जन्मदिन|बर्थडे|दिवाली|दीवाली|राखी|रक्षाबंधन|होली|ईद|करवा चौथ|सालगिरह|मुंडन|यात्रा|सफर|(?:सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार) (?:तक|से पहले|को)|इस हफ्ते|भेजने से पहले|jaldi|jald|time pe|time par|shaa?di|birthday|diwali|deewali|rakhi|holi|eid|karwa chauth|anniversary|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|somwar|mangalwar|budhwar|guruwar|shukrawar|shaniwar|raviwar) (?:tak|se pehle|ko)|is hafte|bhejne se pehle)\b`,
  },
  courtesy: devanagari`^(?:नमस्ते|नमस्कार|प्रणाम|हेलो|हैलो|प्रिय|आदरणीय|महोदय|सर|मैडम|namaste|namaskar|hello|hi|hey|dear|sir|madam)\b[^.!?।]{0,20}[,!.।]?$|^(?:नमस्ते|नमस्कार|हैलो|namaste|hello|hi)(?: (?:sir|madam|ji|जी|सर))?[,!]|\b(?:अग्रिम धन्यवाद|पहले से धन्यवाद|आपके (?:समय|जवाब|सहयोग) के लिए धन्यवाद|thanks in advance|dhanyawad in advance)\b.{0,10}|^(?:धन्यवाद|शुक्रिया|dhanyavaa?d|dhanyawaa?d|shukriya|thanks|thank you)(?: जी| ji)?[,.!। ]*\w{0,12}[.!।]?$|\b(?:सादर|भवदीय|आपका विश्वासी|regards)\b.{0,30}$|\b(?:आपके जवाब|आपके उत्तर) (?:का|की) (?:इंतजार|प्रतीक्षा)\b.{0,10}`,
};
