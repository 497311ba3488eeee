import { Session } from "@shopify/shopify-api";
import { sessionStorage } from "#app/adapters/session-storage.server.ts";
import { sessionToken } from "#tests/factories/session-token.ts";

/** The shop's offline session, as the first visit stores it: nobody has to ask Shopify for one. */
export async function keepSession(domain: string): Promise<void> {
  await sessionStorage.storeSession(
    new Session({
      ...{ id: `offline_${domain}`, shop: domain, state: "", isOnline: false, scope: "read_orders" },
      ...{ accessToken: "shpat_test", expires: new Date(Date.now() + 3_600_000) },
    }),
  );
}

type Door = (given: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => Promise<unknown>;

/** Calls a screen's loader or action as Remix does for a member of staff; what is thrown as a Response is answered, too. */
export async function openDoor(
  door: Door,
  given: { shop: string; staff: string; form?: Record<string, string>; json?: unknown; query?: string },
): Promise<{ status: number; body: unknown }> {
  const { shop, staff, form, json, query = "" } = given;
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const request = new Request(`https://app.example.test/screen${query}`, {
    method: body === null ? "GET" : "POST",
    headers: {
      Authorization: `Bearer ${sessionToken(shop, { sub: staff })}`,
      "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36",
    },
    ...(body === null ? {} : { body }),
  });
  try {
    const answer = await door({ request, params: { id: "none", ref: "none" }, context: {} });
    if (answer instanceof Response) return { status: answer.status, body: await answer.text() };
    return { status: 200, body: answer };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    const isJson = thrown.headers.get("content-type")?.includes("json") ?? false;
    return { status: thrown.status, body: isJson ? await thrown.json() : await thrown.text() };
  }
}
