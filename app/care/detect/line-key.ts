import type { MirroredOrder } from "#app/mirror/order.ts";

type Line = Pick<MirroredOrder["lines"][number], "sku" | "title" | "variantTitle">;

/** What tells whether two lines are of the same goods: the SKU, else title and variant. */
export const lineKey = ({ sku, title, variantTitle }: Line): string =>
  sku?.trim().toLowerCase() || `${title}\n${variantTitle ?? ""}`.trim().toLowerCase();
