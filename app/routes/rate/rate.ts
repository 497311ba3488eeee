import { randomBytes } from "node:crypto";
import { answerCsat, type CsatAct, type CsatAnswered } from "#app/care/review/answer-csat.server.ts";
import { csatPage, type CsatPage } from "#app/care/review/csat-page.ts";
import { csatChoices } from "#app/care/review/csat-choices.ts";
import { acceptedLanguages, languageOf } from "#app/conversation/unsubscribe-words.ts";
import { logger } from "#app/lib/logger.server.ts";
import { publicAnswer } from "#app/lib/public-page.ts";
import { readBytes } from "#app/routes/api/read-bytes.ts";
import { linkLimit } from "#app/shop/link-limit.ts";

/** A mail provider takes many people's clicks from one address. */
const isTooMuch = linkLimit({
  perVisitor: { burst: 60, perSecond: 2 },
  perShop: { burst: 300, perSecond: 30 },
});
/** A comment with all that a form puts around it. */
const LARGEST_FORM = 16 * 1024;

type Given = { request: Request; params: Record<string, string | undefined> };

/** Reading the page notes nothing: programs open links before people do. */
export const loader = (given: Given): Promise<Response> =>
  serve(given, () => Promise.resolve({ act: "show" }));

/** The answer, the words that may come after it, and the way to be asked no more (RFC 8058: without a page before it). */
export const action = (given: Given): Promise<Response> => {
  if (given.request.method !== "POST")
    return Promise.resolve(publicAnswer(405, "", { headers: { Allow: "GET, POST" } }));
  return serve(given, () => actOf(given.request));
};

async function serve({ request, params }: Given, actOf: () => Promise<CsatAct | null>): Promise<Response> {
  const token = params["token"] ?? "";
  if (isTooMuch(request, token)) return publicAnswer(429, "", { headers: { "Retry-After": "60" } });
  try {
    const given = await actOf();
    if (!given) return publicAnswer(413, "", { headers: {} });
    const found = await answerCsat({ now: () => new Date() }, token, given);
    const nonce = randomBytes(16).toString("base64");
    const language = languageOf(acceptedLanguages(request.headers.get("accept-language")));
    if (found.outcome === "not_found")
      return page(404, { shows: "broken", shopName: "", form: "formal", language, nonce });
    return page(200, pageOf(found, { given, query: new URL(request.url).searchParams, nonce }));
  } catch (error) {
    logger.error({ err: error }, "a question could not be answered");
    return publicAnswer(503, "", { headers: { "Retry-After": "60" } });
  }
}

/** Null where there is more of it than a form has. */
async function actOf(request: Request): Promise<CsatAct | null> {
  const query = new URL(request.url).searchParams;
  if (query.has("stop")) return { act: "stop" };
  const body = await readBytes(request, LARGEST_FORM);
  if (!body) return null;
  const form = new URLSearchParams(new TextDecoder().decode(body));
  if (query.has("more")) return { act: "comment", text: form.get("comment") ?? "" };
  return { act: "rate", answer: Number(form.get("answer") ?? Number.NaN) };
}

type Known = Extract<CsatAnswered, { outcome: "known" }>;

function pageOf(
  { language, form, shopName, scale, rating, commented, stopped, over }: Known,
  { given, query, nonce }: { given: CsatAct; query: URLSearchParams; nonce: string },
): CsatPage {
  const about = { language, form, shopName, nonce };
  if (query.has("stop")) return { ...about, shows: given.act === "stop" && stopped ? "stopped" : "stop" };
  if (over) return { ...about, shows: "over" };
  const asked = Number(query.get("a") ?? Number.NaN);
  const chosen = csatChoices(scale).some((one) => one.answer === asked) ? asked : null;
  // Another link of the same mail: what they chose last counts.
  const changes = given.act === "show" && (query.has("again") || (chosen !== null && chosen !== rating));
  if (rating !== null && !changes) return { ...about, shows: "noted", scale, rating, commented };
  return { ...about, shows: "ask", scale, chosen: chosen ?? rating, byItself: chosen !== null };
}

const page = (status: number, given: CsatPage) =>
  publicAnswer(status, csatPage(given), {
    nonce: given.nonce,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Language": given.language },
  });
