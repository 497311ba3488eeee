import { DAY, dayOf, endOfWorkdays, HOUR, isWorkday, timeOn } from "../calendar.ts";
import { between, happens, weighted } from "../chance.ts";
import { add, atWork, HANDLING_DAYS, pickLine, say, send, usualLeave, type Life } from "../life.ts";
import type { Story } from "./story.ts";

/** What happens before a parcel leaves. */
export const handling: Story[] = [
  { name: "sent far too late", share: 13, planted: "unfulfilled", play: sentLate },
  { name: "pre-order in time", share: 20, play: (life) => preorder(life, false) },
  {
    name: "pre-order past its day",
    share: 13,
    planted: "preorder_slipped",
    play: (life) => preorder(life, true),
  },
  { name: "paid by bank deposit", share: 20, play: paidByDeposit },
  { name: "not paid", share: 13, planted: "payment_pending", play: notPaid },
  { name: "called off before it was paid", share: 8, play: calledOffUnpaid },
  { name: "half of it sent", share: 13, planted: "partly_shipped", play: (life) => halfSent(life, false) },
  { name: "half of it sent, and said so", share: 10, spoken: true, play: (life) => halfSent(life, true) },
];

/** Some wait for stock, some were forgotten; a few never leave. */
function sentLate(life: Life): void {
  const { random, placedAt } = life;
  if (happens(random, 0.3)) {
    const notes = happens(random, 0.5) ? "Waiting for the next delivery of this colour." : null;
    add(life, { at: placedAt + 2 * HOUR, do: "hold", reason: "INVENTORY_OUT_OF_STOCK", notes });
    const leaves = atWork(random, placedAt, HANDLING_DAYS + random.integer(3, 12));
    add(life, { at: leaves - HOUR / 2, do: "release" });
    return void send(life, { at: leaves });
  }
  if (happens(random, 0.25)) return;
  send(life, { at: atWork(random, placedAt, HANDLING_DAYS + random.integer(2, 10)) });
}

/** The day stands in an attribute, or is when the fulfilment order may leave, or both. */
function preorder(life: Life, slips: boolean): void {
  const { random, placing, placedAt } = life;
  const day = dayOf(placedAt) + random.integer(10, 45);
  const where = random.pick(["attribute", "schedule", "both"] as const);
  placing.tags = [random.pick(["preorder", "pre-order", "backorder"])];
  placing.lines = placing.lines.slice(0, 1);
  if (where !== "schedule") placing.attributes.push(dayAttribute(life, day));
  if (where !== "attribute") add(life, { at: placedAt + 90_000, do: "schedule", fulfillAt: timeOn(day, 12) });
  life.truth.promisedUntil = timeOn(day + 1, 0);
  if (!slips) return void send(life, { at: timeOn(lastWorkdayUpTo(day), between(random, 9, 16)) });
  // Half of those with both are put off before the day comes: known then already.
  if (where === "both" && happens(random, 0.5)) {
    const later = day + random.integer(7, 30);
    add(life, { at: timeOn(day - random.integer(1, 6), 11), do: "schedule", fulfillAt: timeOn(later, 12) });
    return void send(life, { at: atWork(random, timeOn(later, 9), random.integer(0, 2)) });
  }
  if (happens(random, 0.2)) return;
  send(life, { at: atWork(random, timeOn(day, 12), random.integer(3, 15)) });
}

function dayAttribute({ random, shopper }: Life, day: number): { name: string; value: string } {
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  const german = shopper.country.code === "DE" || shopper.country.code === "AT";
  if (german && happens(random, 0.4))
    return { name: "Lieferbar ab", value: date.split("-").toReversed().join(".") };
  return { name: random.pick(["Ships by", "Expected ship date", "Preorder ship date"]), value: date };
}

function lastWorkdayUpTo(day: number): number {
  let current = day;
  while (!isWorkday(current)) current -= 1;
  return current;
}

const DEPOSIT = "Bank Deposit";

/** The money takes a few days; the working days count from then. */
function paidByDeposit(life: Life): void {
  const { random, placedAt } = life;
  life.placing.unpaid = { gateway: DEPOSIT };
  const paidAt = atWork(
    random,
    placedAt,
    weighted(random, [
      [35, 1],
      [35, 2],
      [20, 3],
    ] as const),
  );
  add(life, { at: paidAt, do: "pay" });
  life.truth.handlingFrom = paidAt;
  send(life, { at: usualLeave(random, paidAt) });
}

/** Never paid, paid late, or a card's authorisation that ran out. */
function notPaid(life: Life): void {
  const { random, placedAt } = life;
  life.truth.handlingFrom = Infinity;
  life.placing.unpaid = { gateway: DEPOSIT };
  const how = random.next();
  if (how < 0.2) {
    life.placing.unpaid = { gateway: "shopify_payments" };
    add(life, { at: placedAt + between(random, 2, 5) * DAY, do: "expire" });
    return;
  }
  if (how < 0.55) {
    const paidAt = placedAt + between(random, 8, 20) * DAY;
    add(life, { at: paidAt, do: "pay" });
    life.truth.handlingFrom = paidAt;
    return void send(life, { at: usualLeave(random, paidAt) });
  }
  if (how < 0.75)
    add(life, {
      at: placedAt + between(random, 14, 30) * DAY,
      do: "cancel",
      reason: "OTHER",
      money: "unpaid",
    });
}

function calledOffUnpaid(life: Life): void {
  const { random, placedAt } = life;
  life.placing.unpaid = { gateway: DEPOSIT };
  life.truth.handlingFrom = Infinity;
  const step = add(life, {
    at: placedAt + between(random, 0.1, 3) * DAY,
    do: "cancel",
    reason: "CUSTOMER",
    money: "unpaid",
  });
  life.truth.wished.add(step);
}

function halfSent(life: Life, said: boolean): void {
  const { random, placing, placedAt } = life;
  if (placing.lines.length < 2) placing.lines.push(pickLine(life, 1));
  const first = usualLeave(random, placedAt);
  send(life, { at: first, lines: [0] });
  if (said)
    say(life, Math.max(placedAt + HOUR / 10, first + between(random, -20, 0.8) * HOUR), ["partly_shipped"]);
  const end = random.next();
  if (!said && end < 0.25) return;
  const rest = atWork(
    random,
    Math.max(first, endOfWorkdays(placedAt, HANDLING_DAYS - 1)),
    random.integer(4, 15),
  );
  if (end < 0.85) return void send(life, { at: rest, lines: [1] });
  const step = add(life, { at: rest, do: "refund", lines: [1], money: "now" });
  say(life, step.at - HOUR, ["cancelled_unsaid"]);
}
