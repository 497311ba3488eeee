import { escaped, publicPage } from "#app/lib/public-page.ts";
import { wordsFor, type UnsubscribeWords } from "#app/conversation/unsubscribe-words.ts";

export type UnsubscribePage = {
  language: string;
  /** ask: nothing was changed; stopped, resumed: what was done, or is so. */
  shows: "ask" | "stopped" | "resumed" | "broken";
  shopName: string;
  /** How the shop's mails address a shopper. */
  form: "formal" | "friendly";
};

/** The page as HTML: a few words and one button, which works without scripts and leads nowhere else. Pure. */
export function unsubscribePage({ language, shows, shopName, form }: UnsubscribePage): string {
  const words = wordsFor(language, form);
  const say = (text: string) => text.replaceAll("{shop}", shopName);
  const said = paragraphs(shows, words).map((text) => `<p>${escaped(say(text))}</p>`);
  return publicPage({
    language,
    title: say(words.title),
    body: [...said, button(shows, words, say)].join("\n"),
    style: "button{margin-top:0;background:#fff;color:#202223}",
  });
}

function paragraphs(shows: UnsubscribePage["shows"], words: UnsubscribeWords): string[] {
  switch (shows) {
    case "ask":
      return [words.ask, words.still];
    case "stopped":
      return [words.stopped, words.still];
    case "resumed":
      return [words.resumed];
    case "broken":
      return [words.broken];
  }
}

/** The way back is a query of the same address: whoever has the link may take it, as the first. */
function button(
  shows: UnsubscribePage["shows"],
  words: UnsubscribeWords,
  say: (text: string) => string,
): string {
  if (shows === "broken") return "";
  const [action, label] = shows === "stopped" ? ["?resume=1", words.resume] : ["?", words.stop];
  return `<form method="post" action="${action}"><button>${escaped(say(label))}</button></form>`;
}
