import { logger } from "#app/lib/logger.server.ts";
import { unsubscribe } from "#app/conversation/unsubscribe.server.ts";
import { unsubscribePage, type UnsubscribePage } from "#app/conversation/unsubscribe-page.ts";
import { acceptedLanguages, languageOf } from "#app/conversation/unsubscribe-words.ts";
import { publicAnswer } from "#app/lib/public-page.ts";
import { linkLimit } from "#app/shop/link-limit.ts";

/** A mail provider takes many people's clicks from one address. */
const isTooMuch = linkLimit({
  perVisitor: { burst: 60, perSecond: 2 },
  perShop: { burst: 300, perSecond: 30 },
});

type Given = { request: Request; params: Record<string, string | undefined> };

/** Reading the page changes nothing: programs open links before people do. */
export const loader = (given: Given): Promise<Response> => serve(given, "show");

/**
 * One POST stops the messages: the page's button, and the mail program's one click (RFC 8058 section 3.2), which brings no cookie, follows
 * no redirect and whose body says nothing that its address does not.
 */
export const action = (given: Given): Promise<Response> => {
  if (given.request.method !== "POST")
    return Promise.resolve(publicAnswer(405, "", { headers: { Allow: "GET, POST" } }));
  const { searchParams } = new URL(given.request.url);
  return serve(given, searchParams.has("resume") ? "resume" : "stop");
};

async function serve({ request, params }: Given, act: "show" | "stop" | "resume"): Promise<Response> {
  const token = params["token"] ?? "";
  const asked = acceptedLanguages(request.headers.get("accept-language"));
  if (isTooMuch(request, token)) return publicAnswer(429, "", { headers: { "Retry-After": "60" } });
  try {
    const found = await unsubscribe(token, act);
    if (found.outcome === "not_found")
      return page(404, { shows: "broken", shopName: "", form: "formal", language: languageOf(asked) });
    const language = languageOf([...found.languages, ...asked]);
    const after = act === "resume" ? "resumed" : "ask";
    const { shopName, form } = found;
    return page(200, { shows: found.stopped ? "stopped" : after, shopName, form, language });
  } catch (error) {
    logger.error({ err: error }, "an unsubscription could not be served");
    return publicAnswer(503, "", { headers: { "Retry-After": "60" } });
  }
}

const page = (status: number, given: UnsubscribePage) =>
  publicAnswer(status, unsubscribePage(given), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Language": given.language },
  });
