/** An answer of the domain name system: the records of one name and type. `none`: it says that there are none. */
export type DnsAnswer =
  { outcome: "found"; records: string[] } | { outcome: "none" } | { outcome: "unavailable" };

export type LookUp = (name: string, type: "TXT" | "CNAME") => Promise<DnsAnswer>;

/** What has to stand in a domain so that mail from it by the deployment's mail service is believed. Null, empty: nobody said. */
export type MailService = {
  /** `_spf.mail.example`: whose record names the servers that send. */
  spfInclude: string | null;
  /** The keys it signs with: a name in the domain leads to a name of the service. */
  dkim: readonly { selector: string; target: string }[];
};

export type RecordState =
  | "ok"
  | "missing"
  | "wrong"
  /** Nobody answered, or not in time. */
  | "unknown"
  /** The deployment does not say what is wanted. */
  | "unset";

export type MailRecord = {
  what: "spf" | "dkim" | "dmarc";
  state: RecordState;
  /** Of a wrong one. */
  why?: "several" | "not_included" | "too_many_lookups" | "elsewhere" | "no_policy";
  /** What to paste where. Empty where nothing is wanted. */
  name: string;
  type: "TXT" | "CNAME";
  value: string;
  /** What stands there now. */
  found: string[];
};

/** RFC 7208 section 4.6.4. */
const MOST_LOOKUPS = 10;

/** Looks up what a domain says of mail from it. Only names of the domain and those that its records name are asked for. */
export async function checkMailRecords(
  lookUp: LookUp,
  given: { domain: string; registrable: string | null; service: MailService },
): Promise<MailRecord[]> {
  const { domain, registrable, service } = given;
  return Promise.all([
    checkSpf(lookUp, domain, service.spfInclude),
    ...service.dkim.map((key) => checkDkim(lookUp, domain, key)),
    ...(service.dkim.length === 0 ? [Promise.resolve(unsetDkim(domain))] : []),
    checkDmarc(lookUp, domain, registrable),
  ]);
}

const isSpf = (record: string) => /^v=spf1(?:\s|$)/iu.test(record.trim());

async function checkSpf(lookUp: LookUp, domain: string, include: string | null): Promise<MailRecord> {
  const about = { what: "spf", name: domain, type: "TXT" } as const;
  const answer = await lookUp(domain, "TXT");
  if (answer.outcome === "unavailable")
    return { ...about, state: "unknown", value: wantedSpf([], include), found: [] };
  const found = answer.outcome === "found" ? answer.records.filter(isSpf) : [];
  const value = wantedSpf(found, include);
  const shown = { ...about, value, found };
  if (found.length > 1) return { ...shown, state: "wrong", why: "several" };
  if (include === null) return { ...shown, state: "unset" };
  const [record] = found;
  if (record === undefined) return { ...shown, state: "missing" };
  const walked = await walkSpf(lookUp, record, include);
  switch (walked) {
    case "included":
      return { ...shown, state: "ok" };
    case "not_included":
    case "too_many_lookups":
      return { ...shown, state: "wrong", why: walked };
    case "unavailable":
      return { ...shown, state: "unknown" };
  }
}

/** The record as it has to be: what stands there, and the service before the rule for everybody else. */
function wantedSpf(found: readonly string[], include: string | null): string {
  if (include === null) return "";
  const mechanism = `include:${include}`;
  const terms = [...new Set(found.flatMap((record) => record.trim().split(/\s+/u).slice(1)))];
  const others = terms.filter((term) => term.toLowerCase() !== mechanism.toLowerCase());
  const last = others.findIndex((term) => /^(?:[-~?+]?all|redirect=)/iu.test(term));
  const before = last < 0 ? others : others.slice(0, last);
  const end = last < 0 ? "~all" : (others[last] ?? "~all");
  return ["v=spf1", ...before, mechanism, end].join(" ");
}

