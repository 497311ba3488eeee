import type { Fact } from "#app/care/draft/draft.ts";
import type { Intent } from "#app/care/understand/reading.ts";

export type DraftPolicy = {
  type: string;
  title: string;
  body: string;
  url?: string | null | undefined;
  updatedAt?: string | Date | undefined;
  mirroredAt?: string | null | undefined;
};

const ABOUT_RETURNS: ReadonlySet<Intent> = new Set([
  "return",
  "refund",
  "wrong_or_damaged_item",
  "cancel",
  "change_order",
]);
const RETURNING =
  /\b(?:return|send back|r[üu]ckgab|r[üu]cksend|zur[üu]ck|widerruf|retour|renvo|devol|rückversand)/iu;
const DAYS =
  /\b(\d{1,3})[\s\u00a0-]*(?:calendar |business |working )?(?:days?|tagen?|jours|días|dias|giorni|dagen)\b/giu;

/** The refund policy's link and, when it names exactly one, its number of days. Policies are public. */
export function policyFacts(
  policies: DraftPolicy[],
  { intent, now }: { intent: Intent; now: Date },
): { facts: Fact[]; link: string | null; window: string | null } {
  const policy = ABOUT_RETURNS.has(intent)
    ? policies.find(({ type }) => type === "REFUND_POLICY")
    : undefined;
  if (!policy) return { facts: [], link: null, window: null };
  const base = {
    observedAt: new Date(policy.mirroredAt ?? policy.updatedAt ?? now).toISOString(),
    needs: "none" as const,
  };
  const source = (field: string) => ({ entity: "policy", id: policy.type, field });
  const facts: Fact[] = [];
  if (policy.url && /^https:\/\//u.test(policy.url))
    facts.push({
      id: `policy:${policy.type}:url`,
      label: `${policy.title} (link)`,
      value: policy.url,
      kind: "link",
      raw: policy.url,
      source: source("url"),
      ...base,
    });
  const found = [...policy.body.matchAll(DAYS)];
  const windows = new Set(found.map((match) => match[1] ?? ""));
  const aboutReturning = found.some(({ index }) =>
    RETURNING.test(policy.body.slice(Math.max(index - 120, 0), index + 60)),
  );
  const [days] = windows;
  // Two different numbers of days (withdrawal and refund, say) are a person's to tell apart.
  if (days && windows.size === 1 && aboutReturning)
    facts.push({
      id: `policy:${policy.type}:days`,
      label: `${policy.title}: days`,
      value: days,
      kind: "number",
      raw: days,
      source: source("body"),
      ...base,
    });
  const known = (field: string) =>
    facts.find(({ id }) => id === `policy:${policy.type}:${field}`)?.id ?? null;
  return { facts, link: known("url"), window: known("days") };
}
