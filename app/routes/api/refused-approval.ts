import type { Approval } from "#app/care/review/approve-draft.server.ts";
import { notFound, problem } from "#app/routes/api/answer.ts";

/** Why a draft was not approved, as the API says it. */
export function refusedApproval(refused: Exclude<Approval, { outcome: "approved" }>, what: string): Response {
  switch (refused.outcome) {
    case "already_sent":
      return problem(
        409,
        { code: "already_sent", message: "This message has its reply already." },
        { body: { deliveryId: refused.deliveryId } },
      );
    case "stale":
      return problem(409, { code: "stale", message: "The draft is no longer current. Ask for a new one." });
    case "unwanted":
      return problem(409, { code: "unwanted", message: refused.why });
    case "blocked":
      return problem(
        422,
        { code: "blocked", message: "A check blocks this reply.", field: "text" },
        { body: { checks: refused.checks } },
      );
    case "no_address":
      return problem(422, { code: "no_address", message: refused.message });
    case "not_found":
      return notFound(what);
  }
}
