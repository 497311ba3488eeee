import type { RiskPatterns } from "./risk-patterns.ts";

export const frenchRisks: RiskPatterns = {
  legal:
    /\b(?:avocat\w*|action en justice|poursuites?|poursuivre en justice|porter plainte|tribunal|huissier|mise en demeure|ufc|que choisir|dgccrf|signal ?conso|repression des fraudes|mediateur|voie judiciaire|police|gendarmerie)\b/,
  chargeback:
    /\b(?:opposition|retrofacturation|litige|contester (?:le|ce) (?:paiement|debit|prelevement)|(?:appel|contact|vais voir|via|par|aupres d|avec)\w* (?:\w+ ){0,3}?ma banque|reclamation paypal|protection (?:des )?acheteurs?|rejet de prelevement)\b/,
  safety:
    /\b(?:feu|incendie|brul\w*|fumee|etincelle\w*|explos\w*|decharge electrique|electrocut\w*|surchauff\w*|fondu|blesse(?:e|s|es|r)?|blessures?|saign\w*|coupe\w* (?:la main|le doigt)|urgences|hopital|intoxi\w*|allerg\w*|etouff\w*|avale|dangereu\w*|toxique|moisi\w*|eclats? de verre)\b/,
  self_harm:
    /\b(?:suicid\w*|me tuer|en finir|mettre fin a mes jours|plus envie de vivre|envie de mourir|veux mourir|me faire du mal|automutil\w*|plus de raison de vivre)\b/,
  press:
    /\b(?:journaliste\w*|la presse|journal (?:local|televise)|television|medias|reseaux sociaux|avis negatif|mauvais avis|trustpilot|une etoile|abonnes|rendre public|60 millions)\b/,
  vulnerable:
    /\b(?:deced\w*|deces|funerailles|obseques|deuil|veuve|veuf|cancer|chimio\w*|hopital|operation|handicap\w*|fauteuil roulant|aveugle|sourde?|demence|enceinte|fausse couche|depress\w*|anxiete|sante mentale|medicament\w*|insuline|chomage|dettes|violences|sans abri|(?:pas|plus) les moyens|personne agee)\b/,
  injection:
    /\b(?:ignor\w*|oubli\w*|neglig\w*|fais abstraction) (?!(?:\w+ )?(?:mon|ma|mes|notre) )(?:\w+ ){0,4}?(?:(?:instruction|consigne|directive)\w*|regles|prompt|contexte)\b(?! de (?:lavage|montage|retour))|\b(?:ignor\w*|oubli\w*) (?:tout )?(?:ce qui precede|tout ce qui|ce qu'on t'a dit|ce qui est (?:ecrit )?(?:avant|au-dessus|ci-dessus)|les? precedent\w*)|\btu es (?:maintenant|desormais)\b|\bvous etes (?:maintenant|desormais) (?:un|une|le|la|mon)\b|\b(?:agis|agissez|comporte-toi|comportez-vous|reponds|repondez) comme (?:si tu|si vous etiez|un|une)\b|\bprompt systeme\b|\bfais comme si\b|\b(?:imagine|suppose) que tu es\b|\bfais semblant\b|\bnouvelles? (?:instruction|consigne|tache)s? ?:|\b(?:revele|affiche|montre|repete|donne)\w*(?:[- ]moi)? (?:\w+ ){0,3}?(?:tes|vos) (?:instructions|consignes|regles)|\brepete apres moi\b|\b(?:reponds|repondez|ecris|dis) (?:seulement|uniquement|juste) ["':]|\b(?:en tant que|tu es un|vous etes un) (?:\w+ )?(?:modele de langage|ia\b|chatbot|assistant virtuel)|\b(?:assistant|ia|bot)[,:] (?:\w+ ){0,3}?(?:approuve|rembourse|reponds|confirme|tu dois)/,
  wants_person:
    /\b(?:parler (?:a|avec) (?:\w+ ){0,3}?(?:quelqu'un|humain|personne|conseiller\w*|responsable|manager|agent|superieur)|(?:une )?vraie personne|vrai humain|(?:pas|plus|non) (?:\w+ ){0,4}?(?:robot|bot)\b|appel(?:ez|er)[- ]?moi|rappel(?:ez|er)[- ]?moi|numero de telephone|(?:parler|joindre|contacter) .{0,20}par telephone)\b/,
};
