import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { PlanContext } from "#app/care/draft/plan-step.ts";

/** The orders they named; else their only one; else, for a parcel, the only one still on its way. Empty: ask which. */
export function ordersMeant({
  matter,
  sheet,
  reading,
}: Pick<PlanContext, "matter" | "sheet"> & {
  reading: Pick<PlanContext["reading"], "orderRefs">;
}): OrderSheet[] {
  const named = new Set(
    reading.orderRefs.filter(({ kind }) => kind !== "email").map(({ orderId }) => orderId),
  );
  const aboutParcel = matter === "order_status" || matter === "delivery_problem";
  const byName = sheet.orders.filter(({ orderId }) => named.has(orderId));
  if (byName.length === 1) return byName;
  if (byName.length > 1) return aboutParcel ? byName : [];
  if (sheet.orders.length === 1) return sheet.orders;
  if (!aboutParcel) return [];
  const underWay = sheet.orders.filter(
    ({ shipping }) => shipping !== "delivered" && shipping !== "cancelled",
  );
  return underWay.length === 1 ? underWay : [];
}
