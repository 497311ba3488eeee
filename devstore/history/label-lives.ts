import { DAY } from "./calendar.ts";
import type { Life } from "./life.ts";
import { moneyTroubles } from "./troubles/money-troubles.ts";
import { orderTroubles } from "./troubles/order-troubles.ts";
import { parcelTroubles } from "./troubles/parcel-troubles.ts";
import type { Trouble } from "./troubles/trouble.ts";
import { patience } from "./patience.ts";
import type { Label } from "./problems.ts";

/**
 * What is true of an order, from what whoever planned it knows: every problem by its plain meaning, whether planted or come about
 * by itself. Asked for is only what was planted and lasts a day.
 */
export function labelsOf(life: Life): Label[] {
  const troubles = [...orderTroubles(life), ...parcelTroubles(life), ...moneyTroubles(life)];
  return troubles.map((trouble) => labelOf(life, trouble)).toSorted((one, other) => one.from - other.from);
}

function labelOf(life: Life, trouble: Trouble): Label {
  const { kind, from, until, noticedAt, beyondBlame = false } = trouble;
  const lasts = (until ?? Infinity) - from;
  const wouldAskAt = Math.round(Math.max(noticedAt, from) + patience(life.random));
  return {
    kind,
    from: Math.round(from),
    until: until === null ? null : Math.round(until),
    contactAt: until !== null && until <= wouldAskAt ? null : wouldAskAt,
    asked: kind === life.planted && lasts >= DAY && !beyondBlame,
  };
}
