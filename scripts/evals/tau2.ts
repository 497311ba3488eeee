import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Intent } from "#app/care/understand/reading.ts";

const taskSchema = z.object({
  user_scenario: z.object({ instructions: z.object({ reason_for_call: z.string() }) }),
  evaluation_criteria: z.object({ actions: z.array(z.object({ name: z.string() })) }),
});

/** What a shop calls each action that changes something. */
const meaning: Record<string, Intent> = {
  cancel_pending_order: "cancel",
  exchange_delivered_order_items: "return",
  return_delivered_order_items: "return",
  modify_pending_order_items: "change_order",
  modify_pending_order_payment: "payment",
  modify_pending_order_address: "change_address",
  modify_user_address: "change_address",
};

/** tau2's retail tasks that change something: any of the task's actions is a right reading of why the customer writes. */
export function tau2Cases(dir: string): { text: string; accepted: string[] }[] {
  const file = readFileSync(join(dir, "tau2_bench_retail/tasks.train.json"), "utf8");
  return z
    .array(taskSchema)
    .parse(JSON.parse(file))
    .map((task) => ({
      text: task.user_scenario.instructions.reason_for_call,
      accepted: task.evaluation_criteria.actions.flatMap(({ name }) => meaning[name] ?? []),
    }))
    .filter(({ accepted }) => accepted.length > 0);
}
