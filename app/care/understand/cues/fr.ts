import type { LanguageCues } from "./cues.ts";

const thing = "(?:commande|colis|livraison|envoi|achat|article|produit|paquet|robe|chaussures|cadeau)s?";

export const french: LanguageCues = {
  language: "fr",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\b(?:ou|a qui) (?:a-t-il ete|a-t-elle ete|avez-vous|a ete|l'avez-vous|est-ce que vous avez) (?:\\w+ ){0,3}?(?:livre|depose|laisse|remis)e?s?\\b|\\bou (?:est|sont|se trouve|en est|en sont)|\\bquand (?:est-ce que|vais-je|sera|seront|arrive|arrivera|puis-je|pourrai|recevr|dois-je|serai|mon|ma|l'|le|la|partira|expedie)|\\b(?:suivi|suivre|statut|etat|avancement) (?:de |du |mon |ma |de ma |de mon |la |le )?(?:${thing})?|\\bnumero de suivi|\\bcombien de temps|\\b(?:j'attends|j attends|toujours en attente|nous attendons)|\\bdes nouvelles|\\bdate de livraison|\\bdelai|\\b(?:toujours )?pas (?:encore )?(?:parti|expedie|envoye)|\\b(?:que|depuis) (?:\\w+ ){0,4}?(?:j'attends|semaines|jours)|\\baucune nouvelle|\\barrivera a temps|\\b(?:deja|bien) (?:ete )?(?:expedie|envoye|parti)`,
      ),
      weak: /\b(?:pas encore|toujours pas) (?:ete )?(?:arrive|recu|livre|expedie|envoye)|\bdevait arriver|\baurait du arriver/,
    },
    delivery_problem: {
      strong: new RegExp(
        `\\b(?:indique|marque|dit|note|affiche|declare|statut)\\w*\\b.{0,30}\\blivre|\\bjamais (?:recu|arrive|livre)|\\b(?:n'ai|n'a|n'est|ai|est) (?:toujours |encore )?(?:pas|rien) (?:encore |toujours |ete )?(?:recu|arrive|livre)|\\bperdu|\\bvole\\b|\\bdisparu|\\bmauvaise adresse (?:\\w+ ){0,3}?(?:livr|depos)|\\blivre (?:\\w+ ){0,4}?(?:voisin|mauvaise|ailleurs|autre)|\\b(?:ne bouge|bloque|coince|en retard|retard\\w*)\\b|\\b(?:livreur|facteur|transporteur|colissimo|chronopost|mondial relay|la poste|relais colis)\\b|\\bechec de (?:la )?livraison|\\bretour(?:ne)? a l'expediteur|\\bavis de passage`,
      ),
      weak: /\b(?:toujours pas|semaines|douane)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:casse[es]*|abime[es]*|endommage[es]*|defectueu(?:x|se|ses)|brise[es]*|dechire[es]*|fele[es]*|raye[es]*|tache[es]*|en panne|en morceaux|ecrase[es]*|perime[es]*|troue[es]*)\b|\b(?:mauvais|mauvaise|mauvaises|autre) (?:article|produit|taille|couleur|modele|commande|pointure)|\b(?:article|produit|taille|couleur|modele) (?:\w+ )?(?:errone\w*|incorrect\w*|different\w*)|\bne (?:fonctionne|marche|s'allume|charge) (?:pas|plus)|\b(?:fonctionne|marche|s'allume|demarre|charge) (?:pas\b|plus\b(?= (?:du tout|depuis|maintenant|non plus|apres|quand|et|mais|alors)\b| ?[.,;:!?)]|$))|\b(?:il )?manqu\w+|\bau lieu d|\bpas (?:ce que|celui que|celle que|le bon|la bonne|le produit que)|\bincomplet\w*|\bje n'ai recu qu|\bcommande\b.{0,40}\b(?:et|mais) (?:j'ai )?(?:recu|on m'a envoye)|\berreur (?:de|dans) (?:la |ma )?(?:commande|preparation|taille)/,
    },
    return: {
      strong:
        /\b(?:retourner|renvoyer|renvoie|retour(?! a l'expediteur)(?: de)?(?: mon| l'| ma| gratuit| produit| article| colis)?|echang\w*|etiquette (?:de )?retour|retracta\w*|rendre)\b|\btrop (?:petit|grand|large|serre|court|long)\w*|\bne (?:me |lui )?(?:va|vont|convient|conviennent) pas/,
    },
    refund: {
      strong: /\b(?:rembours\w*|rendez-moi mon argent|mon argent|recuperer (?:mon|l') ?argent|avoir sur)\b/,
    },
    cancel: {
      strong:
        /\b(?<!\bn'|\bne pas )(?:annul\w*|n'en (?:veux|ai) plus|(?:j'en|je (?:la|le|les)) veux plus(?= (?:du tout|merci|car|et|finalement|maintenant)\b| ?[.,;!?]|$)|ne (?:la|le|les) (?:veux|souhaite) plus)\b/,
    },
    change_order: {
      strong:
        /\b(?:modifier|changer|rectifier|corriger)\b.{0,25}\b(?:commande|taille|couleur|quantite|article|modele|pointure|date de livraison)|\b(?:ajouter|rajouter|enlever|retirer|supprimer)\b.{0,40}\b(?:commande|article|produit)|\bje me suis trompe\w* (?:de|dans|en|sur)\b(?!.{0,35}\b(?:adresse|rue|code postal))|\bmodification (?:de|a) (?:ma |la )?commande/,
    },
    change_address: {
      strong:
        /\b(?:chang\w*|modif\w*|corrig\w*|nouvelle|mauvaise|autre|mettre a jour|erreur)\b.{0,40}\b(?:adresse|code postal)|\b(?:code postal|numero de (?:rue|maison|porte))\b|\badresse\b.{0,40}\b(?:chang\w*|modif\w*|errone\w*|incorrect\w*|mauvaise|fausse|incomplet\w*|nouvelle|ancienne|n'est pas)|\b(?:suis|sommes) trompe\w*\b.{0,35}\b(?:adresse|rue|code postal)|\b(?:j'ai|nous avons|je viens de|je) demenag\w*/,
      weak: /\badresse\b/,
    },
    payment: {
      strong:
        /\b(?:debite\w*|preleve\w*|prelevement|facture\w*|paiement\w*|payer|carte (?:bancaire|bleue|de credit)|paypal|virement|code (?:promo|de reduction|promotionnel)|bon d'achat|tva|recu de paiement|plusieurs fois sans frais)\b/,
      weak: /\b(?:paye|prix|reduction|banque|deux fois)\b/,
    },
    product_question: {
      strong:
        /\b(?:est-ce que|est-il|est-elle|sont-ils|sont-elles|est|sont) (?:\w+ ){0,5}?(?:etanche\w*|impermeable\w*|compatible\w*|vegan\w*|disponible\w*|en stock|lavable\w*|adapte\w*|resistant\w*|convient)\b|\bquel(?:le|les|s)? (?:est la |sont les |est le )?(?:taille|matiere|dimensions?|couleurs?|difference|pointure|composition|modele|ingredients)|\bavez-vous\b|\ben quelle matiere|\bfrais de (?:port|livraison)|\blivrez-vous|\bgarantie\b|\bcomment (?:utiliser|laver|nettoyer|fonctionne|entretenir|l'utiliser)|\bguide des tailles|\bavant (?:de commander|d'acheter)|\bde nouveau (?:disponible|en stock)|\btaille(?:-t-il| normalement)|\bcombien (?:mesure|pese|coute)|\bquelle est la (?:taille|composition)|\bingredients\b/,
      weak: /\bdisponible\b|\bmatiere\b/,
    },
    complaint: {
      strong:
        /\b(?:reclamation\w*|plainte|plaindre|inadmissible|inacceptable|scandaleu(?:x|se)|honteu(?:x|se)|arnaque\w*|(?:mauvais|tres mauvais|pire|horrible|deplorable|lamentable) (?:\w+ )?(?:service|experience|communication)|service (?:client )?(?:\w+ )?(?:deplorable|horrible|lamentable|nul|inexistant|catastrophique)|plus jamais|personne ne (?:repond|me repond|m'aide)|sans reponse|aucune reponse|(?:troisieme|deuxieme|3e|3eme|quatrieme) (?:fois|mail|message)|raccroche au nez|une honte)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:est|sont|c'est|robe|belle|beau|beaux|belles|vraiment|juste|tout simplement|absolument) )(?:a tomber(?! (?:en|par|sur|dans))|une tuerie|de la bombe|a mourir|au top|canon|une merveille|une pure merveille)\b|\b(?:merci (?:infiniment|pour (?:tout|la qualite|votre (?:gentillesse|rapidite|travail|accueil)|cette|ce|la|le|ces))|j'adore|j'ai adore|nous adorons|ravie?s?|enchante\w*|(?:tres|super|vraiment|si) (?:content\w*|heureu\w*|satisfait\w*|beau|belle|bien|joli\w*|bon\w*)|magnifique\w*|parfait\w*|excellent\w*|superbe\w*|sublime\w*|merveilleu\w*|genial\w*|bravo|felicitations|(?:un )?grand merci|merci a tou\w+|gentillesse|je (?:vous )?recommande|continuez|impeccable)\b/,
      weak: /\bmerci\b/,
    },
    account: {
      strong:
        /\b(?:mot de passe|me connecter|connexion|mon compte|compte client|inscription|m'inscrire|desabonn\w*|desinscri\w*|newsletter|identifiant|supprimer (?:mes donnees|mon compte)|rgpd|points de fidelite|abonnement)\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:absente? du bureau|reponse automatique|message automatique|actuellement absente?|referencement (?:web|naturel)?|seo|backlinks?)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furieu(?:x|se)|en colere|colere|fachee?s?|enervee?s?|scandaleu(?:x|se)|inadmissible|inacceptable|arnaque\w*|arnaqueurs?|voleurs?|honteu(?:x|se)|honte a vous|merde|putain|degueulasse|foutez|se moque\w*|vous moquez|vous (?:vous )?fichez|raccroche au nez|une honte|lamentable|mensonges?|menteurs?|revoltant|indigne\w*|outre\w*|ras le bol|enerve[es]*)\b/,
      weak: /\b(?:horrible|nul|lamentable|deplorable|exige)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustr\w*|agac\w*|encore une semaine|ou est mon argent|quand meme|marre|exaspere\w*|encore une fois|(?:deuxieme|troisieme|quatrieme) (?:fois|mail|message)|aucune reponse|sans reponse|personne ne repond|combien de (?:fois|temps encore)|depuis (?:\w+ )?semaines|toujours (?:pas|rien|aucun\w*)|perte de temps|patience|ridicule|lasse[es]*|penible)\b/,
      weak: /\b(?:attends|semaines|promis|pourquoi|devait|aurait du)\b/,
    },
    disappointment: {
      strong:
        /\b(?:decu[es]*|deception|decevant\w*|dommage|pas (?:satisfait\w*|content\w*|a la hauteur|conforme)|insatisfait\w*|mecontent\w*|mauvaise qualite|je m'attendais a (?:mieux|autre)|regrettable)\b/,
      weak: /\b(?:malheureusement|casse[es]*|abime[es]*|helas|mauvais\w*)\b/,
    },
    worry: {
      strong:
        /\b(?:inquiet\w*|inquiet[es]*|m'inquiete|angoiss\w*|peur|crains|stress\w*|anxieu(?:x|se)|j'espere (?:que|qu)|soucie\w*|preoccup\w*|est-il perdu|a-t-il ete perdu)\b/,
      weak: /\b(?:urgent\w*|rassurer|anniversaire|mariage|a temps|perdu)\b/,
    },
    confusion: {
      strong:
        /\b(?:ne comprends (?:pas|plus|rien)|comprends pas|confus\w*|perplexe|pas clair|je ne sais (?:pas|plus) (?:si|comment|quoi|pourquoi|quel)|bizarre|etrange|aucun sens|que signifie|perdue? dans|embrouill\w*)\b/,
      weak: /\b(?:pourquoi|expliquer)\b/,
    },
    sadness: {
      strong:
        /\b(?:tristes?|tristesse|pleur\w*|larmes|effondre\w*|desespere\w*|depri\w*|bouleverse\w*|hopital|cancer|gravement malade|chagrin|peine (?:immense|enorme)|malheureu(?:x|se))\b/,
      weak: /\b(?:malade|seule?|difficile)\b/,
    },
    grief: {
      strong:
        /\b(?:deced\w*|deces|mort de|est morte?|funerailles|obseques|enterrement|deuil|defunt\w*|disparition de (?:mon|ma|notre)|veuf|veuve|condoleances|perdu (?:mon|ma|notre) (?:mari|femme|pere|mere|fils|fille|frere|soeur|grand-mere|grand-pere|chien|chat|papa|maman))\b/,
    },
    embarrassment: {
      strong:
        /\b(?:gene[es]*|honte de|j'ai honte|ma faute|mon erreur|par erreur|maladroit\w*|etourderie|je me suis trompe\w*|(?:desole\w*|excus\w*|pardon) (?:de vous|du|de la|pour le|pour la|pour mon|pour ma) ?(?:deranger|derangement|gene|confusion|erreur)?|idiot\w* de ma part|inattention)\b/,
      weak: /\b(?:desole[es]*|excusez)\b/,
    },
    gratitude: {
      strong:
        /\b(?:merci (?:beaucoup|infiniment|mille fois|encore|du fond|a toute|pour)|mille mercis|un grand merci|reconnaissant\w*|je vous remercie|remercie\w* (?:infiniment|beaucoup|du fond)|remerciements)\b/,
      weak: /\bmerci\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:est|sont|c'est|robe|belle|beau|beaux|belles|vraiment|juste|tout simplement|absolument) )(?:a tomber(?! (?:en|par|sur|dans))|une tuerie|de la bombe|a mourir|au top|canon|une merveille|une pure merveille)\b|\b(?:j'adore|j'ai adore|adore|ravie?s?|heureu(?:x|se)|content(?:e|s)?|magnifique\w*|parfait\w*|superbe\w*|sublime\w*|merveilleu\w*|genial\w*|enchante\w*|excellent\w*|formidable\w*|splendide|joie|hate de|impeccable|fantastique)\b/,
      weak: /\b(?:bien|super|beau|belle|joli\w*)\b/,
    },
    surprise: {
      strong:
        /\b(?:surpris\w*|surprise|wow|incroyable|inattendu\w*|je ne m'attendais pas|n'en reviens pas|etonn\w*|stupefait\w*|oh la la|ca alors)\b/,
    },
  },
  negation: /\b(?:pas|ne|n'|jamais|rien|sans|aucun\w*|plus|guere|peu)\b/,
  intensifier:
    /\b(?:tres|si|tellement|vraiment|totalement|completement|absolument|extremement|trop|super|toujours|infiniment)\b/,
  urgency: {
    now: /\b(?:urgent\w*|urgence|immediat\w*|tout de suite|aujourd'hui|demain|au plus vite|sans (?:delai|attendre)|ce soir)\b/,
    today:
      /\b(?:des que possible|le plus (?:vite|rapidement) possible|rapidement|au plus tot|a temps|avant (?:le|la|que|l'|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|noel)|pour (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le \d+|noel)|anniversaire|mariage|bapteme|noel|vacances|voyage|depart|cette semaine|date limite)\b/,
  },
  courtesy:
    /^(?:bonjour|bonsoir|salut|cher|chere|madame|monsieur|coucou)\b[^.!?\n]{0,30}[,!.]?$|\bmerci (?:beaucoup )?(?:d'avance|par avance|de votre (?:aide|retour|reponse|comprehension)|pour votre (?:aide|retour|reponse|comprehension))\b.{0,10}|^merci(?: beaucoup)?[.!, ]*(?:(?:et )?(?:bonne journee|cordialement).{0,30})?$|\b(?:bien |tres )?cordialement\b.{0,40}$|\bbonne (?:journee|soiree)\b.{0,30}$|\b(?:sinceres |meilleures )?salutations\b.{0,40}$|\bdans l'attente de votre\b.{0,40}|\bje vous remercie (?:d'avance|par avance|de votre|pour votre)\b.{0,30}|\b(?:j'aimerais|je serais (?:ravie?|heureu(?:x|se)) de)\b/,
};
