import { expect, it } from "vitest";
import type { HoldOutResults, HoldOutOutcome } from "#app/care/learn/hold-out-results.server.ts";
import { holdOutResults } from "#app/care/learn/hold-out-results.server.ts";
import { careEmotions, goEmotions, type Reading } from "#app/care/understand/reading.ts";
import { forShop } from "#app/db.server.ts";
import { loader } from "#app/routes/api/hold-out.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { decidingShop, hence, NOON } from "#tests/factories/decision.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { addMessage } from "#tests/factories/thread.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { callApi } from "#tests/factories/session-token.ts";

const zeroes = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
const feeling = (label: "anger" | "joy"): Reading["emotion"] => ({
  ...{
    label,
    intensity: 0.7,
    confidence: 0.9,
    distribution: zeroes(careEmotions),
    goemotions: zeroes(goEmotions),
  },
  readings: { words: null, model: null, record: null },
});

type Place = Awaited<ReturnType<typeof decidingShop>>;
type Person = {
  arm: "written" | "held_out";
  wrote?: number;
  felt?: "anger" | "joy";
  again?: number;
  refunded?: true;
  /** When they turned to their bank; it was last heard of on day 95. */
  disputed?: number | "unknown";
  /** We wrote to them on that day. */
  told?: number;
};

const daysAgo = (days: number) => hence(-24 * days);
let made = 0;

/** Somebody who was drawn so many days ago, and what they did so many days after that. */
async function drawn({ shopId, keys, anOrder }: Place, days: number, person: Person) {
  made += 1;
  const email = `person${made}@example.com`;
  const assignedAt = daysAgo(days);
  const after = (count: number) => daysAgo(days - count);
  const order = await anOrder({
    ...{ placedAt: daysAgo(days + 10).toISOString(), person: { email } },
    ...(person.refunded ? { refunds: [{ at: after(20).toISOString() }] } : {}),
  });
  if (person.disputed !== undefined) {
    const initiatedAt = person.disputed === "unknown" ? null : after(person.disputed);
    await systemPrisma.dispute.create({
      data: {
        ...{ shopId, id: `d${made}`, orderId: order.id, type: "chargeback", status: "lost" },
        ...{ initiatedAt, updatedAt: after(95) },
      },
    });
  }
  const contactIndex = blindIndex(keys, "email", email);
  await systemPrisma.holdOut.create({
    data: {
      ...{ shopId, contactIndex, kind: "stalled", issueId: `issue-${made}`, orderId: order.id },
      ...{ arm: person.arm, assignedAt },
    },
  });
  if (person.wrote !== undefined) {
    const contact = { name: "Somebody", address: email };
    const { conversationId, messageId } = await makeConversation({ keys, contact, at: after(person.wrote) });
    if (person.told !== undefined) {
      const deliveryId = `told-${made}`;
      const ours = await addMessage(keys, {
        ...{ conversationId, text: "Your parcel stands still.", direction: "out", at: after(person.told) },
      });
      await systemPrisma.message.update({ where: { id: ours }, data: { deliveryId } });
      await systemPrisma.delivery.create({
        data: {
          ...{ id: deliveryId, shopId, key: deliveryId, purpose: "outreach", conversationId, status: "sent" },
          ...{ mailMessageId: deliveryId, recipientIndex: contactIndex, approvedBy: "42" },
          sealed: Buffer.from(""),
        },
      });
    }
    if (person.felt)
      await makeReading(keys, { conversationId, messageId }, { emotion: feeling(person.felt) });
  }
  if (person.again !== undefined)
    await anOrder({ placedAt: after(person.again).toISOString(), person: { email } });
}

const resultsOf = ({ shopId, keys }: Place): Promise<HoldOutResults> =>
  forShop(shopId)((tx) => holdOutResults(tx, keys, { now: NOON }));
const rowOf = (results: HoldOutResults, outcome: HoldOutOutcome) => {
  const row = results.kinds
    .find(({ kind }) => kind === "stalled")
    ?.outcomes.find((one) => one.outcome === outcome);
  return row && { written: row.written, heldOut: row.heldOut, known: row.known };
};

it("counts both arms by what became of them, each outcome once its time is over", async () => {
  const place = await decidingShop();
  await drawn(place, 100, { arm: "written" });
  await drawn(place, 100, { arm: "written", again: 75, wrote: 20 });
  await drawn(place, 100, { arm: "held_out", wrote: 3, refunded: true, again: 30 });
  await drawn(place, 20, { arm: "held_out", wrote: 2, felt: "anger" });
  await drawn(place, 20, { arm: "held_out", wrote: 5, felt: "joy" });
  await drawn(place, 20, { arm: "written" });
  // Had no time for anything yet.
  await drawn(place, 5, { arm: "held_out", wrote: 1, felt: "anger" });
  const results = await resultsOf(place);
  expect(rowOf(results, "contact")).toEqual({
    ...{ written: { n: 3, k: 0 }, heldOut: { n: 3, k: 3 }, known: "not_yet" },
  });
  expect(rowOf(results, "refund")).toMatchObject({ written: { n: 2, k: 0 }, heldOut: { n: 1, k: 1 } });
  expect(rowOf(results, "chargeback")).toMatchObject({ written: { n: 2, k: 0 }, heldOut: { n: 1, k: 0 } });
  expect(rowOf(results, "repeat_60")).toMatchObject({ written: { n: 2, k: 0 }, heldOut: { n: 1, k: 1 } });
  expect(rowOf(results, "repeat_90")).toMatchObject({ written: { n: 2, k: 1 }, heldOut: { n: 1, k: 1 } });
  // Who wrote so long ago that nobody knows how they felt is in neither count.
  expect(rowOf(results, "unhappy_contact")).toMatchObject({
    ...{ written: { n: 3, k: 0 }, heldOut: { n: 2, k: 1 } },
  });
  expect(results.method).toContain("Robbins");
});

