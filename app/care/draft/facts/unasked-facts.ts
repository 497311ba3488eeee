import type { FactInput } from "#app/care/draft/build-facts.ts";
import type { Fact } from "#app/care/draft/draft.ts";
import { issueFacts, type IssueSheet } from "#app/care/draft/facts/issue-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { raisedFacts, type RaisedSheet } from "#app/care/draft/facts/raised-facts.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";

/** What our own message told before they wrote, as the plan reads it. */
export type ToldSheet = {
  /** The fact that says when. */
  on: string;
  /** Facts that it told and that say the same now. */
  same: ReadonlySet<string>;
};

type Orders = {
  /** Those that are shown to be the shopper's: what they are about, and with them what has to be told besides. */
  meant: OrderSheet[];
  all: OrderSheet[];
  records: DraftOrder[];
  facts: Fact[];
};

/** What nobody asked and a message tells, or told before: promises and falsehoods, an order problem, what we wrote first. */
export function unaskedFacts(
  input: FactInput,
  { format, orders }: { format: Format; orders: Orders },
): { facts: Fact[]; raised: RaisedSheet; issue: IssueSheet | null; told: ToldSheet | null } {
  const { now } = input;
  const raised = raisedFacts(input.raised ?? { promises: [], claims: [] }, {
    ...{ format, orders: orders.all, proof: input.writer.proof, observedAt: now },
  });
  const issue =
    input.issue && issueFacts(input.issue, { format, orders: orders.meant, records: orders.records, now });
  const first = wroteFirst(input, format);
  const known = new Set(raised.facts.map(({ id }) => id));
  return {
    facts: [
      ...raised.facts,
      ...promiseFacts(input).filter(({ id }) => !known.has(id)),
      ...(issue?.facts ?? []),
      ...(first ? [first] : []),
    ],
    raised: raised.sheet,
    issue: issue?.sheet ?? null,
    told: first ? { on: first.id, same: unchanged(input, orders.facts) } : null,
  };
}

function wroteFirst({ wroteFirst: first, now }: FactInput, format: Format): Fact | null {
  if (!first) return null;
  const at = first.at.toISOString();
  return {
    id: `told:${first.id}:on`,
    label: "We wrote to them on",
    value: formatDate(at, format),
    kind: "date",
    raw: localDay(at, format.timeZone),
    source: { entity: "message", id: first.id, field: "at" },
    observedAt: now.toISOString(),
    needs: "address_match",
  };
}

function unchanged({ wroteFirst: first }: FactInput, facts: readonly Fact[]): Set<string> {
  const told = new Map(first?.told.map(({ id, raw }) => [id, raw]));
  return new Set(facts.filter(({ id, raw }) => told.get(id) === raw).map(({ id }) => id));
}

function promiseFacts({ promises, now }: FactInput): Fact[] {
  return promises.map(({ id, text }) => ({
    id: `promise:${id}:text`,
    label: "Promised earlier",
    value: text,
    kind: "text",
    raw: text,
    source: { entity: "promise", id, field: "text" },
    observedAt: now.toISOString(),
    needs: "address_match",
  }));
}
