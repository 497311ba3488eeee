import { z } from "zod";
import { requireRole, type StaffSession } from "#app/staff.server.ts";
import { macroInputSchema } from "#app/voice/macro.ts";
import { removeMacro } from "#app/voice/remove-macro.server.ts";
import { saveMacro } from "#app/voice/save-macro.server.ts";
import { faultsOfMacro, type Faults } from "./macro-draft.ts";

type Session = Pick<StaffSession, "inShop" | "shop" | "staff">;

export type MacroAnswer =
  | { outcome: "saved"; id: string }
  | { outcome: "refused"; faults: Faults }
  | { outcome: "removed" | "changed_since" | "not_there" | "too_many" };

const id = z.string().min(1).max(64);
const act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("remove"), id }),
  z.object({
    intent: z.literal("save"),
    id: id.optional(),
    version: z.coerce.number().int().optional(),
    macro: z.string().transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "Is not JSON" });
        return z.NEVER;
      }
    }),
  }),
]);

/** Saves the macro on the form, or takes one out. */
export async function changeMacros({ inShop, shop, staff }: Session, form: FormData): Promise<MacroAnswer> {
  requireRole({ staff }, "knowledge");
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused", faults: { name: { code: "invalid" } } };
  const given = parsed.data;
  const at = new Date();
  if (given.intent === "remove") {
    const { outcome } = await inShop((tx) => removeMacro(tx, { shopId: shop.id, id: given.id, at }));
    return { outcome: outcome === "removed" ? "removed" : "not_there" };
  }
  const macro = macroInputSchema.safeParse(given.macro);
  if (!macro.success) return { outcome: "refused", faults: faultsOfMacro(given.macro) };
  const saving = { ...given, shopId: shop.id, macro: macro.data, by: staff.id, at };
  const saved = await inShop((tx) => saveMacro(tx, saving));
  switch (saved.outcome) {
    case "saved":
      return { outcome: "saved", id: saved.macro.id };
    case "not_found":
      return { outcome: "not_there" };
    case "changed_since":
    case "too_many":
      return { outcome: saved.outcome };
  }
}
