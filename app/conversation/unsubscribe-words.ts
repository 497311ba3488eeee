/** What the page says on which a shopper stops messages. `{shop}` stands for the shop's name. */
export type UnsubscribeWords = {
  title: string;
  /** Before anything is changed. */
  ask: string;
  stop: string;
  stopped: string;
  /** What reaches them all the same. */
  still: string;
  resume: string;
  resumed: string;
  broken: string;
};

/** In the languages that we write in. */
export const unsubscribeWords: Readonly<Record<string, UnsubscribeWords>> = {
  en: {
    title: "Messages about your orders",
    ask: "{shop} writes to you when something is wrong with an order of yours, before you have to ask. Would you like these messages to stop?",
    stop: "Stop these messages",
    stopped: "These messages have stopped.",
    still: "You still get answers to what you write, and the confirmations of your orders.",
    resume: "Get them again",
    resumed: "You get these messages again.",
    broken: "This link does not work. Please use the link in the newest message.",
  },
  de: {
    title: "Nachrichten zu Ihren Bestellungen",
    ask: "{shop} schreibt Ihnen, wenn mit einer Ihrer Bestellungen etwas nicht stimmt, bevor Sie fragen müssen. Möchten Sie diese Nachrichten nicht mehr bekommen?",
    stop: "Diese Nachrichten abbestellen",
    stopped: "Diese Nachrichten sind abbestellt.",
    still: "Antworten auf das, was Sie schreiben, und Ihre Bestellbestätigungen bekommen Sie weiterhin.",
    resume: "Wieder bekommen",
    resumed: "Sie bekommen diese Nachrichten wieder.",
    broken: "Dieser Link funktioniert nicht. Bitte nehmen Sie den Link aus der neuesten Nachricht.",
  },
  es: {
    title: "Mensajes sobre sus pedidos",
    ask: "{shop} le escribe cuando algo va mal con uno de sus pedidos, antes de que tenga que preguntar. ¿Desea dejar de recibir estos mensajes?",
    stop: "Dejar de recibirlos",
    stopped: "Ya no recibirá estos mensajes.",
    still: "Seguirá recibiendo respuestas a lo que escriba y las confirmaciones de sus pedidos.",
    resume: "Volver a recibirlos",
    resumed: "Volverá a recibir estos mensajes.",
    broken: "Este enlace no funciona. Utilice el enlace del mensaje más reciente.",
  },
  fr: {
    title: "Messages concernant vos commandes",
    ask: "{shop} vous écrit lorsqu’un problème survient avec l’une de vos commandes, avant que vous ayez à demander. Souhaitez-vous ne plus recevoir ces messages ?",
    stop: "Ne plus les recevoir",
    stopped: "Vous ne recevrez plus ces messages.",
    still: "Vous recevrez toujours les réponses à vos messages et les confirmations de vos commandes.",
    resume: "Les recevoir à nouveau",
    resumed: "Vous recevrez à nouveau ces messages.",
    broken: "Ce lien ne fonctionne pas. Veuillez utiliser le lien du message le plus récent.",
  },
  pt: {
    title: "Mensagens sobre as suas encomendas",
    ask: "A loja {shop} escreve quando algo corre mal com uma das suas encomendas, antes de ser preciso perguntar. Pretende deixar de receber estas mensagens?",
    stop: "Deixar de receber",
    stopped: "Já não receberá estas mensagens.",
    still: "Continuará a receber as respostas ao que escrever e as confirmações das suas encomendas.",
    resume: "Voltar a receber",
    resumed: "Voltará a receber estas mensagens.",
    broken: "Esta ligação não funciona. Use a ligação da mensagem mais recente.",
  },
  it: {
    title: "Messaggi sui Suoi ordini",
    ask: "{shop} Le scrive quando qualcosa non va con un Suo ordine, prima che debba chiedere. Desidera non ricevere più questi messaggi?",
    stop: "Non riceverli più",
    stopped: "Non riceverà più questi messaggi.",
    still: "Continuerà a ricevere le risposte a ciò che scrive e le conferme dei Suoi ordini.",
    resume: "Riceverli di nuovo",
    resumed: "Riceverà di nuovo questi messaggi.",
    broken: "Questo link non funziona. Usi il link del messaggio più recente.",
  },
  nl: {
    title: "Berichten over uw bestellingen",
    ask: "{shop} schrijft u wanneer er iets misgaat met een van uw bestellingen, voordat u ernaar hoeft te vragen. Wilt u deze berichten niet meer ontvangen?",
    stop: "Niet meer ontvangen",
    stopped: "U ontvangt deze berichten niet meer.",
    still: "Antwoorden op wat u schrijft en de bevestigingen van uw bestellingen blijft u ontvangen.",
    resume: "Weer ontvangen",
    resumed: "U ontvangt deze berichten weer.",
    broken: "Deze link werkt niet. Gebruik de link in het nieuwste bericht.",
  },
  ja: {
    title: "ご注文に関するお知らせ",
    ask: "{shop}は、ご注文に問題が生じたとき、お問い合わせをいただく前にお知らせしています。このお知らせを停止しますか。",
    stop: "お知らせを停止する",
    stopped: "お知らせを停止しました。",
    still: "お問い合わせへの返信とご注文の確認メールは、これまでどおりお届けします。",
    resume: "お知らせを再開する",
    resumed: "お知らせを再開しました。",
    broken: "このリンクは使用できません。最新のメールに記載のリンクをご利用ください。",
  },
};

