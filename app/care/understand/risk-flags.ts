import { fold } from "./fold.ts";
import { riskFlags as names, type RiskFlag } from "./reading.ts";

/**
 * What a person must look at before anything is sent. Tuned for recall: a false alarm costs a look, a miss costs more. All
 * languages are tried at once (English, German, Spanish, French, Portuguese, with some Italian, Dutch and Japanese), since
 * language detection may be wrong exactly where it matters. Patterns match folded text (`fold.ts`).
 */
const patterns: Record<RiskFlag, RegExp[]> = {
  legal: [
    /\b(?:lawyers?|attorney|solicitor|legal (?:action|advice|steps?|proceedings|team|counsel|rights)|sue(?: you)?|suing|lawsuit|small claims|(?:take|taking|see) you (?:to|in) court|in court|tribunal|trading standards|consumer (?:protection|rights|affairs|court|agency)|better business bureau|bbb|ombudsman|attorney general|ftc|class action|gdpr complaint|data protection (?:authority|officer)|police report|report(?:ing|ed)? (?:you|this|it) to the (?:police|authorities))\b/,
    /\b(?:anwalt\w*|rechtsanwalt\w*|anwaltin|rechtlich\w*|gericht\w*|klage\w*|verklag\w*|verbraucherzentrale|verbraucherschutz|anzeige (?:erstatten|machen)|strafanzeige|mahnbescheid|juristisch\w*|rechtsschutz\w*|rechtsweg|polizei|schlichtungsstelle|fristsetzung)\b/,
    /\b(?:abogad[oa]s?|demand(?:a|ar|are|arlos|arles) (?:a |por|contra|judicial)?|acciones legales|medidas legales|juzgado|tribunales|denunci\w*|(?:oficina|organismo) (?:\w+ ){0,3}?consum\w*|consumidor\w*|ocu|facua|profeco|hoja de reclamaciones|via judicial|policia)\b/,
    /\b(?:avocat\w*|action en justice|poursuites?|poursuivre en justice|porter plainte|tribunal|huissier|mise en demeure|ufc|que choisir|dgccrf|signal ?conso|repression des fraudes|mediateur|voie judiciaire|police|gendarmerie)\b/,
    /\b(?:advogad[oa]s?|processar|processo judicial|acao judicial|medidas (?:legais|judiciais)|justica|tribunal|procon|deco|livro de reclamacoes|policia|pequenas causas|queixa-crime|denuncia\w*)\b/,
    /\b(?:avvocat\w*|vie legali|denunci\w*|tribunale|querela|advocaat|rechtszaak|juridische|aangifte|rechter|deurwaarder|consumentenbond)\b|弁護士|訴え(?:ます|る)|訴訟|消費者センター|消費生活センター|警察|法的/,
  ],
  chargeback: [
    /\b(?:charge ?-?backs?|dispute (?:the|this|it|with|my)|disput(?:e|ing) (?:\w+ ){0,3}?(?:charge|payment|transaction)|(?:call(?:ing)?|contact(?:ing)?|talk(?:ing)? to|through|via|with|ask|tell) my (?:\w+ and (?:my )?)?(?:bank|card (?:company|issuer)|credit card)|(?:bank|paypal|visa|mastercard|amex|klarna) (?:\w+ ){0,3}?(?:dispute|claim|case|reverse|reversal)|open(?:ed|ing)? a (?:\w+ )?(?:case|dispute|claim) (?:with|at|on|through)|reverse the (?:charge|payment)|paypal claim|stop(?:ping)? (?:the )?payment)\b/,
    /\b(?:ruckbuchung|zuruckbuchen|ruckbuchen|kauferschutz|paypal[- ]?(?:fall|konflikt|beschwerde)|(?:bank|kreditkarte\w*) (?:\w+ ){0,4}?(?:zuruck|widersprech\w*|reklamier\w*)|lastschrift (?:\w+ ){0,2}?zuruck|(?:an|uber|durch|mit|bei) (?:meine[r]?|die|der) bank)\b/,
    /\b(?:contracargo|retroceso (?:del|de) (?:cargo|pago)|disputa\w*|(?:llam|habl|contact|reclam|avis|acud|ir)\w* (?:\w+ ){0,3}?banco|anular el cargo|reclamacion (?:en|a) paypal|proteccion al comprador|desconocer el cargo)\b/,
    /\b(?:opposition|retrofacturation|litige|contester (?:le|ce) (?:paiement|debit|prelevement)|(?:appel|contact|vais voir|via|par|aupres d|avec)\w* (?:\w+ ){0,3}?ma banque|reclamation paypal|protection (?:des )?acheteurs?|rejet de prelevement)\b/,
    /\b(?:chargeback|contestar (?:a |o )?(?:compra|cobranca|pagamento|transacao)|contestacao|disputa\w*|(?:falar|contact|contat|lig|reclam|recorr)\w* (?:\w+ ){0,3}?banco|operadora do cartao|estornar pelo cartao|protecao ao comprador)\b/,
    /\b(?:contestazione|contestare l'addebito|mia banca|storno|terugboek\w*|storneren|mijn bank)\b|チャージバック|カード会社に|支払い?(?:停止|異議)/,
  ],
  safety: [
    /\b(?:caught (?:on )?fire|on fire|burn(?:ed|t|ing)?|smok(?:e|ing)|spark(?:s|ed|ing)?|explod\w*|explosion|exploded|electr(?:ic|ical) shock|shocked me|electrocut\w*|overheat\w*|melted|injur\w*|bleed\w*|cut (?:my|her|his)|hospital|emergency room|poison\w*|allerg\w*|rash|anaphyla\w*|chok(?:ed|ing)|swallow\w*|toxic|unsafe|dangerous|hazard\w*|hurt (?:my|her|his|himself|herself|myself|our)|mou?ld(?:y)?|glass (?:shards?|in (?:the|my))|battery (?:\w+ )?(?:swollen|leak\w*|swell\w*)|product recall|got sick|food poisoning|vomit\w*)\b/,
    /\b(?:feuer|in brand|brandgefahr|brandgeruch|brannte|gebrannt|verbrann\w*|verbrenn\w*|rauch\w*|qualm\w*|funken|explodier\w*|stromschlag|uberhitz\w*|geschmolzen|verletz\w*|blut\w*|geschnitten|krankenhaus|notaufnahme|vergift\w*|allerg\w*|ausschlag|verschluck\w*|erstick\w*|gefahrlich|giftig|schimmel\w*|glassplitter|akku (?:\w+ )?(?:aufgeblaht|ausgelaufen))\b/,
    /\b(?:fuego|incendi\w*|quem(?:o|ado|adura\w*|aron|a)|humo|chispa\w*|explot\w*|descarga electrica|electrocut\w*|sobrecalent\w*|derret\w*|herid\w*|lesion\w*|sangr\w*|cort(?:e|o|ado|ada) (?:la mano|el dedo)|urgencias|hospital|intoxic\w*|alerg\w*|sarpullido|atragant\w*|asfix\w*|peligros\w*|toxic\w*|moho|cristales)\b/,
    /\b(?:feu|incendie|brul\w*|fumee|etincelle\w*|explos\w*|decharge electrique|electrocut\w*|surchauff\w*|fondu|blesse(?:e|s|es|r)?|blessures?|saign\w*|coupe\w* (?:la main|le doigt)|urgences|hopital|intoxi\w*|allerg\w*|etouff\w*|avale|dangereu\w*|toxique|moisi\w*|eclats? de verre)\b/,
    /\b(?:fogo|incendi\w*|queim\w*|fumaca|fumo|faisca\w*|explod\w*|choque eletrico|eletrocut\w*|sobreaquec\w*|superaquec\w*|derret\w*|ferid\w*|ferimento\w*|machuc\w*|sangr\w*|cort(?:ei|ou|ado) (?:a mao|o dedo|me)|hospital|urgencias|pronto-socorro|intoxic\w*|alerg\w*|engasg\w*|perigos\w*|toxic\w*|mofo|bolor|cacos)\b/,
    /\b(?:fuoco|incendio|bruciat\w*|fumo|scintill\w*|esplos\w*|scossa|ferit\w*|sangu\w*|ospedale|allergi\w*|pericolos\w*|muffa|in brand|vonken|ontplof\w*|verbrand|gewond|allergisch|gevaarlijk|schimmel)\b|火(?:が|事|傷)|煙|発火|爆発|感電|けが|怪我|やけど|アレルギー|危険|病院|カビ/,
  ],
  self_harm: [
    /\b(?:kill(?:ing)? myself|suicid\w*|end (?:my life|it all)|want to die|wish i (?:was|were) dead|(?:don't|do not|no longer|can't) want to (?:live|be here|be alive|go on)|can't go on(?: any ?more| living)?|no reason to live|self[- ]?harm\w*|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself|better off (?:dead|without me)|take my (?:own )?life|nothing (?:left )?to live for|overdos\w*)\b/,
    /\b(?:umbringen|selbstmord\w*|suizid\w*|das leben nehmen|nicht mehr leben|sterben (?:mochte|will)|(?:mochte|will) (?:\w+ )?sterben|selbst verletz\w*|mir etwas an(?:tun|tue)|keinen sinn mehr|nicht mehr weiter ?leben|leben beenden)\b/,
    /\b(?:suicid\w*|matarme|quitarme la vida|no quiero (?:vivir|seguir viviendo)|quiero morir\w*|hacerme dano|acabar con (?:mi vida|todo)|ganas de morir|autolesi\w*|me quiero morir|sin ganas de vivir)\b/,
    /\b(?:suicid\w*|me tuer|en finir|mettre fin a mes jours|plus envie de vivre|envie de mourir|veux mourir|me faire du mal|automutil\w*|plus de raison de vivre)\b/,
    /\b(?:suicid\w*|me matar|matar-me|tirar a (?:minha )?(?:propria )?vida|nao quero (?:mais )?viver|quero morrer|me machucar|acabar com (?:a minha vida|tudo)|vontade de morrer|automutil\w*|sem vontade de viver)\b/,
    /\b(?:suicid\w*|uccidermi|farla finita|voglio morire|togliermi la vita|zelfmoord|zelfdoding|niet meer leven|wil dood)\b|死にたい|自殺|消えたい|生きて(?:い)?たくない|自傷/,
  ],
  press: [
    /\b(?:journalist\w*|reporter|newspaper|(?:the )?(?:press|media) (?:\w+ )?(?:will|would|should|know|contact|attention)|go(?:ing)? (?:to the|public|viral)(?: press| media)?|tv station|consumer (?:show|program\w*)|watchdog|blog(?:ger)? post|influencer|followers|post (?:this|it|about (?:this|you)) (?:on|all over|everywhere)|(?:on|all over) (?:social media|twitter|tiktok|instagram|facebook|reddit|youtube|trustpilot|google reviews?)|trustpilot|one[- ]star|1[- ]star|bad review|negative review|leave (?:you )?(?:a )?review|share my story|expose you)\b/,
    /\b(?:journalist\w*|presse|zeitung\w*|fernsehen|medien|redaktion|offentlich machen|social media|soziale\w* (?:medien|netzwerke\w*)|trustpilot|schlechte\w* bewertung|negative\w* bewertung|(?:ein|1)[- ]?stern|bewertung schreiben|follower\w*)\b/,
    /\b(?:periodista\w*|prensa|periodico|television|medios (?:de comunicacion)?|redes sociales|resena (?:negativa|mala)|mala resena|trustpilot|una estrella|seguidores|hacer(?:lo)? publico|viral)\b/,
    /\b(?:journaliste\w*|la presse|journal (?:local|televise)|television|medias|reseaux sociaux|avis negatif|mauvais avis|trustpilot|une etoile|abonnes|rendre public|60 millions)\b/,
    /\b(?:jornalista\w*|imprensa|jornal|televisao|midia|comunicacao social|redes sociais|avaliacao (?:negativa|ma|pessima)|reclame aqui|trustpilot|uma estrela|seguidores|tornar publico)\b/,
    /\b(?:giornalist\w*|giornale|social media|recensione negativa|krant|negatieve (?:review|beoordeling))\b|マスコミ|新聞|記者|SNS(?:で|に)|拡散|低評価|レビュー(?:に|で)書/i,
  ],
  vulnerable: [
    /\b(?:passed away|(?<!then )died|funeral|bereave\w*|grie(?:f|v)\w*|widow\w*|deceased|terminal(?:ly)?|cancer|chemo\w*|dying|hospice|hospital|surgery|disab(?:led|ility)|wheelchair|(?:am|i'm|is|legally|partially) blind|deaf|dementia|alzheimer\w*|autis\w*|elderly|pregnan\w*|miscarriage|stillb\w*|depress\w*|anxiety|mental health|ptsd|panic attacks?|medication|insulin|medical (?:device|equipment|condition)|domestic (?:violence|abuse)|abusive|homeless|lost my job|unemployed|can't afford|cannot afford|debt|bankrupt\w*|rent money|food bank|i(?:'m| am) (?:1[0-7]|[89]) years old|my (?:life|health))\b/,
    /\b(?:verstorben\w*|gestorben|beerdigung|trauer\w*|witwe\w*|krebs\w*|chemo\w*|krankenhaus|operation|behinder\w*|rollstuhl\w*|blind|gehorlos|taub|demenz\w*|pflegebedurftig\w*|schwanger\w*|fehlgeburt|fruhgeburt|depress\w*|angststorung|psychisch\w*|medikament\w*|insulin|arbeitslos\w*|schulden|obdachlos\w*|jahre alt und (?:allein|krank)|hausliche gewalt|kann (?:mir )?(?:\w+ ){0,3}?nicht leisten)\b/,
    /\b(?:fallec\w*|murio|funeral|luto|viud[oa]|cancer|quimio\w*|hospital|operacion|discapaci\w*|silla de ruedas|cieg[oa]|sord[oa]|demencia|embaraz\w*|aborto espontaneo|depresi\w*|ansiedad|salud mental|medicamento\w*|insulina|desemplead[oa]|en (?:el )?paro|deudas|violencia|no puedo (?:pagar|permitirme)|anciana?|persona mayor)\b/,
    /\b(?:deced\w*|deces|funerailles|obseques|deuil|veuve|veuf|cancer|chimio\w*|hopital|operation|handicap\w*|fauteuil roulant|aveugle|sourde?|demence|enceinte|fausse couche|depress\w*|anxiete|sante mentale|medicament\w*|insuline|chomage|dettes|violences|sans abri|(?:pas|plus) les moyens|personne agee)\b/,
    /\b(?:falec\w*|morreu|funeral|luto|viuv[oa]|cancer|quimio\w*|hospital|cirurgia|deficien\w*|cadeira de rodas|ceg[oa]|surd[oa]|demencia|gravida|gravidez|aborto|depress\w*|ansiedade|saude mental|medicament\w*|remedio\w*|insulina|desempregad[oa]|dividas|violencia|nao (?:tenho como|posso) pagar|idos[oa])\b/,
    /\b(?:mort[oa]|decedut\w*|funerale|lutto|vedov\w*|cancro|ospedale|disabil\w*|incinta|depress\w*|overleden|begrafenis|kanker|ziekenhuis|rolstoel|zwanger|depressie|werkloos|schulden)\b|亡くな|葬儀|他界|がん(?:で|の|治療)|入院|手術|障害|車椅子|妊娠|流産|うつ|認知症|高齢/,
  ],
  injection: [
    /\b(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}?(?:previous|prior|above|earlier|preceding|your|all|any|the|these) (?:\w+ ){0,3}?(?:instructions?|prompts?|rules?|guidelines?|directions?|commands?|polic(?:y|ies)|context|message)|\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?)\b|\byou are (?:now|no longer|actually) (?:a|an|the|in|dan|my)?\b|\b(?:act|behave|respond|pretend|roleplay) as (?:if|though|a|an|the|my)\b|\b(?:jailbreak|dan mode|developer mode|prompt injection|do anything now)\b|\b(?:reveal|print|repeat|show|output|leak) (?:\w+ ){0,4}?(?:prompt|instructions|system|api key|secrets?|password|credentials|all (?:customers?|orders|data))|<\/?(?:system|assistant|instructions?|user)>|\[\/?(?:inst|system)\]|<\|[a-z_]+\|>|^#{2,} ?(?:system|instruction|new task)|\b(?:new|updated|additional) (?:instructions?|task|system)\b\s*:|\b(?:assistant|ai|chatbot|bot|model|llm)\b[,:]? (?:\w+ ){0,3}?(?:must|should|please|you will|now) (?:\w+ ){0,3}?(?:refund|approve|issue|send|mark|reply|grant|confirm|execute)|\bend of (?:prompt|instructions|email)\b|\bexecute the following|\bas an ai\b/m,
    /\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w*) (?:\w+ ){0,4}?(?:anweisung\w*|anleitung\w*|regeln|befehle|vorgaben|instruktion\w*|alles|kontext)|\bdu bist (?:jetzt|nun|ab jetzt|kein)\b|\b(?:systemprompt|system-prompt|systemnachricht)\b|\bverhalte dich (?:wie|als)\b|\btu so,? als\b/,
    /\b(?:ignor\w*|olvid\w*|descart\w*) (?:\w+ ){0,4}?(?:instruccion\w*|reglas|indicacion\w*|ordenes|anterior\w*|contexto)|\bahora eres\b|\bactua como\b|\bprompt del sistema\b|\bhaz como si\b/,
    /\b(?:ignor\w*|oubli\w*) (?:\w+ ){0,4}?(?:instruction\w*|consigne\w*|regles|precedent\w*|contexte)|\btu es (?:maintenant|desormais)\b|\bagis comme\b|\bprompt systeme\b|\bfais comme si\b/,
    /\b(?:ignor\w*|esque\w*|desconsider\w*) (?:\w+ ){0,4}?(?:instruc\w*|regras|ordens|anterior\w*|contexto)|\b(?:voce|tu) (?:e|es) agora\b|\baja como\b|\bprompt do sistema\b|\bfinja que\b/,
    /\b(?:ignora|dimentica) (?:\w+ ){0,4}?(?:istruzion\w*|regole)|\bnegeer (?:\w+ ){0,4}?(?:instructies|regels)\b|(?:以前|これまで|上記|前)の?(?:指示|命令|ルール).{0,8}(?:無視|忘れ)|システムプロンプト/,
  ],
  wants_person: [
    /\b(?:(?:speak|talk|chat|connect|transfer|put me through|escalate|get) (?:\w+ ){0,3}?(?:to|with|me) (?:\w+ ){0,3}?(?:human|person|agent|representative|rep|manager|supervisor|someone|somebody|staff|operator|people|owner|boss)|(?:real|actual|live|human) (?:person|human|being|agent|people|support|representative)|(?:not|no|stop|don't want) (?:\w+ ){0,4}?(?:a |your |the )?(?:bot|robot|chatbot|ai|automated)\b|call me(?: back)?|phone me|give me a call|(?:your|a) (?:phone|telephone) number|ring me|customer service (?:agent|representative|number)|is (?:this|there) (?:a|any) (?:bot|human|person|real)|want (?:a|to (?:speak|talk) to a) (?:human|person|manager))\b/,
    /\b(?:(?:mit )?(?:einem|einer|einen) (?:\w+ )?(?:menschen?|mitarbeiter\w*|person|vorgesetzten?|ansprechpartner\w*|berater\w*|chef)|echte\w* (?:mensch\w*|person|mitarbeiter\w*)|(?:kein|keinen|keine) (?:\w+ )?(?:bot|roboter|chatbot|ki)\b|ruf(?:en|t)? (?:sie )?mich (?:\w+ )?(?:an|zuruck)|ruckruf|telefonnummer|anrufen|telefonisch)\b/,
    /\b(?:(?:hablar|comunicarme|contactar) con (?:\w+ ){0,3}?(?:persona|humano|agente|alguien|encargado|responsable|supervisor|gerente|operador)|persona real|no (?:\w+ ){0,4}?(?:bot|robot)\b|llam(?:en|eme|adme|ame)\w*|numero de telefono|(?:hablar|contact\w*|atend\w*|atiend\w*) .{0,20}por telefono)\b/,
    /\b(?:parler (?:a|avec) (?:\w+ ){0,3}?(?:quelqu'un|humain|personne|conseiller\w*|responsable|manager|agent|superieur)|(?:une )?vraie personne|vrai humain|(?:pas|plus|non) (?:\w+ ){0,4}?(?:robot|bot)\b|appel(?:ez|er)[- ]?moi|rappel(?:ez|er)[- ]?moi|numero de telephone|(?:parler|joindre|contacter) .{0,20}par telephone)\b/,
    /\b(?:(?:falar|conversar) com (?:\w+ ){0,3}?(?:pessoa|humano|atendente|alguem|gerente|responsavel|supervisor|operador)|pessoa (?:real|de verdade)|nao (?:\w+ ){0,4}?(?:robo|bot)\b|lig(?:uem|ue|ar)[- ]?(?:me|para mim)|me (?:liguem|ligue)|numero de telefone|(?:falar|contact\w*|contat\w*) .{0,20}por telefone)\b/,
    /\b(?:parlare con (?:\w+ ){0,3}?(?:persona|operatore|responsabile|qualcuno)|persona reale|chiamatemi|richiamatemi|(?:met|met een) (?:\w+ )?(?:mens|medewerker|persoon|manager) (?:\w+ )?(?:spreken|praten)|echt persoon|bel(?:t u|len)? mij)\b|担当者(?:と|に)(?:話|代わ|連絡)|人間|オペレーター|責任者|電話(?:を|し)て?(?:くださ|ほし|いただ)|ボットではな/,
  ],
};

export function riskFlags(text: string): RiskFlag[] {
  const folded = fold(text.slice(0, 20_000));
  return names.filter((name) => patterns[name].some((pattern) => pattern.test(folded)));
}