it("counts chargebacks by when the shopper turned to their bank", async () => {
  const place = await decidingShop();
  await drawn(place, 200, { arm: "written", disputed: -3 });
  await drawn(place, 200, { arm: "written", disputed: 91 });
  await drawn(place, 200, { arm: "written", disputed: "unknown" });
  await drawn(place, 200, { arm: "held_out", disputed: 89 });
  expect(rowOf(await resultsOf(place), "chargeback")).toMatchObject({
    ...{ written: { n: 3, k: 0 }, heldOut: { n: 1, k: 1 } },
  });
});

it("does not count as asked who answered what we wrote", async () => {
  const place = await decidingShop();
  await drawn(place, 20, { arm: "written", told: 1, wrote: 2 });
  await drawn(place, 20, { arm: "written", wrote: 1, told: 2 });
  await drawn(place, 20, { arm: "held_out", wrote: 2 });
  expect(rowOf(await resultsOf(place), "contact")).toMatchObject({
    ...{ written: { n: 2, k: 1 }, heldOut: { n: 1, k: 1 } },
  });
});

it("says what it knows once it does, and by how much", async () => {
  const place = await decidingShop();
  const assignedAt = daysAgo(30);
  const people = Array.from({ length: 400 }, (_, n) => ({
    ...{
      shopId: place.shopId,
      contactIndex: `contact-${n}`,
      kind: "stalled",
      issueId: `i${n}`,
      orderId: `o${n}`,
    },
    ...{ arm: n % 2 === 0 ? "written" : "held_out", assignedAt },
  }));
  await systemPrisma.holdOut.createMany({ data: people });
  // Of those who were held out every second wrote, of the others every tenth.
  const wrote = people.filter(({ arm }, n) => (arm === "written" ? n % 20 === 0 : n % 4 === 1));
  for (const [n, { contactIndex }] of wrote.entries()) {
    const { conversationId } = await makeConversation({
      ...{ keys: place.keys, at: daysAgo(28) },
      contact: { name: "Somebody", address: `w${n}@example.com` },
    });
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: { contactIndex } });
  }
  const row = (await resultsOf(place)).kinds
    .find(({ kind }) => kind === "stalled")
    ?.outcomes.find(({ outcome }) => outcome === "contact");
  expect(row).toMatchObject({ written: { n: 200, k: 20 }, heldOut: { n: 200, k: 100 }, known: "fewer" });
  expect(row?.difference.estimate).toBeCloseTo(-0.4);
  expect(row?.difference.high).toBeLessThan(-0.2);
});

it("shows what the shop's volume can answer before anybody is held out", async () => {
  const place = await decidingShop();
  for (let n = 0; n < 30; n += 1) {
    const email = `buyer${n}@example.com`;
    await place.anIssue({ email, openedAt: daysAgo(30) });
    if (n < 12)
      await makeConversation({
        ...{ keys: place.keys, at: daysAgo(28) },
        contact: { name: "Somebody", address: email },
      });
  }
  await place.anIssue({
    email: "us@example.com",
    kind: "unfulfilled",
    traits: { country: "US" },
    openedAt: daysAgo(9),
  });
  await place.anIssue({
    email: "de@example.com",
    kind: "unfulfilled",
    traits: { country: "DE" },
    openedAt: daysAgo(9),
  });
  await place.anIssue({ email: "low@example.com", severity: 1, openedAt: daysAgo(9) });
  const { kinds, on } = await resultsOf(place);
  const power = (kind: string) => kinds.find((one) => one.kind === kind)?.power;
  expect(on).toBe(false);
  expect(power("stalled")).toMatchObject({ perMonth: 15, baseline: 0.4, assumed: false, answers: false });
  expect(power("unfulfilled")).toMatchObject({ perMonth: 0.5, baseline: 0.3, assumed: true });
  expect(power("past_estimate")).toMatchObject({ perMonth: 0, smallest: null });
  expect(kinds.map(({ kind }) => kind)).not.toContain("delivery_failed");
});

it("is told to staff, for a share they think of, and to nobody else", async () => {
  const { shop } = await decidingShop();
  const ask = (query: string) => callApi(loader, { shop: shop.domain, query });
  expect((await ask("?share=0.3")).body).toMatchObject({ on: false, share: 0.3 });
  expect((await ask("?share=0.9")).body).toMatchObject({ error: { field: "share" } });
  expect((await callApi(loader, { token: null })).status).toBe(401);
});
