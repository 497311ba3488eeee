import type { RiskPatterns } from "./risk-patterns.ts";

export const romanianRisks: RiskPatterns = {
  legal:
    /\b(?:avocat(?:ul|ului|a)?\b|actiun\w* (?:in instanta|legal\w*|in justitie)|in instanta|instanta de judecata|tribunal\w*|judecator\w*|dau in judecata|da in judecata|proces\b|protectia consumator\w*|anpc|opc\b|plangere (?:la|penala)|politi[ea]\w*|pe cale legala|cale legala|masuri legale|drepturile consumatorului|executor\w*|notificare juridica|dna\b)/,
  chargeback:
    /\b(?:chargeback|(?:contest|disput)\w* (?:\w+ ){0,2}?(?:plata|tranzacti\w*|suma)|refuz la plata|(?:sun|contact|merg|vorb|reclam|anunt|prin|la)\w* (?:\w+ ){0,3}?banc[ai]\w*|blochez plata|disputa (?:la|pe|prin) paypal|reclamatie paypal|recuper\w* (?:\w+ )?(?:banii )?prin banca)\b/,
  safety:
    /\b(?:a luat foc|luat foc|incendi\w*|arde|ars[uae]?\b|arsur\w*|fum\b|fumega\w*|scoate fum|scantei\w*|explod\w*|explozi\w*|curentat\w*|electrocut\w*|soc electric|supraincalz\w*|s-a topit|topit\w*|ranit\w*|rani\b|taiat\w* (?:la|la mana|degetul)|m-am taiat|sangera\w*|sange\b|spital\w*|urgent[ae] la|camera de garda|otravi\w*|intoxic\w*|alergi\w*|iritati\w*|eruptie|inecat\w*|s-a inecat|inghitit\w*|sufoc\w*|toxic\w*|periculo\w*|mucegai\w*|cioburi\w*|bateri\w* (?:\w+ )?umflat\w*)\b/,
  self_harm:
    /\b(?:sinuci\w*|suicid\w*|ma omor|sa ma omor|sa-mi iau viata|imi iau viata|nu mai vreau sa (?:traiesc|traim)|nu mai vreau sa exist|vreau sa mor|as vrea sa mor|sa mor odata|imi fac (?:un )?rau singur\w*|sa-mi fac rau|n-am de ce sa (?:mai )?traiesc|nu mai are rost sa traiesc|ma automutilez|automutil\w*)\b/,
  press:
    /\b(?:jurnalist\w*|ziarist\w*|presa\b(?! de)|presei|la ziar|ziare\w*|televiziun\w*|pro ?tv|antena 1|retele\w* (?:de socializare|sociale)|social media|pe (?:facebook|instagram|tiktok)|recenzi\w* (?:negativ\w*|proast\w*)|review\w* (?:negativ\w*|prost\w*)|o stea\b|trustpilot|fac public|public pe|influencer\w*|urmaritori)\b/,
  vulnerable:
    /\b(?:a murit|a decedat|decedat\w*|deces\w*|inmormant\w*|doliu|vaduv\w*|cancer\w*|chimioterap\w*|spital\w*|operati[ea]\w*|operat\w* (?:la|pe)|handicap\w*|dizabilit\w*|scaun cu rotile|orb\b|oarb\w*|nevazator\w*|surd\w*|dementa|alzheimer|autis\w*|batran\w*|in varsta|insarcinat\w*|gravid\w*|avort spontan|pierdut (?:o )?sarcina|depresi\w*|anxiet\w*|atacuri? de panica|sanatate mintala|medicament\w*|insulin\w*|somer\w*|fara loc de munca|pierdut (?:locul de munca|slujba|jobul)|datori[ei]\w*|violenta domestica|nu imi permit|nu-mi permit|pensionar\w*)\b/,
  injection:
    /\b(?:ignora\w*|uita|uitati|nu tine cont de) (?!(?:\w+ )?(?:meu|mea|mele) )(?:\w+ ){0,4}?(?:instructiun\w*|regul\w*|indicatii\w*|comenzile anterioare|prompt\w*|contextul)\b(?! de (?:spalare|montaj|folosire))|\b(?:ignora\w*|uita) tot (?:ce|de mai sus)|\b(?:acum|de acum|de acum inainte) (?:esti|vei fi)\b|\besti (?:acum|un asistent|un chatbot|un model)\b|\b(?:comporta-te|raspunde|actioneaza) ca (?:si cum|un|o)\b|\bprompt\w* de sistem\b|\bprefa-te ca\b|\bimagineaza-ti ca esti\b|\binstructiuni noi ?:|\bnoi instructiuni ?:|\b(?:dezvaluie|arata|repeta|afiseaza) (?:\w+ ){0,3}?(?:instructiunile|regulile|promptul)\b|\brepeta dupa mine\b|\b(?:raspunde|scrie|spune) (?:doar|numai) ["':]|\bca model de limbaj\b|\b(?:asistent|ai|bot)[,:] (?:\w+ ){0,3}?(?:aproba|ramburseaza|raspunde|confirma|trebuie)/,
  wants_person:
    /\b(?:(?:vorbesc|vorbi|vorbim|discut|legatura|contact) (?:\w+ ){0,2}?cu (?:\w+ ){0,3}?(?:om|persoana|operator\w*|cineva|manager\w*|responsabil\w*|sef\w*|patron\w*|reprezentant\w*)|(?:persoana|om|operator) (?:real\w*|adevarat\w*|in carne|uman)|(?:nu|fara|destul) (?:[\w-]+ ){0,5}?(?:robot\w*|bot|chatbot)\b|suna(?:ti)?-ma|ma (?:puteti )?suna(?:ti)?\b|sa fiu sunat\w*|sa ma sunati|numar\w* de telefon|telefonic)\b/,
};
