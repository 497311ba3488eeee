import { logger } from "#app/lib/logger.server.ts";
import { publicAnswer } from "#app/lib/public-page.ts";
import { linkLimit } from "#app/shop/link-limit.ts";
import { confirmAddress } from "#app/shop/mail-check/confirm-address.server.ts";
import { addressPage, type AddressPage } from "#app/words/address-page.ts";
import { provideCatalogues } from "#app/words/catalogues.server.ts";
import { sayFor } from "#app/words/catalogues.ts";

const isTooMuch = linkLimit({
  perVisitor: { burst: 30, perSecond: 1 },
  perShop: { burst: 60, perSecond: 2 },
});

type Given = { request: Request; params: Record<string, string | undefined> };

/** Reading the page changes nothing: programs open links before people do. */
export const loader = (given: Given): Promise<Response> => serve(given, "show");

export const action = (given: Given): Promise<Response> =>
  given.request.method === "POST"
    ? serve(given, "confirm")
    : Promise.resolve(publicAnswer(405, "", { headers: { Allow: "GET, POST" } }));

async function serve({ request, params }: Given, act: "show" | "confirm"): Promise<Response> {
  const token = params["token"] ?? "";
  if (isTooMuch(request, token)) return publicAnswer(429, "", { headers: { "Retry-After": "60" } });
  try {
    const found = await confirmAddress({ now: () => new Date() }, token, act);
    if (found.outcome === "not_found") return page(404, "en", { shows: "broken" });
    const { state, shopName, address, language } = found;
    return page(200, language, { shows: state, shopName, address });
  } catch (error) {
    logger.error({ err: error }, "a sending address could not be confirmed");
    return publicAnswer(503, "", { headers: { "Retry-After": "60" } });
  }
}

function page(status: number, language: string, shown: AddressPage): Response {
  provideCatalogues();
  const say = sayFor(language);
  return publicAnswer(status, addressPage(say, shown), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Language": say.tag },
  });
}
