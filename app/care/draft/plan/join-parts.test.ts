import { describe, expect, it } from "vitest";
import { joinParts } from "#app/care/draft/plan/join-parts.ts";
import { asking, courtesy, promising, telling, type Part } from "#app/care/draft/plan-step.ts";

const parcel: Part = {
  approach: "answer",
  steps: [telling("state.in_transit", { with: { order: "order:1:name" } }), courtesy("refund.bank")],
  offers: [],
};
const photo: Part = {
  approach: "ask",
  steps: [
    telling("state.in_transit", { with: { order: "order:1:name" } }),
    telling("return.open", { with: { order: "order:1:name" } }),
    asking("ask.photo"),
    promising("next.item_check_then"),
  ],
  offers: ["put_right"],
  question: "ask.photo",
};
const product: Part = {
  approach: "answer",
  steps: [promising("product.colleague")],
  offers: ["answer_question"],
  missing: ["product_knowledge"],
  handOver: "Complete it.",
};
const said = ({ steps }: Part) => steps.map(({ say }) => say);

describe("several questions in one reply", () => {
  it("are each answered, and nothing is said twice", () => {
    const joined = joinParts(parcel, [photo]);
    expect(said(joined)).toEqual([
      "state.in_transit",
      "refund.bank",
      "return.open",
      "ask.photo",
      "next.item_check_then",
    ]);
    expect(joined).toMatchObject({
      approach: "answer",
      question: "ask.photo",
      offers: ["put_right"],
      left: 0,
    });
  });

  it("say the same of two orders twice", () => {
    const other = { ...parcel, steps: [telling("state.in_transit", { with: { order: "order:2:name" } })] };
    expect(said(joinParts(parcel, [other]))).toEqual(["state.in_transit", "refund.bank", "state.in_transit"]);
  });

  it("ask one question back; what hangs on a second answer is left out", () => {
    const which: Part = { approach: "ask", steps: [asking("ask.which")], offers: [], question: "ask.which" };
    const joined = joinParts(which, [photo]);
    expect(said(joined)).toEqual(["ask.which", "state.in_transit", "return.open"]);
    expect(joined).toMatchObject({ question: "ask.which", offers: [], left: 1 });
    expect(joinParts(which, [which])).toMatchObject({ steps: which.steps, left: 0 });
  });

  it("miss something only where none of them can be answered, and say what a person must add", () => {
    expect(joinParts(parcel, [product])).toMatchObject({ missing: [], handOver: "Complete it." });
    expect(joinParts(product, [product]).missing).toEqual(["product_knowledge"]);
  });

  it("are none where a person takes over", () => {
    const taken: Part = { approach: "hand_over", steps: [courtesy("hand_over.person")], offers: [] };
    expect(said(joinParts(taken, [photo]))).toEqual(["hand_over.person"]);
  });
});
