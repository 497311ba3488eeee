import { describe, expect, it } from "vitest";
import type { OutreachState } from "#app/care/decide/outreach.ts";
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
    expect(suggestNextStep({ conversations: [], disputes: ["won"], issues: [] })).toBeNull();
    expect(
      suggestNextStep({
        conversations: [conversation("a", { status: "waiting" })],
        disputes: [],
        issues: [],
      }),
    ).toBeNull();
  });

  it("puts a mail that may be lost before a dispute, a dispute before a draft, a draft before an answer", () => {
    const answer = conversation("a");
    const draft = conversation("b", { waitingDraft: true });
    const lost = conversation("c", { status: "waiting", uncertainDelivery: true });
    const all = { conversations: [answer, draft, lost], disputes: ["needs_response"], issues: [] };
    expect(suggestNextStep(all)).toMatchObject({ kind: "settle_delivery", conversationId: "c" });
    expect(suggestNextStep({ ...all, conversations: [answer, draft] })).toMatchObject({
      kind: "answer_dispute",
      conversationId: null,
    });
    expect(suggestNextStep({ disputes: [], issues: [], conversations: [answer, draft] })).toMatchObject({
      kind: "review_draft",
      conversationId: "b",
    });
    expect(suggestNextStep({ disputes: [], issues: [], conversations: [answer] })).toMatchObject({
      kind: "answer",
      conversationId: "a",
    });
  });

  describe("when nobody waits for an answer", () => {
    const outreach = (state: OutreachState, conversationId: string | null = null) => ({
      ...{
        id: "o",
        stage: "first" as const,
        state,
        reasons: [],
        notBefore: null,
        lookAt: null,
        changedAt: "",
      },
      ...{ draftId: null, conversationId },
    });
    const issue = (id: string, given: object = {}) => ({
      ...{ id, status: "open" as const, severity: 2 as const, snoozedUntil: null, outreach: null },
      ...given,
    });
    const next = (...issues: ReturnType<typeof issue>[]) =>
      suggestNextStep({ conversations: [], disputes: [], issues });

    it("reviews the message about the gravest problem of which one waits", () => {
      const grave = issue("grave", { severity: 4, outreach: outreach("waiting", "c") });
      const light = issue("light", { outreach: outreach("waiting") });
      expect(next(light, grave)).toMatchObject({
        kind: "review_outreach",
        issueId: "grave",
        conversationId: "c",
      });
      expect(next(light, issue("over", { status: "resolved", outreach: outreach("waiting") }))).toMatchObject(
        {
          issueId: "light",
        },
      );
    });

    it("looks into a grave problem that nobody sees to", () => {
      expect(next(issue("a"), issue("b", { severity: 3 }))).toMatchObject({
        kind: "look_into_issue",
        issueId: "b",
      });
      expect(next(issue("b", { severity: 4, outreach: outreach("refused") }))).toMatchObject({
        issueId: "b",
      });
      expect(next(issue("b", { severity: 4, outreach: outreach("sent") }))).toBeNull();
      expect(next(issue("b", { severity: 4, snoozedUntil: "2026-12-01T00:00:00.000Z" }))).toBeNull();
      expect(next(issue("b", { severity: 4, status: "dismissed" }))).toBeNull();
      expect(next(issue("b"))).toBeNull();
    });

    it("answers a shopper first", () => {
      const grave = issue("grave", { severity: 4, outreach: outreach("waiting") });
      expect(
        suggestNextStep({ conversations: [conversation("a")], disputes: [], issues: [grave] }),
      ).toMatchObject({ kind: "answer" });
    });
  });
});
