import { randomUUID } from "node:crypto";
import { z } from "zod";
import { MOST_AT_ONCE } from "#app/care/triage/change-conversations.server.ts";
import { changeOnce } from "#app/care/triage/change-once.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { kept } from "#app/desk/inbox/read-address.ts";
import { changeSchema } from "#app/routes/api/change-body.ts";
import { arrangeViews } from "#app/shop/arrange-views.server.ts";
import { removeView } from "#app/shop/remove-view.server.ts";
import { mayDo } from "#app/shop/roles.ts";
import { LONGEST_VIEW_NAME, LONGEST_VIEW_QUERY } from "#app/shop/saved-view.ts";
import { saveView, type ViewKeeper } from "#app/shop/save-view.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/u);
const viewName = z.string().trim().min(1).max(LONGEST_VIEW_NAME);

/** What the inbox can be asked to do. */
const askedSchema = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("change"),
    /** Made by the screen, which knows by it what to ask again or undo though no answer came; a page of an earlier release makes none. */
    changeId: z.uuid().default(() => randomUUID()),
    ids: z.array(id).min(1).max(MOST_AT_ONCE),
    change: changeSchema,
  }),
  z.object({ what: z.literal("undo"), changeId: id }),
  z.object({
    what: z.literal("save-view"),
    id: id.optional(),
    name: viewName,
    query: z.string().max(LONGEST_VIEW_QUERY),
    shared: z.boolean(),
  }),
  z.object({ what: z.literal("remove-view"), id }),
  z.object({ what: z.literal("arrange-views"), ids: z.array(id).max(200) }),
]);

/** What came of it, as codes: the screen words it. */
export type InboxAnswer =
  | {
      outcome: "changed";
      /** By which it is undone; null: nothing changed. */
      changeId: string | null;
      changed: string[];
      /** How many were not changed, by why. */
      refused: Record<string, number>;
    }
  | { outcome: "undone"; ids: string[]; kept: number }
  | { outcome: "view_saved"; id: string }
  | { outcome: "view_removed" }
  | { outcome: "views_arranged" }
  | { outcome: "refused"; why: "bad_input" | "not_found" | "not_allowed" | "too_many" | "name_taken" };

/** Does what the inbox asks for. Conversations are for every role; views that the team shares, for leads and owners. */
export async function changeInbox(session: StaffSession, body: unknown): Promise<InboxAnswer> {
  const parsed = askedSchema.safeParse(body);
  if (!parsed.success) return { outcome: "refused", why: "bad_input" };
  const { inShop, keys, shop, staff } = session;
  const asked = parsed.data;
  const at = new Date();
  const by: ViewKeeper = { staffId: staff.id, mayShare: mayDo(staff.role, "views") };
  switch (asked.what) {
    case "change":
      return change(session, { ...asked, ids: [...new Set(asked.ids)], at });
    case "undo": {
      const { changeId } = asked;
      const undone = await inShop((tx) => undoChange(tx, { changeId, by: staff.id, at }));
      if (undone.outcome === "not_found") return { outcome: "refused", why: "not_found" };
      // Whoever asks again because no answer came has undone it themselves.
      const left = undone.kept.filter(({ why }) => why !== "undone_before");
      return { outcome: "undone", ids: undone.ids, kept: left.length };
    }
    case "save-view": {
      const query = kept(new URLSearchParams(asked.query));
      const saved = await inShop((tx) => saveView(tx, keys, { by, view: { ...asked, query }, at }));
      if (saved.outcome === "saved") return { outcome: "view_saved", id: saved.id };
      return { outcome: "refused", why: saved.outcome };
    }
    case "remove-view": {
      const { outcome } = await inShop((tx) => removeView(tx, shop.id, { id: asked.id, by }));
      return outcome === "removed" ? { outcome: "view_removed" } : { outcome: "refused", why: outcome };
    }
    case "arrange-views":
      await inShop((tx) => arrangeViews(tx, shop.id, { ids: asked.ids, by }));
      return { outcome: "views_arranged" };
  }
}

type Changing = { changeId: string; ids: string[]; change: z.infer<typeof changeSchema>; at: Date };

async function change(
  { inShop, keys, staff }: StaffSession,
  { changeId, ids, change: wanted, at }: Changing,
): Promise<InboxAnswer> {
  const given = { ids, change: wanted, at, by: staff.id, changeId };
  const results = await inShop((tx) => changeOnce(tx, keys, given));
  const changed = results.flatMap((one) => (one.outcome === "changed" ? one.id : []));
  const refused: Record<string, number> = {};
  for (const result of results) {
    const why =
      result.outcome === "refused" ? result.why : result.outcome === "not_found" ? "not_found" : null;
    if (why) refused[why] = (refused[why] ?? 0) + 1;
  }
  return { outcome: "changed", changeId: changed.length > 0 ? changeId : null, changed, refused };
}