/** Where a shop says du: what differs. The other languages have one form, or none that the page would need another for. */
const friendly: Readonly<Record<string, Partial<UnsubscribeWords>>> = {
  de: {
    title: "Nachrichten zu deinen Bestellungen",
    ask: "{shop} schreibt dir, wenn mit einer deiner Bestellungen etwas nicht stimmt, bevor du fragen musst. Möchtest du diese Nachrichten nicht mehr bekommen?",
    still: "Antworten auf das, was du schreibst, und deine Bestellbestätigungen bekommst du weiterhin.",
    resumed: "Du bekommst diese Nachrichten wieder.",
    broken: "Dieser Link funktioniert nicht. Bitte nimm den Link aus der neuesten Nachricht.",
  },
  es: {
    title: "Mensajes sobre tus pedidos",
    ask: "{shop} te escribe cuando algo va mal con uno de tus pedidos, antes de que tengas que preguntar. ¿Quieres dejar de recibir estos mensajes?",
    stopped: "Ya no recibirás estos mensajes.",
    still: "Seguirás recibiendo respuestas a lo que escribas y las confirmaciones de tus pedidos.",
    resumed: "Volverás a recibir estos mensajes.",
    broken: "Este enlace no funciona. Utiliza el enlace del mensaje más reciente.",
  },
  fr: {
    title: "Messages concernant tes commandes",
    ask: "{shop} t’écrit lorsqu’un problème survient avec l’une de tes commandes, avant que tu aies à demander. Souhaites-tu ne plus recevoir ces messages ?",
    stopped: "Tu ne recevras plus ces messages.",
    still: "Tu recevras toujours les réponses à tes messages et les confirmations de tes commandes.",
    resumed: "Tu recevras à nouveau ces messages.",
    broken: "Ce lien ne fonctionne pas. Utilise le lien du message le plus récent.",
  },
  it: {
    title: "Messaggi sui tuoi ordini",
    ask: "{shop} ti scrive quando qualcosa non va con un tuo ordine, prima che tu debba chiedere. Vuoi non ricevere più questi messaggi?",
    stopped: "Non riceverai più questi messaggi.",
    still: "Continuerai a ricevere le risposte a ciò che scrivi e le conferme dei tuoi ordini.",
    resumed: "Riceverai di nuovo questi messaggi.",
    broken: "Questo link non funziona. Usa il link del messaggio più recente.",
  },
  nl: {
    title: "Berichten over je bestellingen",
    ask: "{shop} schrijft je wanneer er iets misgaat met een van je bestellingen, voordat je ernaar hoeft te vragen. Wil je deze berichten niet meer ontvangen?",
    stopped: "Je ontvangt deze berichten niet meer.",
    still: "Antwoorden op wat je schrijft en de bevestigingen van je bestellingen blijf je ontvangen.",
    resumed: "Je ontvangt deze berichten weer.",
  },
};

/** What the page says, as the shop's mails address who reads it. */
export function wordsFor(language: string, form: "formal" | "friendly"): UnsubscribeWords {
  const formal = unsubscribeWords[language] ?? unsubscribeWords["en"];
  if (!formal) throw new Error("The page has no words");
  return form === "formal" ? formal : { ...formal, ...friendly[language] };
}

/** The first of some languages, as tags, that the page is written in; English when none is. */
export function languageOf(tags: readonly (string | null | undefined)[]): string {
  const bases = tags.map((tag) => tag?.toLowerCase().split(/[-_]/u)[0] ?? "");
  return bases.find((base) => Object.hasOwn(unsubscribeWords, base)) ?? "en";
}

/** The tags of an Accept-Language header, in the order a reader wants them. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", quality = ""] = part.trim().split(";");
      return { tag: tag.trim(), q: Number(/q=([\d.]+)/u.exec(quality)?.[1] ?? 1) };
    })
    .filter(({ tag, q }) => tag !== "" && q > 0)
    .toSorted((one, other) => other.q - one.q)
    .map(({ tag }) => tag);
}
