import { canDo } from "#app/care/draft/feasible-options.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { aboutChange } from "#app/care/draft/plan/about-change.ts";
import { returnStatus } from "#app/care/draft/plan/about-money.ts";
import { returnPolicy } from "#app/care/draft/plan/return-policy.ts";
import {
  asking,
  naming,
  offering,
  promising,
  telling,
  type Part,
  type PlanContext,
} from "#app/care/draft/plan-step.ts";

/** Wrong, damaged or missing: what we know, what we still need to see, and who takes it on. */
export function aboutItem(order: OrderSheet, { reading, sheet, tone }: PlanContext): Part {
  const { ids } = order;
  const missing = reading.claims.some(({ kind }) => kind === "missing_item");
  if (missing && order.partial)
    return {
      approach: "answer",
      steps: [
        telling("item.rest_not_shipped", { with: { order: ids.name }, rests: [ids.status] }),
        promising("next.tracking_follows", { rests: [ids.status] }),
      ],
      offers: [],
    };
  const cites = ids.name ? [ids.name] : [];
  const seen = sheet.ids.attachments;
  const needed = missing ? "ask.what_is_missing" : "ask.photo";
  return {
    approach: seen ? "answer" : "ask",
    steps: [
      naming(tone === "upset" ? "name.item" : "name.item_calm", {
        with: { order: ids.name, items: ids.items },
      }),
      ...(seen ? [offering("item.seen", { with: { attachments: seen } })] : [asking(needed)]),
      promising(seen ? "next.item_check" : "next.item_check_then", { rests: cites }),
    ],
    offers: ["put_right"],
    ...(seen ? {} : { question: needed }),
  };
}

/** Sending something back: the return that is open, or how to begin one. */
export function aboutReturn(order: OrderSheet, context: PlanContext): Part {
  if (order.openReturn)
    return { approach: "answer", steps: [...returnStatus(order), ...returnPolicy(context)], offers: [] };
  // What has not left yet is stopped, not returned.
  if (order.shipping === "unfulfilled" || order.shipping === "on_hold" || order.shipping === "cancelled")
    return aboutChange(order, context);
  const { ids } = order;
  // The policy's days are over: what is still possible is a person's to say.
  if (!canDo("return", order, context))
    return {
      approach: "answer",
      steps: [
        telling("state.delivered", {
          with: { order: ids.name, carrier: ids.carrier, deliveredAt: ids.deliveredAt },
          rests: [ids.lastStatus],
        }),
        ...returnPolicy(context),
        promising("next.check_possible", { rests: [ids.name] }),
      ],
      offers: [],
    };
  return {
    approach: "ask",
    steps: [
      telling("return.about", { with: { order: ids.name, items: ids.items } }),
      ...returnPolicy(context),
      asking("ask.return"),
      promising("next.return_steps", { rests: ids.name ? [ids.name] : [] }),
    ],
    offers: ["return"],
    question: "ask.return",
  };
}
