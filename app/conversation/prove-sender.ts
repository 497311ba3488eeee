import type { IdentityProof } from "#app/conversation/message-content.ts";
import type { MailHeader } from "#app/conversation/parsed-mail.ts";

export type SenderEvidence = {
  headers: readonly MailHeader[];
  /** Every address in From. */
  from: readonly string[];
  /** Whose Authentication-Results are believed (INBOUND_AUTHSERV_ID); null: nobody's. */
  authservId: string | null;
  /** Whether a customer or an order of the shop has the writer's address. */
  addressKnown: boolean;
};

/**
 * Whose Authentication-Results a mail may carry. Only the provider's server, which strips forged ones, stands before the HTTP
 * door; our own listener takes mail from anyone, header and all, so that there nobody is believed.
 */
export function believedServer(
  { door }: { door?: "provider" | "listener" | undefined },
  authservId: string | undefined,
): string | null {
  return door === "provider" ? (authservId ?? null) : null;
}

type Result = { method: string; result: string; properties: Map<string, string> };

/**
 * What a mail proves about its writer. From alone can be typed by anyone: it is a match of addresses at most. A trusted mail
 * server's word that DMARC, or an aligned DKIM or SPF, passed makes it verified; its word that they failed leaves nothing.
 * An address the shop does not know proves nothing about anybody's order.
 */
export function proveSender(
  evidence: SenderEvidence,
): Extract<IdentityProof, "none" | "address_match" | "verified_mail"> {
  const [from] = evidence.from;
  if (!from || evidence.from.length !== 1 || !evidence.addressKnown) return "none";
  const results = trustedResults(evidence.headers, evidence.authservId);
  if (!results) return "address_match";
  return judge(results, domainOf(from));
}

function judge(results: Result[], domain: string): "none" | "address_match" | "verified_mail" {
  const dmarc = results.find((result) => result.method === "dmarc");
  const dmarcDomain = dmarc?.properties.get("header.from");
  if (dmarc?.result === "pass")
    return !dmarcDomain || aligned(dmarcDomain, domain) ? "verified_mail" : "none";
  if (dmarc?.result === "fail") return "none";
  const passes = results.some((result) => result.result === "pass" && aligned(provenDomain(result), domain));
  if (passes) return "verified_mail";
  const failed = results.some(
    (result) => (result.method === "dkim" || result.method === "spf") && /fail|policy/.test(result.result),
  );
  return failed ? "none" : "address_match";
}

function provenDomain({ method, properties }: Result): string {
  if (method === "dkim") return properties.get("header.d") ?? domainOf(properties.get("header.i") ?? "");
  if (method === "spf") return domainOf(properties.get("smtp.mailfrom") ?? "");
  return "";
}

/** Relaxed alignment (RFC 7489 section 3.1) without a list of public suffixes: equal, or one below the other. */
function aligned(proven: string, domain: string): boolean {
  const [one, other] = [proven.toLowerCase(), domain.toLowerCase()];
  if (!one.includes(".") || !other.includes(".")) return false;
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/**
 * The topmost Authentication-Results of the trusted server (RFC 8601 section 5: it removes forged ones, and adds its own
 * above what came with the mail). Null when there is none.
 */
function trustedResults(headers: readonly MailHeader[], authservId: string | null): Result[] | null {
  if (!authservId) return null;
  const top = headers.find((header) => header.name === "authentication-results");
  if (!top) return null;
  const [id, ...results] = withoutComments(top.value).split(";");
  const [server] = (id ?? "").trim().split(/\s+/);
  if (server?.toLowerCase() !== authservId.toLowerCase()) return null;
  return results.flatMap(readResult);
}

function readResult(text: string): Result[] {
  const [first, ...rest] = text.trim().split(/\s+/);
  const match = /^([a-z0-9-]+)(?:\/\d+)?=([a-z]+)$/i.exec(first ?? "");
  if (!match) return [];
  const properties = new Map<string, string>();
  for (const pair of rest) {
    const equals = pair.indexOf("=");
    if (equals > 0)
      properties.set(pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1).replace(/^"|"$/g, ""));
  }
  return [{ method: (match[1] ?? "").toLowerCase(), result: (match[2] ?? "").toLowerCase(), properties }];
}

function withoutComments(value: string): string {
  let text = "";
  let depth = 0;
  for (const char of value) {
    if (char === "(") depth += 1;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) text += char;
  }
  return text;
}
