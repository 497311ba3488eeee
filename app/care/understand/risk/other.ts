/** Orders to a machine in languages that nobody wrote whole rules for: what to forget, and which rules. Folded text. */
export const otherInjection =
  /\b(?:zaborav\w*|zanemari\w*|zapomen\w*|ignor\w*|glem|ohita\w*|unohda\w*|felejts\w*|hagyd figyelmen|unut|yoksay|abaikan|lupakan|bo qua|balewala|kalimutan) (?:\S+ ){0,5}?(?:instru[kc]\w*|pokyn\w*|uput\w*|instruks\w*|ohje\w*|utasit\w*|talimat\w*|instruksi|huong dan|pravil\w*|predchozi\w*|tidligere)|<!--.{0,40}\b(?:system|assistant|instructions?|prompt|mark|set|ignore)\b|\b(?:set|mark|label|classify|tag|rate|treat) (?:the |this |my |your )?(?:emotion|sentiment|mood|customer|shopper|message|conversation|ticket|priority)s? (?:\w+ ){0,2}?(?:as|to|with)\b|\b(?:set|mark) (?:the )?(?:emotion|sentiment|priority) ?=|\bwhen(?:ever)? you (?:summari[sz]e|process|analy[sz]e|classify) (?:this|the|my)\b|\bas (?:the|a) (?:developer|administrator|admin|owner|creator) of this (?:app|bot|system|tool|assistant)\b/;

/** The same where letters are neither Latin, Cyrillic, Devanagari nor Japanese. */
export const otherScripts =
  /忽略.{0,8}(?:指令|指示|提示|规则)|(?:忘记|无视).{0,8}(?:指令|指示|规则|内容)|系统提示|이전.{0,6}(?:지시|명령|지침).{0,8}(?:무시|잊)|시스템 프롬프트|تجاهل.{0,20}(?:تعليمات|التعليمات|الأوامر)|انس(?:ى)? (?:كل|جميع)|התעלם.{0,15}(?:הוראות|ההוראות)|αγνοησ\S* .{0,20}(?:οδηγι|εντολ)/;
