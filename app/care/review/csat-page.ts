import {
  composedLanguage,
  renderMessage,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import { csatChoices, isLow, type CsatScale } from "#app/care/review/csat-choices.ts";
import { LONGEST_COMMENT } from "#app/care/review/csat-content.ts";

export type CsatPage = { language: string; form: "formal" | "friendly"; shopName: string; nonce: string } & (
  | { shows: "broken" | "over" }
  /** `chosen`: what the link in the mail said; nothing is noted yet. `byItself`: the page sends it for them. */
  | { shows: "ask"; scale: CsatScale; chosen: number | null; byItself: boolean }
  | { shows: "noted"; scale: CsatScale; rating: number; commented: boolean }
  | { shows: "stop" | "stopped" }
);

type Say = (key: MessageKey, values?: { choice?: string }) => string;

/**
 * The page of a question as HTML, pure: it works without scripts. To look at it notes nothing, since programs open links before people
 * do; with the answer chosen in the mail it sends that by itself, at the first sign of a person (a pointer, a finger, a key).
 */
export function csatPage(page: CsatPage): string {
  const language = composedLanguage(page.language);
  const say = sayIn(language, page);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${say("csat.page.title")}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${say("csat.page.title")}</h1>
${bodyOf(page, say)}
</main>
</body>
</html>
`;
}

function bodyOf(page: CsatPage, say: Say): string {
  switch (page.shows) {
    case "broken":
      return `<p>${say("csat.page.broken")}</p>`;
    case "over":
      return `<p>${say("csat.page.over")}</p>${stopLink(say)}`;
    case "ask":
      return `${askForm(page, say)}${stopLink(say)}${page.byItself ? script(page.nonce) : ""}`;
    case "noted":
      return noted(page, say);
    case "stop":
      return `<form method="post" action="?stop=1"><button>${say("csat.page.stop")}</button></form>`;
    case "stopped":
      return `<p role="status">${say("csat.page.stopped")}</p>`;
  }
}

function askForm({ scale, chosen }: { scale: CsatScale; chosen: number | null }, say: Say): string {
  const choices = csatChoices(scale).map(
    ({ answer, says }) =>
      `<label><input type="radio" name="answer" value="${answer}" required${answer === chosen ? " checked" : ""}> ${say(says)}</label>`,
  );
  return `<form method="post" action="?" id="rate"><fieldset><legend>${say("csat.page.question")}</legend>
${choices.join("\n")}
</fieldset><button>${say("csat.page.send")}</button></form>`;
}

function noted(
  { scale, rating, commented }: { scale: CsatScale; rating: number; commented: boolean },
  say: Say,
): string {
  const says = csatChoices(scale).find(({ answer }) => answer === rating)?.says;
  const thanks = say("csat.page.thanks", { choice: says ? say(says) : String(rating) });
  const words = commented
    ? `<p>${say("csat.page.noted")}</p>`
    : `<form method="post" action="?more=1"><label for="comment">${say("csat.page.more")}</label>
<textarea id="comment" name="comment" rows="4" maxlength="${LONGEST_COMMENT}" required></textarea>
<button>${say("csat.page.send_more")}</button></form>`;
  const low = isLow(scale, rating) ? `<p>${say("csat.page.low")}</p>` : "";
  return `<p role="status">${thanks}</p>${low}${words}<p><a href="?again=1">${say("csat.page.other")}</a></p>`;
}

const stopLink = (say: Say) => `<p class="quiet"><a href="?stop=1">${say("csat.page.stop")}</a></p>`;

/** Only what a person causes: events that scripts make are not trusted ones, and a driven browser says that it is. */
const script = (nonce: string) => `<script nonce="${nonce}">
(() => {
  if (navigator.webdriver) return;
  const form = document.getElementById("rate");
  const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel"];
  const send = (event) => {
    if (!event.isTrusted || document.visibilityState !== "visible") return;
    for (const sign of signs) removeEventListener(sign, send);
    form.requestSubmit();
  };
  for (const sign of signs) addEventListener(sign, send, { passive: true });
})();
</script>`;

function sayIn(language: ComposedLanguage, { form, shopName }: CsatPage): Say {
  return (key, { choice = "" } = {}) =>
    escaped(renderMessage(key, { language, pick: 0, values: { v: form, shop: shopName, choice } }));
}

const STYLE =
  "body{margin:0;background:#f6f6f7;color:#202223;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:34rem;margin:3rem auto;padding:1.5rem;background:#fff;border-radius:12px}" +
  "h1{font-size:1.25rem;margin:0 0 1rem;overflow-wrap:anywhere}p{margin:1rem 0;overflow-wrap:anywhere}" +
  "fieldset{border:0;margin:0;padding:0}legend{padding:0;margin:0 0 .5rem;font-weight:600}" +
  "label{display:block;padding:.5rem 0;cursor:pointer}" +
  "input[type=radio]{width:1.25rem;height:1.25rem;vertical-align:-.2rem;margin:0 .5rem 0 0;accent-color:#202223}" +
  "textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #6d7175;border-radius:8px}" +
  "button{font:inherit;margin-top:1rem;padding:.6rem 1.1rem;border:1px solid #202223;border-radius:8px;background:#202223;color:#fff;cursor:pointer}" +
  "a{color:#005bd3}.quiet{font-size:.875rem;margin-top:2rem}" +
  "button:focus-visible,input:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid #005bd3;outline-offset:2px}" +
  "@media(max-width:36rem){main{margin:0;min-height:100vh;box-sizing:border-box;border-radius:0}}";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
