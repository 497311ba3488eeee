import type { Habit, JudgedBy, Seen } from "#app/care/detect/issue.ts";
import { pastOf } from "#app/care/detect/past-of.ts";

/** An order as its rules see it, and what they judged it by: the habits that one of them asked for are noted. */
export function judgingBy(seen: Seen): { seen: Seen; judgedBy: () => JudgedBy } {
  const asked = new Map<string, { carrier: string | null; country: string | null; habit: Habit | null }>();
  const habitOf: Seen["habitOf"] = (carrier, country) => {
    const key = `${carrier ?? ""}|${country ?? ""}`;
    const known = asked.get(key);
    if (known) return known.habit;
    const habit = seen.habitOf(carrier, country);
    asked.set(key, { carrier: carrier ?? null, country: country ?? null, habit });
    return habit;
  };
  return {
    seen: { ...seen, habitOf },
    judgedBy: () => ({ shop: seen.shop, habits: [...asked.values()], past: pastOf(seen.order, seen.now) }),
  };
}
