import type { LanguageCues } from "./cues.ts";

export const italian: LanguageCues = {
  language: "it",
  intents: {
    order_status: {
      strong:
        /\b(?:dove|a chi) (?:\w+ ){0,3}?(?:consegnat[oa]|lasciat[oa]|depositat[oa])\b|\b(?:dov'e|dove (?:e|sono|si trova))\b|\bquando (?:arriva|arrivera|ricevero|sara|verra|spedite|partira|mi arriva)|\b(?:stato|tracciamento|tracking|tracciare) (?:del|dell'|il|di|mio)|\bnumero di (?:tracking|tracciamento|spedizione)|\b(?:sto|ancora) (?:ancora )?aspettando|\bquanto (?:tempo|ci vuole|ci mette|manca|devo aspettare)|\bche fine ha fatto|\ba che punto (?:e|siamo|sono)|\b(?:arriva|arrivera|arrivare) in tempo|\b(?:data|tempi) di (?:consegna|spedizione|arrivo)|\b(?:e|sono) (?:stat[oaie] )?spedit[oaie]\b|\b(?:aspetto|attendo) (?:\w+ ){0,3}?da\b|\bnotizie (?:sul|del|della|sulla)|\bquando (?:lo|la|li) (?:ricevo|consegnate|spedite)|\bnovita (?:sul|sulla)|\bgia (?:stato )?spedito/,
      weak: /\bnon (?:e |ho )?ancora (?:arrivat\w*|ricevut\w*|stato spedito)|\bdoveva arrivare/,
    },
    delivery_problem: {
      strong:
        /\b(?:risulta|dice|segnat\w*|segnala)\b.{0,30}\bconsegnat|\bmai (?:arrivat|ricevut)|\bnon (?:e |mi e )?(?:mai )?arrivat|\bnon ho (?:mai |ancora )?ricevut|\b(?:smarrit\w*|pers[oa]|rubat\w*|in ritardo|ritardo|bloccat\w*|fermo|ferma)\b|\b(?:corriere|postino|fattorino|poste italiane|bartolini|brt|gls)\b|\bmancata consegna|\bnessuna traccia|\b(?:lasciat|consegnat)\w* (?:\w+ ){0,3}?(?:vicin\w*|estrane\w*|pioggia|strada)|\bnon (?:si muove|si aggiorna)|\b(?:in giacenza|in dogana|locker vuoto|furto)\b|\bmittente\b|\bindirizzo sbagliato (?:\w+ )?consegn/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:rott[oaie]|danneggiat\w*|difettos\w*|guast\w*|strappat\w*|graffiat\w*|scheggiat\w*|ammaccat\w*|macchiat\w*|in frantumi)\b|\b(?:articolo|prodotto|taglia|colore|modello|ordine) (?:\w+ )?(?:sbagliat\w*|errat\w*|divers\w*)|\b(?:sbagliat[oa]|altro|altra) (?:articolo|prodotto|taglia|colore|modello)|\bnon (?:funziona\w*|si accende|si carica|va piu|parte)|\b(?:spaccat|crepat|sfondat|bucat|scucit|sporc|ammuffit|scadut|storta?|bruciat)\w*\b|\bsi e (?:rott|scucit|staccat|spent|bruciat)\w*|\bha (?:un buco|una macchia|un graffio|una crepa)|\bsolo (?:uno|una|due) (?:su|dei|delle)|\b(?:ho ordinato|avevo (?:ordinato|scelto|preso))\b.{0,40}\b(?:arrivat|mandat|ricevut)\w*|\bmanca(?:no|va|vano)?\b|\binvece d|\bincomplet[oa]|\bnon (?:e )?quell[oa] che ho ordinato/,
    },
    return: {
      strong:
        /\b(?:restitu\w*|reso|resi|rendere|rimandare|rispedire|cambi(?:o|are|arlo|arla) (?:con|taglia|merce|la taglia)|sostitu\w*|recesso|ripensamento|etichetta (?:di|per il) reso|mandare indietro|rendo|rispedisco|troppo (?:piccol|grand|strett|larg|cort|lung)\w*|non mi va(?:nno)?)\b/,
    },
    refund: {
      strong:
        /\b(?:rimbors\w*|soldi indietro|indietro i (?:miei )?soldi|i miei soldi|riaccredit\w*|soldi non (?:sono|ancora)|dove sono i soldi|quando (?:mi )?(?:ridate|restituite)|risarci\w*)\b/,
    },
    cancel: {
      strong:
        /\b(?<!\bnon )(?:annull\w*|cancell\w*|disdi\w*|non (?:lo|la|li|le) (?:voglio|vogliamo) piu|non mi serv\w* piu|non sped\w*|ho ordinato (?:\w+ )?per (?:sbaglio|errore)|ci ho ripensato|bloccate (?:l'ordine|la spedizione))\b/,
    },
    change_order: {
      strong:
        /\b(?:modific\w*|cambiare)\b.{0,25}\b(?:ordine|taglia|colore|quantita|data)|\b(?:aggiungere|togliere)\b.{0,40}\b(?:ordine|articolo|prodotto)|\bho sbagliato (?:taglia|colore|a ordinare)/,
    },
    change_address: {
      strong:
        /\b(?:cambi\w*|modific\w*|aggiorn\w*|corregg\w*|nuovo|sbagliato|altro)\b.{0,35}\bindirizzo|\bindirizzo\b.{0,40}\b(?:cambi\w*|modific\w*|sbagliat\w*|errat\w*|nuovo|vecchio)|\bmi sono (?:trasferit|sbagliat[oa]\b.{0,35}\b(?:indirizzo|cap)\b)/,
    },
    payment: {
      strong:
        /\b(?:addebit\w*|fattur\w*|ricevuta|pagamento|pagare|carta di credito|paypal|bonifico|codice sconto|buono|iva|a rate)\b/,
      weak: /\b(?:pagato|prezzo|sconto|due volte)\b/,
    },
    product_question: {
      strong:
        /\b(?:e|sono) (?:\w+ ){0,4}?(?:impermeabil\w*|compatibil\w*|vegan\w*|disponibil\w*|lavabil\w*|adatt\w*)\b|\bche (?:taglia|materiale|misure|colori)|\bdi che materiale|\bquali sono (?:le|gli|i) (?:misure|dimensioni|ingredienti|colori)|\b(?:spese di spedizione|garanzia|guida alle taglie|ingredienti)\b|\bspedite (?:in|anche)|\bcome si (?:usa|lava|pulisce)|\bavete\b/,
    },
    complaint: {
      strong:
        /\b(?:reclam\w*|lament\w*|pessim[oa]|vergogn\w*|inaccettabil\w*|truff\w*|mai piu|nessuno (?:risponde|mi risponde)|nessuna risposta|terza volta|(?:assistenza|customer care|servizio clienti) (?:\w+ )?(?:pessim|inesistent|orribil|vergognos)\w*|non (?:rispondete|risponde nessuno|mi avete risposto)|riattaccat\w*|maleducat\w*|senza risposta|ignorat\w*|presa in giro|non compro piu|servizio (?:\w+ )?(?:orribile|terribile|scadente))\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:bell|carin|buon|stupend|piac)\w* )da morire\b|\b(?<=\b(?:e|sono|davvero|proprio|assolutamente) )(?:la bomba|una bomba|da urlo|la fine del mondo|uno spettacolo|il top)\b|\b(?:grazie mille per|grazie (?:di cuore|per (?:tutto|la|il|i))|(?:lo|la|li|le) ador\w*|ador\w*|bellissim\w*|(?:molto|davvero|super|cosi) (?:content\w*|felice|soddisfatt\w*|bell\w*)|meraviglios\w*|perfett\w*|eccellente|stupend\w*|fantastic\w*|complimenti|consiglio|bravissim\w*)\b/,
      weak: /\bgrazie\b/,
    },
    account: {
      strong:
        /\b(?:password|accedere|il mio account|mio profilo|registra\w*|newsletter|disiscriv\w*|cancellare i miei dati|gdpr|punti|abbonamento)\b/,
    },
    spam_or_auto: { strong: /\b(?:fuori ufficio|risposta automatica|posizionamento seo|seo|backlinks?)\b/ },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furios\w*|arrabbiat\w*|indignat\w*|vergogn\w*|inaccettabil\w*|truff\w*|ladri|schifo|merda|cazzo|incazzat\w*|presa in giro|prendete in giro|preso in giro|bugiard\w*|imbroglion\w*|delinquent\w*|disonest\w*|stronz\w*|fate schifo|fottut\w*|maleducat\w*|furibond\w*|fuori di me|scandalos\w*)\b/,
      weak: /\b(?:pessim[oa]|orribile|pretendo)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustra\w*|stanc[oa] di|stuf[oa]|scocciat\w*|di nuovo|ancora una volta|(?:seconda|terza|quarta) volta|nessuno risponde|nessuna risposta|da (?:\w+ )?settimane|ridicol\w*|non ne posso piu|pazienza|perdita di tempo|(?:seconda|terza|quarta) (?:mail|email|volta)|quante volte|quanto (?:ancora )?devo|per l'ennesima|ennesim[oa]|esasperat\w*|esasperant\w*|nervos[oa]|innervosi\w*|snervant\w*|ancora (?:niente|nulla)|rimbalz\w*|assurd\w*)\b/,
      weak: /\b(?:aspettando|settimane|promesso|perche|ancora)\b/,
    },
    disappointment: {
      strong:
        /\b(?:delus\w*|deludente|peccato|mi aspettavo (?:di piu|altro|di meglio|molto)|aspettative|amareggiat\w*|ci sono rimast[oa] male|rimast[oa] male|non (?:sono|siamo) (?:\w+ )?(?:content|soddisfatt|felic)\w*|qualita (?:\w+ )?(?:scadente|pessima|scarsa|bassa)|non (?:e )?come (?:in foto|descritto|nella foto)|insoddisfatt\w*|scarsa qualita|non soddisfatt\w*)\b/,
      weak: /\b(?:purtroppo|rott[oa]|danneggiat\w*|sbagliat\w*)\b/,
    },
    worry: {
      strong:
        /\b(?:preoccup\w*|ansia|ansios\w*|paura|temo|agitat\w*|in pensiero|angosci\w*|spaventat\w*|allarmat\w*|nel panico|panico|stress\w*|non vorrei che|fara in tempo|sara (?:andato )?perso|spero che|andato (?:perso|smarrito))\b/,
      weak: /\b(?:urgente\w*|compleanno|matrimonio|in tempo)\b/,
    },
    confusion: {
      strong:
        /\b(?:confus\w*|non (?:capisco|ho capito|mi e chiaro|comprendo)|non so (?:se|come|cosa|perche|quale)|stran[oa]|poco chiaro|non e chiaro|non ci capisco|perpless\w*|spaesat\w*|non riesco a capire|quale dei due|contraddi\w*|non ha senso|cosa significa)\b/,
    },
    sadness: {
      strong:
        /\b(?:triste\w*|tristezza|piang\w*|lacrime|distrutt\w*|depress\w*|ospedale|cancro|affrant\w*|disperat\w*|disperazione|cuore (?:spezzato|a pezzi)|abbattut\w*|giu di morale|sconfort\w*|in lacrime|addolorat\w*|sofferenza|periodo difficile)\b/,
    },
    grief: {
      strong:
        /\b(?:mort[oa]|decedut\w*|decesso|funerale|lutto|scompars[oa]|mancat[oa] (?:mio|mia|improvvisamente|all'affetto)|(?:e|sono) venut[oaie] a mancare|non c'e piu|ci ha lasciat[oi]|cremazione|sepoltura|vedov\w*|condoglianze|perso (?:mio|mia) (?:padre|madre|marito|moglie|figli[oa]|nonn[oa]|fratello|sorella))\b/,
    },
    embarrassment: {
      strong:
        /\b(?:imbarazz\w*|colpa mia|ho sbagliato (?:io|a)|ho scelto (?:\w+ ){0,2}?sbagliat\w*|che figura|domanda stupida|che sbadat[oa]|mi sono sbagliat[oa]|mio errore|errore mio|per sbaglio|mi vergogno|scusate (?:il|la|per)|mi dispiace per il disturbo)\b/,
      weak: /\b(?:scusa|scusate)\b/,
    },
    gratitude: {
      strong:
        /\b(?:grazie (?:mille|infinite|di cuore|per|tante)|mille grazie|ringrazi\w*|riconoscente|vi sono grat[oa]|apprezz\w*|gentilissim\w*|grazie di tutto|grazie davvero|mi avete salvat[oa]|siete stati (?:\w+ )?gentil\w*|grat[oa])\b/,
      weak: /\bgrazie\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:bell|carin|buon|stupend|piac)\w* )da morire\b|\b(?<=\b(?:e|sono|davvero|proprio|assolutamente) )(?:la bomba|una bomba|da urlo|la fine del mondo|uno spettacolo|il top)\b|\b(?:felic\w*|content\w*|ador\w*|bellissim\w*|meraviglios\w*|perfett\w*|stupend\w*|fantastic\w*|entusiast\w*|innamorat\w*|incantevol\w*|favolos\w*|splendid\w*|ottim[oa]|contentissim\w*|felicissim\w*|soddisfattissim\w*|non vedo l'ora|evviva|top|spettacol\w*|splendid\w*|eccellente|gioia)\b/,
      weak: /\b(?:bell[oa]|bene|buon[oa])\b/,
    },
    surprise: {
      strong:
        /\b(?:sorpres\w*|sorprend\w*|wow|incredibile|inaspettat\w*|non me l'aspettavo|non ci credo|non ci posso credere|stupit\w*|sbalordit\w*|scioccat\w*|senza parole|caspita|accidenti|che sorpresa|non me lo aspettavo)\b/,
    },
  },
  negation: /\b(?:non|mai|niente|senza|nessun\w*|poco|ne)\b/,
  intensifier:
    /\b(?:molto|cosi|davvero|totalmente|completamente|assolutamente|estremamente|troppo|sempre|super)\b/,
  urgency: {
    now: /\b(?:urgente\w*|urgenza|subito|immediat\w*|oggi|domani|al piu presto|emergenza)\b/,
    today:
      /\b(?:prima possibile|presto|in tempo|entro (?:il|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)|per (?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)|compleanno|matrimonio|natale|battesimo|viaggio|vacanz\w*|questa settimana|scadenza)\b/,
  },
  courtesy:
    /^(?:ciao|buongiorno|buonasera|salve|gentil[ei]|spett\w*|car[oi])\b[^.!?\n]{0,30}[,!.]?$|\b(?:molte )?grazie (?:in anticipo|anticipatamente|per (?:l'aiuto|la risposta|la disponibilita|l'attenzione))\b.{0,10}|^grazie(?: mille)?[.!, ]*(?:(?:e )?(?:cordiali )?saluti.{0,30})?$|\b(?:cordiali|distinti) saluti\b.{0,40}$|\b(?:vorrei|mi piacerebbe)\b/,
};
