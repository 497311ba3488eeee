import {
  composedLanguage,
  renderMessage,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import { csatChoices, isLow, type CsatScale } from "#app/care/review/csat-choices.ts";
import { LONGEST_COMMENT } from "#app/care/review/csat-content.ts";
import { escaped, publicPage } from "#app/lib/public-page.ts";

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
  return publicPage({ language, title: say("csat.page.title"), body: bodyOf(page, say), style: STYLE });
}

/** Its words as they stand in HTML. */
const inHtml =
  (say: Say): Say =>
  (key, values) =>
    escaped(say(key, values));

function bodyOf(page: CsatPage, plain: Say): string {
  const say = inHtml(plain);
  switch (page.shows) {
    case "broken":
      return `<p>${say("csat.page.broken")}</p>`;
    case "over":
      return `<p>${say("csat.page.over")}</p>${stopLink(say)}`;
    case "ask":
      return `${askForm(page, say)}${stopLink(say)}${page.byItself ? script(page.nonce) : ""}`;
    case "noted":
      return noted(page, plain);
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
  plain: Say,
): string {
  const say = inHtml(plain);
  const says = csatChoices(scale).find(({ answer }) => answer === rating)?.says;
  const thanks = say("csat.page.thanks", { choice: says ? plain(says) : String(rating) });
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
    renderMessage(key, { language, pick: 0, values: { v: form, shop: shopName, choice } });
}

const STYLE =
  "fieldset{border:0;margin:0;padding:0}legend{padding:0;margin:0 0 .5rem;font-weight:600}" +
  "label{display:block;padding:.5rem 0;cursor:pointer}" +
  "input[type=radio]{width:1.25rem;height:1.25rem;vertical-align:-.2rem;margin:0 .5rem 0 0;accent-color:#202223}" +
  "textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #6d7175;border-radius:8px}" +
  "p{margin:1rem 0}button{margin-top:1rem}a{color:#005bd3}.quiet{font-size:.875rem;margin-top:2rem}" +
  "input:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid #005bd3;outline-offset:2px}";
