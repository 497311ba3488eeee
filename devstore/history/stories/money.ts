import { DAY, HOUR } from "../calendar.ts";
import { between, happens } from "../chance.ts";
import { add, arrivedBy, atWork, pickLine, say, send, usualLeave, type Life } from "../life.ts";
import type { Story } from "./story.ts";

/** What is called off, given back and sent back. */
export const money: Story[] = [
  { name: "called off by the shopper", share: 20, play: calledOffByShopper },
  {
    name: "called off by the shop",
    share: 13,
    planted: "cancelled_unsaid",
    play: (life) => calledOffByShop(life, false),
  },
  {
    name: "called off by the shop, and said so",
    share: 12,
    spoken: true,
    play: (life) => calledOffByShop(life, true),
  },
  { name: "refunded as agreed", share: 16, spoken: true, play: refundedAsAgreed },
  { name: "refunded in a few days", share: 12, spoken: true, play: refundedInDays },
  { name: "refund not executed", share: 13, planted: "refund_not_executed", play: notRefunded },
  { name: "called off, refunded the next day", share: 8, play: refundedNextDay },
  { name: "returned and settled", share: 25, play: (life) => returned(life, between(life.random, 0.2, 4)) },
  { name: "returned and not settled", share: 13, planted: "return_unsettled", play: notSettled },
  { name: "return on its way for long", share: 8, play: returnUnderWay },
  { name: "return declined or withdrawn", share: 4, play: returnEnded },
];

function calledOffByShopper(life: Life): void {
  const { random, placedAt } = life;
  const step = add(life, {
    at: placedAt + between(random, 0.05, 1) * DAY,
    do: "cancel",
    reason: "CUSTOMER",
    money: "now",
  });
  life.truth.wished.add(step);
}

/** All of it, one of its lines, or the money of one: out of stock, mostly. Some shops write days later. */
function calledOffByShop(life: Life, said: boolean): void {
  const { random, placing, placedAt } = life;
  const at = atWork(random, placedAt, random.integer(1, 2));
  const how = random.next();
  if (said)
    say(
      life,
      at + (happens(random, 0.6) ? -between(random, 0.2, 5) * HOUR : between(random, 0.05, 0.8) * HOUR),
      ["cancelled_unsaid"],
    );
  else if (happens(random, 0.3)) say(life, at + between(random, 3, 9) * DAY, ["cancelled_unsaid"]);
  if (how < 0.55)
    return void add(life, {
      at,
      do: "cancel",
      reason: happens(random, 0.8) ? "INVENTORY" : "OTHER",
      money: "now",
    });
  if (placing.lines.length < 2) placing.lines.push(pickLine(life, 1));
  if (how < 0.8) add(life, { at, do: "refund", lines: [1], money: "now" });
  else {
    add(life, { at, do: "remove", line: 1 });
    life.truth.wished.add(add(life, { at: at + 60_000, do: "repay" }));
  }
  send(life, { at: at + between(random, 0.5, 3) * HOUR, lines: [0] });
}

/** Something arrived broken; they wrote, and the money was promised and sent. */
function refundedAsAgreed(life: Life): void {
  const at = refundAfterArrival(life, "now");
  say(life, at - between(life.random, 0.3, 20) * HOUR, ["cancelled_unsaid"]);
}

function refundedInDays(life: Life): void {
  const at = refundAfterArrival(life, "later");
  say(life, at - between(life.random, 0.3, 20) * HOUR, ["cancelled_unsaid"]);
  add(life, { at: at + between(life.random, 0.3, 3.5) * DAY, do: "settle" });
}

function refundAfterArrival(life: Life, how: "now" | "later"): number {
  const { random } = life;
  send(life, { at: usualLeave(random, life.placedAt) });
  const from = arrivedBy(life) ?? life.placedAt + 10 * DAY;
  const at = atWork(random, from + between(random, 1, 6) * DAY, 0);
  add(life, { at, do: "refund", lines: [0], money: how });
  return at;
}

