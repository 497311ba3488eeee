import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { trustedResults, type AuthenticationResult } from "#app/conversation/authentication-results.ts";
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

function judge(results: AuthenticationResult[], domain: string): "none" | "address_match" | "verified_mail" {
  const dmarc = results.filter(({ method }) => method === "dmarc");
  if (dmarc.some(({ result }) => result === "fail")) return "none";
  const passed = dmarc.find(({ result }) => result === "pass");
  if (passed) {
    // DMARC is about the very domain of From; a result about another one was not made for this mail.
    const about = passed.properties.get("header.from");
    return about === undefined || domainOf(about) === domain ? "verified_mail" : "none";
  }
  const passes = results.some((result) => result.result === "pass" && aligned(provenDomain(result), domain));
  if (passes) return "verified_mail";
  const failed = results.some(
    ({ method, result }) => (method === "dkim" || method === "spf") && /fail|policy/u.test(result),
  );
  return failed ? "none" : "address_match";
}

function provenDomain({ method, properties }: AuthenticationResult): string {
  if (method === "dkim") return domainOf(properties.get("header.d") ?? properties.get("header.i") ?? "");
  if (method === "spf") return domainOf(properties.get("smtp.mailfrom") ?? "");
  return "";
}

/**
 * Relaxed alignment (RFC 7489 section 3.1): one organisation's domains. Under a public suffix (`co.uk`, `github.io`) everybody is
 * an organisation of their own, and the suffix itself is nobody's.
 */
function aligned(proven: string, domain: string): boolean {
  const organisation = (name: string) => getDomain(name, { allowPrivateDomains: true });
  const own = organisation(domain);
  return own !== null && organisation(proven) === own;
}

/** The domain of an address, or the domain itself; in ASCII, so that a name and its punycode are one. Empty when it is none. */
function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1).replace(/\.$/u, "");
  return /^[\p{L}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain) : "";
}
