import type { IssueKind } from "#app/care/detect/issue.ts";

/** Of which kinds of issue a fact of the record speaks, when a sent reply told it. */
export function aboutOf({ entity, field }: { entity: string; field: string }): IssueKind[] {
  if (entity === "refund") return ["cancelled_unsaid", "refund_not_executed"];
  if (entity === "fulfillment") return ["partly_shipped"];
  if (entity !== "order") return [];
  if (field === "cancelledAt" || field === "cancelReason") return ["cancelled_unsaid"];
  if (field === "financialStatus") return ["payment_pending"];
  return field === "fulfillmentStatus" || field === "lines" ? ["unfulfilled", "partly_shipped"] : [];
}
