import type { Random } from "../seed/random.ts";
import { DAY, HOUR } from "./calendar.ts";
import { between } from "./chance.ts";

/**
 * How long a shopper waits, once they could notice, before they write to the shop: 23 % within a day, 38 % in one to three days,
 * the others in three to ten. The first two figures are those of shoppers who file a chargeback (Chargeflow by way of Gorgias);
 * nobody was found who measured it for writing to a shop, so it is an assumption that they are alike. Nobody writes within
 * two hours.
 */
export function patience(random: Random): number {
  const draw = random.next();
  if (draw < 0.23) return between(random, 2 * HOUR, DAY);
  if (draw < 0.61) return between(random, DAY, 3 * DAY);
  return between(random, 3 * DAY, 10 * DAY);
}
