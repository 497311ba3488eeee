import { z } from "zod";
import { decideLesson } from "#app/care/learn/decide-lesson.server.ts";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";

const change = z.object({
  id: z.string().min(1).max(64),
  decision: z.enum(["approve", "decline", "take_back"]),
  text: z.string().max(4_000).optional(),
  title: z.string().max(120).optional(),
});

export type LessonAnswer =
  | { outcome: "saved"; decision: z.infer<typeof change>["decision"] }
  | { outcome: "refused"; errors: Record<string, Fault> };

/** A person's word on one lesson; what is refused is said beside its field. */
export async function changeLessons(session: StaffSession, form: FormData): Promise<LessonAnswer> {
  requireRole(session, "knowledge");
  const parsed = change.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused", errors: faultsOf(parsed.error) };
  const { inShop, shop, staff } = session;
  const given = { shopId: shop.id, staff, ...parsed.data };
  const decided = await decideLesson({ inShop, now: () => new Date() }, given);
  switch (decided.outcome) {
    case "decided":
      return { outcome: "saved", decision: given.decision };
    case "not_found":
      return { outcome: "refused", errors: { form: { code: "lesson_gone" } } };
    case "not_possible":
      return { outcome: "refused", errors: { form: { code: decided.code } } };
    case "refused": {
      const { field, code, values } = decided;
      return { outcome: "refused", errors: { [field]: { code, ...(values ? { values } : {}) } } };
    }
  }
}
