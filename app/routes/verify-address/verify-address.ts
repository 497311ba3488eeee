import { logger } from "#app/lib/logger.server.ts";
import { confirmAddress } from "#app/shop/mail-check/confirm-address.server.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";
import { addressPage, type AddressPage } from "#app/words/address-page.ts";
import { provideCatalogues } from "#app/words/catalogues.server.ts";
import { sayFor } from "#app/words/catalogues.ts";

/** Who tries links out gets no further than this. */
const perVisitor = tokenBuckets({ burst: 30, perSecond: 1 });
const perShop = tokenBuckets({ burst: 60, perSecond: 2 });

type Given = { request: Request; params: Record<string, string | undefined> };

/** Reading the page changes nothing: programs open links before people do. */
export const loader = (given: Given): Promise<Response> => serve(given, "show");

export const action = (given: Given): Promise<Response> =>
  given.request.method === "POST"
    ? serve(given, "confirm")
    : Promise.resolve(answer(405, "", { Allow: "GET, POST" }));

async function serve({ request, params }: Given, act: "show" | "confirm"): Promise<Response> {
  const token = params["token"] ?? "";
  if (isTooMuch(request, token)) return answer(429, "", { "Retry-After": "60" });
  try {
    const found = await confirmAddress({ now: () => new Date() }, token, act);
    if (found.outcome === "not_found") return page(404, "en", { shows: "broken" });
    const { state, shopName, address, language } = found;
    return page(200, language, { shows: state, shopName, address });
  } catch (error) {
    logger.error({ err: error }, "a sending address could not be confirmed");
    return answer(503, "", { "Retry-After": "60" });
  }
}

function isTooMuch(request: Request, token: string): boolean {
  const now = new Date();
  const visitor = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  const taken = [perShop(token.split(".")[0] ?? "", now), ...(visitor ? [perVisitor(visitor, now)] : [])];
  return taken.some(({ outcome }) => outcome === "limited");
}

function page(status: number, language: string, shown: AddressPage): Response {
  provideCatalogues();
  const say = sayFor(language);
  return answer(status, addressPage(say, shown), {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": say.tag,
  });
}

const answer = (status: number, body: string, headers: Record<string, string>) =>
  new Response(body, {
    status,
    headers: {
      "Cache-Control": "no-store",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      // The address is the key: it goes to nobody else, and into no index.
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex, nofollow",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
