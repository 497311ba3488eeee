import { z } from "zod";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";
import { articleSchema } from "#app/voice/article.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";

const change = z.discriminatedUnion("intent", [
  articleSchema.extend({ intent: z.literal("save-article"), id: z.string().max(64) }),
  z.object({ intent: z.literal("retire-article"), id: z.string().min(1).max(64) }),
]);

export type KnowledgeAnswer = { outcome: "saved" } | { outcome: "refused"; errors: Record<string, Fault> };

/** One form at a time: parses it, saves it, and names each field that was refused. */
export async function changeKnowledge(session: StaffSession, form: FormData): Promise<KnowledgeAnswer> {
  requireRole(session, "knowledge");
  const parsed = change.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused", errors: faultsOf(parsed.error) };
  const { inShop, shop, staff } = session;
  const given = parsed.data;
  if (given.intent === "retire-article") {
    await inShop((tx) => retireArticle(tx, shop.id, { id: given.id, now: new Date() }));
    return { outcome: "saved" };
  }
  const { intent: _intent, id, ...article } = given;
  const saving = { id: id || undefined, staffId: staff.id, article, now: new Date() };
  const saved = await inShop((tx) => saveArticle(tx, shop.id, saving));
  switch (saved.outcome) {
    case "saved":
      return { outcome: "saved" };
    case "not_found":
      return { outcome: "refused", errors: { title: { code: "text_gone" } } };
    case "too_many":
      return { outcome: "refused", errors: { title: { code: "too_many_texts" } } };
  }
}
