import type { Fact, Raises } from "#app/care/draft/draft.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import {
  quoteOf,
  raisesOf,
  type Raised,
  type RaisedClaim,
  type RaisedPromise,
} from "#app/care/draft/raised.ts";
import { proves } from "#app/care/understand/prove-orders.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

/** A promise as the plan reads it, and which facts say so. `order`: the order it is about, when it is about one. */
export type PromiseSheet = Pick<RaisedPromise, "kind" | "broken"> & {
  raises: Raises;
  order: OrderSheet | null;
  ids: { said: string; on: string; due: string; state: string };
};
/** What was told of an order and is not so: `keys` say which of its facts. */
export type ClaimSheet = {
  raises: Raises;
  order: OrderSheet;
  keys: string[];
  /** It was told of another parcel than the one that the order's facts are of. */
  ofOtherParcel: boolean;
  ids: { said: string[]; on: string };
};
export type RaisedSheet = { promises: PromiseSheet[]; claims: ClaimSheet[] };

type About = { format: Format; orders: readonly OrderSheet[]; proof: IdentityProof; observedAt: Date };

/**
 * What has to be told unasked, as facts: the words that were sent, when, and for which day. Only to somebody who is shown to own the
 * order it is about; what cannot be quoted is a person's to tell.
 */
export function raisedFacts(raised: Raised, about: About): { facts: Fact[]; sheet: RaisedSheet } {
  const promises = raised.promises.flatMap((one) => promiseFacts(one, about));
  const claims = raised.claims.flatMap((one) => claimFacts(one, about));
  return {
    facts: [...claims, ...promises].flatMap(({ facts }) => facts),
    sheet: { promises: promises.map(({ sheet }) => sheet), claims: claims.map(({ sheet }) => sheet) },
  };
}

function promiseFacts(one: RaisedPromise, { format, orders, proof, observedAt }: About) {
  const order = orders.find(({ orderId }) => orderId === one.orderId) ?? null;
  const said = quoteOf(one.text);
  const isShown = one.orderId === null ? proves(proof, "address_match") : order !== null;
  if (said === null || !isShown) return [];
  const fact = makeFact({ entity: "promise", id: one.id }, { order, observedAt });
  const facts = [
    fact({ key: "text", label: "Promised earlier", field: "text" }, { value: said, kind: "text", raw: said }),
    fact({ key: "madeAt", label: "Promised on", field: "madeAt" }, dayOf(one.madeAt, format)),
    fact({ key: "dueAt", label: "Promised for", field: "dueAt" }, dayOf(one.dueAt, format)),
    fact(
      { key: "state", label: "Promise", field: "state" },
      {
        value: one.broken ? "not kept" : "not kept yet",
        kind: "status",
        raw: one.broken ? "broken" : "open",
      },
    ),
  ];
  const id = (key: string) => `promise:${one.id}:${key}`;
  const ids = { said: id("text"), on: id("madeAt"), due: id("dueAt"), state: id("state") };
  const [raises] = raisesOf({ promises: [one], claims: [] });
  return raises ? [{ facts, sheet: { raises, kind: one.kind, broken: one.broken, order, ids } }] : [];
}

function claimFacts(one: RaisedClaim, { format, orders, observedAt }: About) {
  const order = orders.find(({ orderId }) => orderId === one.orderId);
  if (!order) return [];
  // A sentence that told several things is quoted once.
  const quotes = [
    ...new Set(one.facts.flatMap(({ sentence, said }) => quoteOf(sentence) ?? quoteOf(said) ?? [])),
  ];
  if (quotes.length === 0) return [];
  const fact = makeFact(
    { entity: "message", id: one.messageId },
    { order, observedAt, prefix: `claim:${one.id}` },
  );
  const facts = [
    fact({ key: "sentAt", label: "Told on", field: "at" }, dayOf(one.sentAt, format)),
    ...quotes.map((said, at) =>
      fact(
        { key: `said${at}`, label: "Told, and not so any more", field: "text" },
        { value: said, kind: "text", raw: said },
      ),
    ),
  ];
  const keys = one.facts.map(({ factId }) => factId.slice(factId.lastIndexOf(":") + 1));
  const ids = { said: quotes.map((_said, at) => `claim:${one.id}:said${at}`), on: `claim:${one.id}:sentAt` };
  const [raises] = raisesOf({ promises: [], claims: [one] });
  const ofOtherParcel = one.facts.some(
    ({ factId }) =>
      factId.startsWith("fulfillment:") && !factId.startsWith(`fulfillment:${order.parcel?.id}:`),
  );
  return raises ? [{ facts, sheet: { raises, order, keys, ofOtherParcel, ids } }] : [];
}

type Value = Pick<Fact, "value" | "kind" | "raw">;

function makeFact(
  record: { entity: string; id: string },
  given: { order: OrderSheet | null; observedAt: Date; prefix?: string },
) {
  const { order, observedAt, prefix = `${record.entity}:${record.id}` } = given;
  return ({ key, label, field }: { key: string; label: string; field: string }, value: Value): Fact => ({
    ...{ id: `${prefix}:${key}`, label, ...value, source: { ...record, field } },
    ...{ observedAt: observedAt.toISOString(), needs: "address_match" },
    ...(order ? { proof: order.proof, order: order.orderId } : {}),
  });
}

const dayOf = (at: Date, format: Format): Value => ({
  value: formatDate(at.toISOString(), format),
  kind: "date",
  raw: localDay(at.toISOString(), format.timeZone),
});
