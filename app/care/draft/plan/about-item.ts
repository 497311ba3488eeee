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
export function aboutItem(order: OrderSheet, context: PlanContext): Part {
  const { ids } = order;
  const { reading, sheet, tone } = context;
  const missing = reading.claims.some(({ kind }) => kind === "missing_item");
  if (missing && order.partial)
    return {
      approach: "answer",
      steps: [
        telling("item.rest_not_shipped", { with: { order: ids.name }, rests: [ids.status] }),
        promising("next.tracking_follows", { with: { order: ids.name }, rests: [ids.status] }),
      ],
      offers: [],
    };
  const about = { order: ids.name, items: ids.items };
  const cites = ids.name ? [ids.name] : [];
  const seen = sheet.ids.attachments;
  const files = seen ? [offering("item.seen", { with: { attachments: seen } })] : [];
  const named = naming(tone === "upset" ? "name.item" : "name.item_calm", { with: about });
  // Nobody says that something is missing without saying what: what was packed is the shop's to look up.
  if (missing)
    return {
      approach: "answer",
      steps: [named, ...files, promising("next.packing_check", { with: { order: ids.name } })],
      offers: ["put_right"],
    };
  if (seen)
    return {
      approach: "answer",
      steps: [named, ...files, promising("next.item_check", { rests: cites })],
      offers: ["put_right"],
    };
  const question = context.told.item(order.titles) ? "ask.photo_only" : "ask.photo";
  return {
    approach: "ask",
    steps: [named, asking(question), promising("next.item_check_then", { with: { order: ids.name } })],
    offers: ["put_right"],
    question,
  };
}

/** Sending something back: the return that is open, or how to begin one. */
export function aboutReturn(order: OrderSheet, context: PlanContext): Part {
  if (order.openReturn) return { approach: "answer", steps: returnStatus(order), offers: [] };
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
  const about = telling("return.about", { with: { order: ids.name, items: ids.items } });
  const { told } = context;
  // What is sent back is known: the steps are the shop's to send, and nobody owes it a reason.
  if (told.item(order.titles))
    return {
      approach: "answer",
      steps: [about, ...returnPolicy(context), promising("next.return_now", { with: { order: ids.name } })],
      offers: ["return"],
    };
  const question = told.reason ? "ask.which_item" : "ask.return";
  return {
    approach: "ask",
    steps: [
      about,
      ...returnPolicy(context),
      asking(question),
      promising("next.return_steps", { rests: ids.name ? [ids.name] : [] }),
    ],
    offers: ["return"],
    question,
  };
}
