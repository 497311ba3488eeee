import type { Fact } from "#app/care/draft/draft.ts";
import { returnWindow } from "#app/care/draft/facts/return-window.ts";
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
/** The refund policy's link and the days it gives for a return, when they are plain. Policies are public. */
export function policyFacts(
  policies: DraftPolicy[],
  { intents, now }: { intents: readonly Intent[]; now: Date },
): { facts: Fact[]; link: string | null; window: string | null } {
  const policy = intents.some((intent) => ABOUT_RETURNS.has(intent))
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
  const days = returnWindow(policy.body);
  if (days !== null)
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
