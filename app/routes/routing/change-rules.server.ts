import { z } from "zod";
import { orderRules } from "#app/care/triage/order-rules.server.ts";
import { readRules } from "#app/care/triage/read-rules.server.ts";
import { removeRule } from "#app/care/triage/remove-rule.server.ts";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { saveRule, type RuleSaved } from "#app/care/triage/save-rule.server.ts";
import { faultOf } from "#app/lib/fault.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";
import { fieldAt, type Faults } from "./rule-draft.ts";

type Session = Pick<StaffSession, "inShop" | "shop" | "staff">;

const id = z.string().min(1).max(64);
const act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("order"), ids: z.string().transform((ids) => ids.split(",")) }),
  z.object({ intent: z.literal("switch"), id, on: z.enum(["true", "false"]) }),
  z.object({ intent: z.literal("remove"), id }),
]);

/** What became of a click on the list; each outcome has its words on the screen. */
export type ListAnswer = {
  outcome: "ordered" | "switched_on" | "switched_off" | "removed" | "changed_since" | "not_there" | "refused";
};

/** One click on the list of rules. */
export async function changeRules(session: Session, form: FormData): Promise<ListAnswer> {
  requireRole(session, "triage");
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused" };
  const given = parsed.data;
  const { inShop, shop, staff } = session;
  const by = { shopId: shop.id, by: staff.id, at: new Date() };
  switch (given.intent) {
    case "order":
      return inShop((tx) => orderRules(tx, { shopId: shop.id, ids: given.ids }));
    case "switch":
      return switchRule(session, { id: given.id, enabled: given.on === "true" });
    case "remove": {
      const { outcome } = await inShop((tx) => removeRule(tx, { ...by, id: given.id }));
      return { outcome: outcome === "removed" ? "removed" : "not_there" };
    }
  }
}

async function switchRule(
  { inShop, shop, staff }: Session,
  { id: ruleId, enabled }: { id: string; enabled: boolean },
): Promise<ListAnswer> {
  const saved = await inShop(async (tx): Promise<RuleSaved> => {
    const before = (await readRules(tx, shop.id)).find((one) => one.id === ruleId);
    if (!before) return { outcome: "not_found" };
    const { id: _id, version, ...rule } = before;
    const given = { shopId: shop.id, id: ruleId, version, by: staff.id, at: new Date() };
    return saveRule(tx, { ...given, rule: { ...rule, enabled } });
  });
  switch (saved.outcome) {
    case "saved":
      return { outcome: enabled ? "switched_on" : "switched_off" };
    case "changed_since":
      return { outcome: "changed_since" };
    case "misnamed":
    case "too_many":
      return { outcome: "refused" };
    case "not_found":
      return { outcome: "not_there" };
  }
}

export type SaveAnswer =
  | { outcome: "saved"; id: string; version: number }
  | { outcome: "refused"; faults: Faults }
  | { outcome: "changed_since" | "not_there" | "too_many" };

const saving = z.object({
  rule: z.unknown(),
  id: id.optional(),
  version: z.number().int().optional(),
});

/** Saves the rule on the form, or names each field that was refused. */
export async function saveRuleForm({ inShop, shop, staff }: Session, text: string): Promise<SaveAnswer> {
  requireRole({ staff }, "triage");
  const given = saving.safeParse(parsed(text));
  if (!given.success) return { outcome: "refused", faults: { name: { code: "invalid" } } };
  const rule = ruleInputSchema.safeParse(given.data.rule);
  if (!rule.success) return { outcome: "refused", faults: faultsIn(given.data.rule, rule.error) };
  const saved = await inShop((tx) =>
    saveRule(tx, { ...given.data, shopId: shop.id, rule: rule.data, by: staff.id, at: new Date() }),
  );
  switch (saved.outcome) {
    case "saved":
      return { outcome: "saved", id: saved.rule.id, version: saved.rule.version };
    case "misnamed": {
      const field = fieldAt(rule.data, saved.field.split("."));
      return { outcome: "refused", faults: { [field]: { code: saved.why } } };
    }
    case "not_found":
      return { outcome: "not_there" };
    case "too_many":
    case "changed_since":
      return { outcome: saved.outcome };
  }
}

/** The form sends whole rules, whose parts may still be empty. */
const shapeSchema = z.object({ actions: z.array(z.object({ do: z.string() })) }).catch({ actions: [] });

function faultsIn(rule: unknown, error: z.ZodError): Faults {
  const shape = shapeSchema.parse(rule);
  const faults: Faults = {};
  for (const issue of error.issues) faults[fieldAt(shape, issue.path)] ??= faultOf(issue);
  return faults;
}

/** What no form of ours sends is no rule. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
