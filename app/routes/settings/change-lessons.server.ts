import { z } from "zod";
import { decideLesson } from "#app/care/learn/decide-lesson.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

const change = z.object({
  id: z.string().min(1).max(64),
  decision: z.enum(["approve", "decline", "take_back"]),
  text: z.string().max(4_000, "At most 4,000 characters").optional(),
  title: z.string().max(120, "At most 120 characters").optional(),
});

export type LessonAnswer =
  | { outcome: "saved"; decision: z.infer<typeof change>["decision"] }
  | { outcome: "refused"; errors: Record<string, string> };

/** A person's word on one lesson; what is refused is said beside its field. */
export async function changeLessons(session: StaffSession, form: FormData): Promise<LessonAnswer> {
  const parsed = change.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => [String(issue.path[0] ?? "form"), issue.message]);
    return { outcome: "refused", errors: Object.fromEntries(errors) };
  }
  const { inShop, shop, staff } = session;
  const given = { shopId: shop.id, staff, ...parsed.data };
  const decided = await decideLesson({ inShop, now: () => new Date() }, given);
  switch (decided.outcome) {
    case "decided":
      return { outcome: "saved", decision: given.decision };
    case "not_found":
      return { outcome: "refused", errors: { form: "This lesson is no longer there" } };
    case "not_possible":
      return { outcome: "refused", errors: { form: decided.message } };
    case "refused":
      return { outcome: "refused", errors: { [decided.field]: decided.message } };
  }
}
