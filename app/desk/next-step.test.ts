import { describe, expect, it } from "vitest";
import { suggestNextStep } from "./next-step.ts";

const conversation = (id: string, given: object = {}) => ({
  id,
  status: "open",
  waitingDraft: false,
  uncertainDelivery: false,
  ...given,
});

describe("suggestNextStep", () => {
  it("suggests nothing when nothing is open", () => {
    expect(suggestNextStep({ conversations: [], disputes: ["won"] })).toBeNull();
    expect(
      suggestNextStep({ conversations: [conversation("a", { status: "waiting" })], disputes: [] }),
    ).toBeNull();
  });

  it("puts a mail that may be lost before a dispute, a dispute before a draft, a draft before an answer", () => {
    const answer = conversation("a");
    const draft = conversation("b", { waitingDraft: true });
    const lost = conversation("c", { status: "waiting", uncertainDelivery: true });
    const all = { conversations: [answer, draft, lost], disputes: ["needs_response"] };
    expect(suggestNextStep(all)).toMatchObject({ kind: "settle_delivery", conversationId: "c" });
    expect(suggestNextStep({ ...all, conversations: [answer, draft] })).toMatchObject({
      kind: "answer_dispute",
      conversationId: null,
    });
    expect(suggestNextStep({ disputes: [], conversations: [answer, draft] })).toMatchObject({
      kind: "review_draft",
      conversationId: "b",
    });
    expect(suggestNextStep({ disputes: [], conversations: [answer] })).toMatchObject({
      kind: "answer",
      conversationId: "a",
    });
  });
});
