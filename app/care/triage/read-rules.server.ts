import type { TriageRule } from "@prisma/client";
import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { actionSchema, conditionsSchema, type Rule } from "./rule.ts";

/** A rule that is stored; what of a later release cannot be read here is left to that release. */
export function ruleOf(row: TriageRule): Rule | null {
  const parsed = storedSchema.safeParse({ conditions: row.conditions, actions: row.actions });
  if (!parsed.success) {
    logger.warn({ shopId: row.shopId, ruleId: row.id }, "a triage rule cannot be read");
    return null;
  }
  const { id, version, name, enabled, stop } = row;
  return { id, version, name, enabled, stop, ...parsed.data };
}

const storedSchema = z.object({ conditions: conditionsSchema, actions: z.array(actionSchema) });

/** The shop's rules in their order, those that are off, too. */
export async function readRules(tx: Tx, shopId: string): Promise<Rule[]> {
  const rows = await tx.triageRule.findMany({
    where: { shopId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => ruleOf(row) ?? []);
}
