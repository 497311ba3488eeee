import { DAY, HOUR, MINUTE } from "../calendar.ts";
import { between, happens } from "../chance.ts";
import { add, say, send, usualLeave, type Life } from "../life.ts";
import { addressIn } from "../shoppers.ts";
import type { Address } from "../../state/model.ts";
import type { Story } from "./story.ts";

/** What is wrong, or only looks wrong, with an order as it was placed: where it goes, and whether it was meant twice. */
export const orders: Story[] = [
  { name: "placed twice by mistake", share: 13, planted: "placed_twice", pair: true, play: placedTwice },
  { name: "liked it and ordered again", share: 8, pair: true, play: orderedAgain },
  { name: "called off and placed anew", share: 4, pair: true, play: placedAnew },
  { name: "the same for a friend", share: 4, pair: true, play: forAFriend },
  { name: "an address nobody can serve", share: 13, planted: "bad_address", play: badAddress },
  { name: "an unusual address", share: 10, play: unusualAddress },
];

/** Within minutes or hours; most are called off once somebody notices, by the shopper or the shop. */
function placedTwice(life: Life, again: (placedAt: number) => Life): void {
  const { random, placedAt } = life;
  const secondAt =
    placedAt + (happens(random, 0.7) ? between(random, 1, 30) * MINUTE : between(random, 1, 5) * HOUR);
  const second = again(secondAt);
  const calledOff = happens(random, 0.45) ? secondAt + between(random, 1.1, 3) * DAY : null;
  for (const one of [life, second]) one.truth.double = { from: second.placedAt, until: calledOff };
  const leaves = usualLeave(random, secondAt);
  send(life, { at: leaves });
  if (calledOff === null) return void send(second, { at: leaves + HOUR / 6 });
  second.truth.wished.add(add(second, { at: calledOff, do: "cancel", reason: "CUSTOMER", money: "now" }));
}

function orderedAgain(life: Life, again: (placedAt: number) => Life): void {
  send(life, { at: usualLeave(life.random, life.placedAt) });
  const second = again(life.placedAt + between(life.random, 4, 35) * DAY);
  send(second, { at: usualLeave(second.random, second.placedAt) });
}

function placedAnew(life: Life, again: (placedAt: number) => Life): void {
  const { random, placedAt } = life;
  const calledOff = placedAt + between(random, 10, 90) * MINUTE;
  life.truth.wished.add(add(life, { at: calledOff, do: "cancel", reason: "CUSTOMER", money: "now" }));
  const second = again(calledOff + between(random, 5, 60) * MINUTE);
  send(second, { at: usualLeave(second.random, second.placedAt) });
}

function forAFriend(life: Life, again: (placedAt: number) => Life): void {
  const { random, shopper } = life;
  send(life, { at: usualLeave(random, life.placedAt) });
  const second = again(life.placedAt + between(random, 3, 25) * MINUTE);
  const others = shopper.country.towns.filter(({ city }) => city !== shopper.town.city);
  const town = random.pick(others);
  second.placing.goesTo = {
    ...addressIn(random, { country: shopper.country, town }),
    firstName: random.pick(shopper.country.first),
    lastName: random.pick(shopper.country.last),
  };
  send(second, { at: usualLeave(random, second.placedAt) });
}

/** Half are put right before they would have left; of the others most are sent and come back, some wait. */
function badAddress(life: Life): void {
  const { random, shopper, placedAt } = life;
  const whole = addressIn(random, shopper);
  life.placing.goesTo = { ...whole, ...spoiled(life, whole) };
  const leaves = usualLeave(random, placedAt + 2 * DAY);
  life.truth.badAddress = { until: null };
  const end = random.next();
  if (end < 0.4) {
    const fixedAt = placedAt + between(random, 1, 6) * DAY;
    life.truth.badAddress.until = fixedAt;
    add(life, { at: fixedAt, do: "address", address: whole });
    return void send(life, { at: usualLeave(random, Math.max(fixedAt, leaves - DAY)) });
  }
  if (end < 0.6) return;
  if (end < 0.75) {
    const at = placedAt + between(random, 3, 9) * DAY;
    add(life, { at, do: "cancel", reason: "OTHER", money: "now" });
    return say(life, at - HOUR, ["cancelled_unsaid"]);
  }
  // Sent all the same: a carrier that knows the street may find it.
  const parcel = send(life, { at: leaves });
  const arrived = parcel.scans.findLast(({ status }) => status === "delivered");
  life.truth.badAddress.until = arrived ? arrived.heardAt : null;
}

/** What makes it impossible to deliver to, by rules that every carrier has. */
function spoiled({ random, shopper }: Life, whole: ReturnType<typeof addressIn>): Partial<Address> {
  const { code } = shopper.country;
  const wrongZip: Record<string, string> = {
    DE: "2014",
    AT: "10700",
    FR: "7502",
    ES: "280",
    PT: "405",
    GB: "12345",
    US: "981",
    JP: "15",
  };
  const choices: Partial<Address>[] = [
    { zip: "" },
    { zip: wrongZip[code] ?? "0" },
    { zip: "00000" },
    { city: "" },
    { address1: "" },
    { address1: "-" },
    { address1: random.pick(["n/a", "unknown", "xxx"]) },
  ];
  if (code === "DE" || code === "AT")
    choices.push({ address1: whole.address1.replace(/ \d+$/u, ""), address2: null });
  return random.pick(choices);
}

/** Every one of them has a letterbox. */
function unusualAddress(life: Life): void {
  const { random, shopper } = life;
  const whole = addressIn(random, shopper);
  const street = whole.address1.replace(/^\d+ | \d+$/gu, "");
  const byCountry: Record<string, Partial<Address>[]> = {
    DE: [
      { address1: street, address2: "Nr. 17" },
      { address1: "Packstation 143", address2: "Postnummer 8812345" },
      { zip: `D-${whole.zip}` },
      { address1: `${street} 12a-14` },
      { address1: "C4, 9" },
    ],
    AT: [{ zip: `A-${whole.zip}` }, { address1: `${street} 4/2/11` }],
    FR: [{ address1: "Lieu-dit Le Moulin Neuf" }, { zip: whole.zip.replace(/^(\d\d)/u, "$1 ") }],
    ES: [{ address1: `${street}, s/n` }],
    PT: [{ address1: `${street}, lote 4` }],
    GB: [
      { address1: "Rose Cottage", address2: "Mill Lane" },
      { zip: whole.zip.toLowerCase().replace(" ", "") },
    ],
    US: [{ zip: `${whole.zip}-4412` }, { address1: "One Harbor Plaza" }],
    JP: [{ zip: whole.zip.replace("-", "") }],
  };
  life.placing.goesTo = { ...whole, ...random.pick(byCountry[shopper.country.code] ?? [{}]) };
  send(life, { at: usualLeave(random, life.placedAt) });
}