/** Whether a record includes the service, itself or by one that it includes: within as many lookups as receivers make. */
async function walkSpf(
  lookUp: LookUp,
  record: string,
  include: string,
): Promise<"included" | "not_included" | "too_many_lookups" | "unavailable"> {
  let lookups = 0;
  let isIncluded = false;
  const pending = [record];
  const seen = new Set<string>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const term of next.trim().split(/\s+/u).slice(1)) {
      const [, kind, target = ""] =
        /^[-~?+]?(include:|redirect=|exists:|a(?=[:/]|$)|mx(?=[:/]|$)|ptr(?=:|$))(.*)$/iu.exec(term) ?? [];
      if (!kind) continue;
      lookups += 1;
      if (lookups > MOST_LOOKUPS) return "too_many_lookups";
      const name = target.toLowerCase().replace(/\.$/u, "");
      if (!/^(?:include:|redirect=)$/iu.test(kind) || seen.has(name)) continue;
      seen.add(name);
      if (name === include.toLowerCase()) isIncluded = true;
      if (!isHostName(name)) continue;
      const answer = await lookUp(name, "TXT");
      if (answer.outcome === "unavailable" && !isIncluded) return "unavailable";
      if (answer.outcome === "found") pending.push(...answer.records.filter(isSpf).slice(0, 1));
    }
  }
  return isIncluded ? "included" : "not_included";
}

async function checkDkim(
  lookUp: LookUp,
  domain: string,
  { selector, target }: { selector: string; target: string },
): Promise<MailRecord> {
  const name = `${selector}._domainkey.${domain}`;
  const shown = { what: "dkim", name, type: "CNAME", value: target } as const;
  const answer = await lookUp(name, "CNAME");
  if (answer.outcome === "unavailable") return { ...shown, state: "unknown", found: [] };
  if (answer.outcome === "found") {
    const isOurs = answer.records.some((record) => bare(record) === bare(target));
    const { records: found } = answer;
    return isOurs ? { ...shown, state: "ok", found } : { ...shown, state: "wrong", why: "elsewhere", found };
  }
  // Some providers answer with what the name leads to.
  const [own, theirs] = await Promise.all([lookUp(name, "TXT"), lookUp(target, "TXT")]);
  if (own.outcome === "unavailable") return { ...shown, state: "unknown", found: [] };
  if (own.outcome === "none") return { ...shown, state: "missing", found: [] };
  const key = theirs.outcome === "found" ? theirs.records.map(keyOf) : [];
  const isOurs = own.records.some((record) => key.includes(keyOf(record)) && keyOf(record) !== "");
  return isOurs
    ? { ...shown, state: "ok", found: own.records }
    : { ...shown, state: "wrong", why: "elsewhere", found: own.records };
}

const unsetDkim = (domain: string): MailRecord => ({
  ...{ what: "dkim", state: "unset", name: `_domainkey.${domain}`, type: "CNAME", value: "", found: [] },
});

async function checkDmarc(lookUp: LookUp, domain: string, registrable: string | null): Promise<MailRecord> {
  const name = `_dmarc.${domain}`;
  const shown = { what: "dmarc", name, type: "TXT", value: "v=DMARC1; p=none" } as const;
  const names = [name, ...(registrable && registrable !== domain ? [`_dmarc.${registrable}`] : [])];
  // RFC 7489 section 6.6.3: a domain without one is covered by that of its organisation.
  for (const one of names) {
    const answer = await lookUp(one, "TXT");
    if (answer.outcome === "unavailable") return { ...shown, state: "unknown", found: [] };
    const found =
      answer.outcome === "found" ? answer.records.filter((record) => /^v=DMARC1\b/u.test(record.trim())) : [];
    if (found.length > 1) return { ...shown, state: "wrong", why: "several", found };
    const [record] = found;
    if (record === undefined) continue;
    const policy = /;\s*p\s*=\s*(?:none|quarantine|reject)\s*(?:;|$)/iu.test(record);
    return policy ? { ...shown, state: "ok", found } : { ...shown, state: "wrong", why: "no_policy", found };
  }
  return { ...shown, state: "missing", found: [] };
}

/** Letters, digits and hyphens between dots; SPF's macros are none. */
export const isHostName = (name: string): boolean =>
  name.length <= 253 &&
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u.test(name);

const bare = (name: string) => name.trim().toLowerCase().replace(/\.$/u, "");
const keyOf = (record: string) => /\bp=([A-Za-z0-9+/=\s]*)/u.exec(record)?.[1]?.replaceAll(/\s/gu, "") ?? "";
