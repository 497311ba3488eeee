import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { lockRules } from "#app/care/triage/lock-rules.server.ts";
import type { Tx } from "#app/db.server.ts";
import { misnamedIn, type Misnamed } from "./misnamed-in.ts";
import { readNameable } from "./read-nameable.server.ts";
import { ruleOf } from "./read-rules.server.ts";
import { MOST_RULES, type Rule, type RuleInput } from "./rule.ts";

export type SaveRule = {
  shopId: string;
  /** Absent: a new one, after all others. */
  id?: string | undefined;
  /** The version that was changed: another one means that somebody changed it meanwhile. Absent: whatever it is. */
  version?: number | undefined;
  rule: RuleInput;
  by: string;
  at: Date;
};

export type RuleSaved =
  | { outcome: "saved"; rule: Rule }
  | { outcome: "not_found" | "too_many" | "changed_since" }
  | ({ outcome: "misnamed" } & Misnamed);

/**
 * Writes a new rule, or changes one. What it looks for and does becomes another version with every change: what the version before did
 * for a message is not done again, and what the new one says is.
 */
export async function saveRule(tx: Tx, given: SaveRule): Promise<RuleSaved> {
  const { shopId, id, version, rule, by, at } = given;
  await lockRules(tx, shopId);
  const [misnamed] = misnamedIn(rule, await readNameable(tx, shopId));
  if (misnamed) return { outcome: "misnamed", ...misnamed };
  if (id === undefined) return create(tx, given);
  const row = await tx.triageRule.findFirst({ where: { shopId, id, removedAt: null } });
  if (!row) return { outcome: "not_found" };
  if (version !== undefined && version !== row.version) return { outcome: "changed_since" };
  const before = ruleOf(row);
  const says = ({ conditions, actions, stop }: RuleInput) => ({ conditions, actions, stop });
  const isSame = before !== null && isDeepStrictEqual(says(before), says(rule));
  const next = isSame ? row.version : row.version + 1;
  await tx.triageRule.update({
    where: { id },
    data: { ...rule, version: next, changedBy: by, changedAt: at },
  });
  return { outcome: "saved", rule: { ...rule, id, version: next } };
}

async function create(tx: Tx, { shopId, rule, by, at }: SaveRule): Promise<RuleSaved> {
  const last = await tx.triageRule.aggregate({
    where: { shopId, removedAt: null },
    _count: true,
    _max: { position: true },
  });
  if (last._count >= MOST_RULES) return { outcome: "too_many" };
  const id = randomUUID();
  const position = (last._max.position ?? -1) + 1;
  await tx.triageRule.create({
    data: { ...rule, id, shopId, position, createdBy: by, createdAt: at, changedBy: by, changedAt: at },
  });
  return { outcome: "saved", rule: { ...rule, id, version: 1 } };
}
