import { lookup } from "node:dns/promises";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request } from "node:https";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { callableUrl, isPublicAddress } from "#app/lib/public-address.ts";
import type { CallWebhook, WebhookCall, WebhookOutcome } from "#app/ports.ts";

type Address = { address: string; family: number };

export type WebhookOptions = {
  /** All addresses of a name. */
  resolve?: (hostname: string) => Promise<Address[]>;
  isAllowed?: (address: string) => boolean;
  port?: number;
  /** Certificates that are trusted besides those that Node trusts. */
  ca?: string;
  deadline?: Duration;
};

/** Of a name with many addresses so many are tried. */
const MOST_ADDRESSES = 3;

/**
 * Calls an address that a shop named, and nothing that only we can reach: https alone, the name is looked up once, every address of it
 * has to be of the public internet, and the connection goes to the very address that was looked at, so that a name that answers
 * otherwise the next time changes nothing. No redirect is followed, no proxy and no cookie is used, and of the answer only its status is read.
 */
export function makeCallWebhook(options: WebhookOptions = {}): CallWebhook {
  const { resolve = resolveName, isAllowed = isPublicAddress, deadline = seconds(10) } = options;
  return async (call) => {
    const checked = callableUrl(call.url);
    if (checked.outcome === "refused") return { outcome: "forbidden", reason: checked.why };
    const { hostname } = checked.url;
    const signal = AbortSignal.timeout(deadline);
    const found = await looked(() => resolve(hostname.replace(/^\[|\]$/gu, "")), signal);
    if (found === null || found.length === 0) return { outcome: "unreachable", reason: "name_not_found" };
    // One that is not would be reached by whoever can choose which answer we get.
    if (!found.every(({ address }) => isAllowed(address)))
      return { outcome: "forbidden", reason: "not_public" };
    return callFirst(call, { url: checked.url, addresses: ordered(found), signal, options });
  };
}

const resolveName = (hostname: string): Promise<Address[]> => lookup(hostname, { all: true });

/** IPv4 first: not every network has the other. */
const ordered = (found: Address[]) =>
  found.toSorted((one, other) => one.family - other.family).slice(0, MOST_ADDRESSES);

async function looked(resolve: () => Promise<Address[]>, signal: AbortSignal): Promise<Address[] | null> {
  const late = Promise.withResolvers<null>();
  signal.addEventListener("abort", () => late.resolve(null), { once: true });
  return Promise.race([resolve().catch(() => null), late.promise]);
}

type Calling = { url: URL; addresses: Address[]; signal: AbortSignal; options: WebhookOptions };

/** The next address is tried only while nothing can have left. */
async function callFirst(call: WebhookCall, calling: Calling): Promise<WebhookOutcome> {
  let outcome: WebhookOutcome = { outcome: "unreachable", reason: "no_address" };
  for (const { address } of calling.addresses) {
    outcome = await post(call, { ...calling, address });
    if (outcome.outcome !== "unreachable" || calling.signal.aborted) break;
  }
  return outcome;
}

function post(call: WebhookCall, given: Calling & { address: string }): Promise<WebhookOutcome> {
  const { url, address, signal, options } = given;
  const isNumber = url.hostname === address || url.hostname === `[${address}]`;
  return new Promise((resolve) => {
    let begun = false;
    const body = Buffer.from(call.body, "utf8");
    const outgoing: ClientRequest = request({
      method: "POST",
      host: address,
      port: options.port ?? 443,
      path: `${url.pathname}${url.search}`,
      // What the certificate has to be for.
      ...(isNumber ? {} : { servername: url.hostname }),
      ...(options.ca ? { ca: options.ca } : {}),
      agent: false,
      signal,
      headers: {
        ...call.headers,
        Host: url.hostname,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": body.length,
        "User-Agent": "Attune",
        Connection: "close",
      },
    });
    outgoing.on("socket", (socket) => socket.once("secureConnect", () => (begun = true)));
    outgoing.on("response", (incoming: IncomingMessage) => {
      resolve(outcomeOf(incoming.statusCode ?? 0));
      incoming.on("error", () => undefined);
      incoming.destroy();
    });
    outgoing.on("error", (error: Error & { code?: string }) => {
      const reason = signal.aborted ? "timed_out" : (error.code ?? "failed");
      resolve(begun ? { outcome: "unknown", reason } : { outcome: "unreachable", reason });
    });
    outgoing.end(body);
  });
}

const LATER = new Set([408, 425, 429]);

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { outcome: "accepted", status };
  if (status >= 500 || LATER.has(status)) return { outcome: "deferred", status };
  return { outcome: "refused", status };
}
