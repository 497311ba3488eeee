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
  const say = (text: string) => escaped(text.replaceAll("{shop}", shopName));
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${say(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${say(words.title)}</h1>
${paragraphs(shows, words)
  .map((text) => `<p>${say(text)}</p>`)
  .join("\n")}
${button(shows, words, say)}
</main>
</body>
</html>
`;
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
  return `<form method="post" action="${action}"><button>${say(label)}</button></form>`;
}

const STYLE =
  "body{margin:0;background:#f6f6f7;color:#202223;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:34rem;margin:3rem auto;padding:1.5rem;background:#fff;border-radius:12px}" +
  "h1{font-size:1.25rem;margin:0 0 1rem;overflow-wrap:anywhere}p{margin:0 0 1rem;overflow-wrap:anywhere}" +
  "button{font:inherit;padding:.6rem 1.1rem;border:1px solid #202223;border-radius:8px;background:#fff;color:#202223;cursor:pointer}" +
  "button:focus-visible{outline:3px solid #005bd3;outline-offset:2px}" +
  "@media(max-width:36rem){main{margin:0;min-height:100vh;box-sizing:border-box;border-radius:0}}";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
