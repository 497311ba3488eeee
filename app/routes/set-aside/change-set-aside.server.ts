import { z } from "zod";
import { parseRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { settleDeadLetters } from "#app/ingest/dead-letters/settle-dead-letters.server.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";

const change = z.object({
  intent: z.enum(["replay", "dismiss"]),
  refs: z.array(z.string()).min(1).max(200),
});

/** `count`: how many were still set aside, and are not any more. */
export type SetAsideAnswer =
  { outcome: "replayed" | "dismissed"; count: number } | { outcome: "refused"; field: string };

/** Tries again or dismisses what was chosen. */
export async function changeSetAside(session: StaffSession, form: FormData): Promise<SetAsideAnswer> {
  requireRole(session, "privacy");
  const parsed = change.safeParse({ intent: form.get("intent"), refs: form.getAll("ref").map(String) });
  if (!parsed.success)
    return { outcome: "refused", field: String(parsed.error.issues[0]?.path[0] ?? "intent") };
  const refs = parsed.data.refs.flatMap((text) => parseRef(text) ?? []);
  if (refs.length < parsed.data.refs.length) return { outcome: "refused", field: "ref" };
  const { inShop, shop, staff } = session;
  const as = parsed.data.intent;
  const count = await settleDeadLetters(inShop, refs, { shopId: shop.id, as, by: staff.id });
  return { outcome: as === "replay" ? "replayed" : "dismissed", count };
}