/** Promised and said, and the money does not come: the provider's doing, or an order called off and never paid back. */
function notRefunded(life: Life): void {
  const { random, placedAt } = life;
  const settles = happens(random, 0.6) ? between(random, 9, 25) * DAY : null;
  if (happens(random, 0.6)) {
    const at = refundAfterArrival(life, "later");
    say(life, at - between(random, 0.3, 20) * HOUR, ["cancelled_unsaid"]);
    if (settles !== null) add(life, { at: at + settles, do: "settle" });
    return;
  }
  const at = placedAt + between(random, 0.1, 1) * DAY;
  life.truth.wished.add(add(life, { at, do: "cancel", reason: "CUSTOMER", money: "none" }));
  if (settles !== null) life.truth.wished.add(add(life, { at: at + settles, do: "repay" }));
}

function refundedNextDay(life: Life): void {
  const { random, placedAt } = life;
  const at = placedAt + between(random, 0.1, 1) * DAY;
  life.truth.wished.add(add(life, { at, do: "cancel", reason: "CUSTOMER", money: "none" }));
  life.truth.wished.add(add(life, { at: at + between(random, 0.05, 1.2) * DAY, do: "repay" }));
}

/** Asked for, approved, sent back and received; paid back so many days after. Answers when it was received. */
function returned(life: Life, settledAfter: number | null): number {
  const { random } = life;
  const receivedAt = receive(life);
  const settledAt = settledAfter === null ? null : receivedAt + settledAfter * DAY;
  life.truth.returned = { at: receivedAt, settledAt };
  const restocked = settledAt === null && happens(random, 0.4);
  if (restocked) add(life, { at: receivedAt - 60_000, do: "restock", line: 0 });
  add(life, { at: receivedAt, do: "return", action: "close" });
  if (settledAt !== null)
    life.truth.wished.add(add(life, { at: settledAt, do: "refund", lines: [0], money: "now" }));
  return receivedAt;
}

function receive(life: Life): number {
  const { random } = life;
  const approvedAt = approve(life);
  return atWork(random, approvedAt + between(random, 4, 11) * DAY, 0);
}

function approve(life: Life): number {
  const { random } = life;
  send(life, { at: usualLeave(random, life.placedAt) });
  const from = (arrivedBy(life) ?? life.placedAt + 10 * DAY) + between(random, 1, 9) * DAY;
  add(life, { at: from, do: "return", action: "request" });
  const approvedAt = atWork(random, from, 1);
  add(life, { at: approvedAt, do: "return", action: "approve" });
  return approvedAt;
}

function notSettled(life: Life): void {
  returned(life, happens(life.random, 0.5) ? between(life.random, 10, 24) : null);
}

/** The shopper takes their time to send it: nothing was received yet. */
function returnUnderWay(life: Life): void {
  const { random } = life;
  const approvedAt = approve(life);
  const receivedAt = atWork(random, approvedAt + between(random, 16, 28) * DAY, 0);
  const settledAt = receivedAt + between(random, 0.2, 3) * DAY;
  life.truth.returned = { at: receivedAt, settledAt };
  add(life, { at: receivedAt, do: "return", action: "close" });
  life.truth.wished.add(add(life, { at: settledAt, do: "refund", lines: [0], money: "now" }));
}

function returnEnded(life: Life): void {
  const { random } = life;
  send(life, { at: usualLeave(random, life.placedAt) });
  const from = (arrivedBy(life) ?? life.placedAt + 10 * DAY) + between(random, 1, 9) * DAY;
  add(life, { at: from, do: "return", action: "request" });
  if (happens(random, 0.5))
    return void add(life, { at: atWork(random, from, 1), do: "return", action: "decline" });
  const approvedAt = atWork(random, from, 1);
  add(life, { at: approvedAt, do: "return", action: "approve" });
  add(life, { at: approvedAt + between(random, 1, 6) * DAY, do: "return", action: "cancel" });
}
