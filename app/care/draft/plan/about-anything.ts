import { whereItIs } from "#app/care/draft/plan/about-shipping.ts";
import { ordersMeant } from "#app/care/draft/plan/orders-meant.ts";
import { answerByKnowledge } from "#app/care/draft/plan/quote-knowledge.ts";
import {
  asking,
  courtesy,
  promising,
  telling,
  type Part,
  type PlanContext,
  type Step,
} from "#app/care/draft/plan-step.ts";
import { readLanguages } from "#app/care/understand/common-words.ts";

/** Kind words get a short thank-you and nothing else. */
export function aboutPraise({ sheet }: PlanContext): Part {
  const [order] = sheet.orders;
  const known = sheet.orders.length === 1 ? (order?.ids.name ?? null) : null;
  return {
    approach: "brief",
    steps: [
      courtesy("praise.thanks"),
      ...(known ? [courtesy("praise.enjoy_order", { rests: [known] })] : []),
    ],
    offers: [],
  };
}

/** What the shop has written about it; what nothing answers, who knows will answer, which the team then has to do. */
export function aboutProduct(context: PlanContext): Part {
  const known = answerByKnowledge(context);
  if (known.length > 0) return { approach: "answer", steps: known, offers: ["answer_question"] };
  const rests = [context.sheet.ids.topic];
  return {
    approach: "answer",
    steps: [courtesy("product.thanks"), { ...promising("product.colleague", { rests }), stage: "answer" }],
    offers: ["answer_question"],
    missing: ["product_knowledge"],
    handOver: "The records hold nothing about the product: complete the answer before you send it.",
  };
}

export function aboutAccount(context: PlanContext): Part {
  const known = answerByKnowledge(context);
  if (known.length > 0) return { approach: "answer", steps: known, offers: ["answer_question"] };
  const rests = [context.sheet.ids.topic];
  return {
    approach: "answer",
    steps: [
      { ...promising("account.colleague", { rests }), stage: "answer" },
      { ...courtesy("account.no_password"), stage: "next" },
    ],
    offers: ["answer_question"],
    missing: ["account_knowledge"],
    handOver: "The records hold nothing about the shopper's account: complete the answer before you send it.",
  };
}

/** A question that the shop has answered somewhere; a grievance without an object, or words we cannot place: one question. */
export function aboutUnclear(context: PlanContext): Part {
  const { tone, matter } = context;
  const known = matter === "other" && tone !== "upset" ? answerByKnowledge(context) : [];
  if (known.length > 0) return { approach: "answer", steps: known, offers: [] };
  return {
    approach: "ask",
    steps: [...inCaseOfOrder(context), asking(tone === "upset" ? "ask.put_right" : "ask.what")],
    offers: [],
    question: tone === "upset" ? "ask.put_right" : "ask.what",
  };
}

/**
 * What is wanted in a language that the recogniser does not read nobody knows; where most who write mean their one order, how it stands
 * answers them. One that is over is told of only where they name it.
 */
function inCaseOfOrder(context: PlanContext): Step[] {
  const { language } = context.reading;
  if (language === undefined || readLanguages.includes(language.split("-")[0] ?? "")) return [];
  const [order, ...more] = ordersMeant({ ...context, matter: "order_status" });
  if (!order || more.length > 0) return [];
  const isNamed = context.reading.orderRefs.some(({ orderId }) => orderId === order.orderId);
  const isOver = order.shipping === "delivered" || order.shipping === "cancelled";
  return isOver && !isNamed ? [] : whereItIs(order);
}

/** Several orders could be meant: name them, ask which. */
export function whichOrder({ sheet }: PlanContext): Part {
  // A label holds number and day together, so that neither can be taken for another order's.
  const labels = sheet.orders
    .slice(0, 4)
    .map(({ ids }) => ids.label)
    .filter((id) => id !== null);
  return {
    approach: "ask",
    steps: [
      telling("which.orders", {
        with: { orders: labels },
      }),
      asking("ask.which"),
    ],
    offers: [],
    question: "ask.which",
  };
}
