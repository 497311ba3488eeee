import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftPurpose } from "#app/care/draft/draft.ts";
import type { Raised } from "#app/care/draft/raised.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";

const SAID = "It should be with you on 18 March; follow it with JD01.";
const PROMISED = "We will write to you again by tomorrow.";
const promise = (more: Partial<Raised["promises"][number]> = {}): Raised["promises"][number] => ({
  ...{ id: "p1", text: PROMISED, kind: "enquiry", orderId: "1001", broken: false },
  ...{ madeAt: new Date("2026-03-19T10:00:00Z"), dueAt: new Date("2026-03-20T22:59:59Z") },
  ...more,
});
const claim = (more: Partial<Raised["claims"][number]> = {}): Raised["claims"][number] => ({
  ...{ id: "c1", orderId: "1001", messageId: "out-1", sentAt: new Date("2026-03-16T10:00:00Z"), stage: "s1" },
  facts: [{ factId: "fulfillment:501:eta", said: "18 March", sentence: SAID }],
  ...more,
});

type Given = { situation?: string; language?: string; purpose?: DraftPurpose; voice?: DraftInput["voice"] };

function drafted(raised: Partial<Raised>, given: Given = {}) {
  const {
    situation = "where is it, in transit",
    language = "en",
    purpose = "correction",
    voice = "friendly",
  } = given;
  const { facts, reading } = inputs(cases[situation] as Case, language);
  return composeDraft({
    facts: { ...facts, raised: { promises: [], claims: [], orders: [], ...raised } },
    reading: { ...reading, language },
    ...{ purpose, voice, text: "", shopDomains: ["fernweh.example"], seesAllOrders: true },
  });
}

const blocked = ({ content }: ReturnType<typeof drafted>) =>
  content.checks.filter(({ outcome }) => outcome === "block");
const notes = ({ content }: ReturnType<typeof drafted>) =>
  content.checks.filter(({ rule }) => rule === "to_know").map(({ why }) => why);

describe("a correction", () => {
  it("quotes what we wrote, says that it is not so, and tells what is, each with its facts", () => {
    const { content, without } = drafted({ claims: [claim()] });
    expect(without).toBeNull();
    expect(content).toMatchObject({
      purpose: "correction",
      plan: { raises: [{ kind: "claim", id: "c1", stage: "s1" }], options: [], offered: [] },
    });
    expect(content.text).toContain(`On March 16 we wrote to you: “${SAID}” That is no longer right.`);
    expect(content.text).toContain("March 21");
    expect(content.text).not.toContain("Thank you");
    const quote = content.sentences.find(({ text }) => text.includes(SAID));
    expect(quote?.cites).toEqual(["claim:c1:sentAt", "claim:c1:said0"]);
    expect(content.facts.find(({ id }) => id === "claim:c1:said0")).toMatchObject({
      source: { entity: "message", id: "out-1", field: "text" },
      needs: "address_match",
    });
  });

  it("of a refund tells where the money is, and of no parcel", () => {
    const facts = [
      { factId: "refund:31:refundState", said: "settled", sentence: "Your refund went through." },
    ];
    const { content } = drafted(
      { claims: [claim({ facts })] },
      { situation: "refund pending in yen, angry, signed in" },
    );
    expect(content.text).toMatch(/refund of .*4,800 for order #1001 was started/u);
    expect(content.text).not.toMatch(/on its way|shipped/u);
  });

  it("quotes no link, and only the value where a sentence cannot be quoted", () => {
    const told = (sentence: string) => {
      const facts = [{ factId: "fulfillment:501:tracking", said: "JD01", sentence }];
      return drafted({ claims: [claim({ facts })] });
    };
    const linked = told("JD01 shows where it is: https://dhl.example/JD01");
    expect(linked.content.text).toContain("we wrote to you: “JD01 shows where it is: …”");
    expect(blocked(linked)).toEqual([]);
    expect(told("Ask jo@dhl.example about JD01.").content.text).toContain("we wrote to you: “JD01”");
  });

  it("is not told to who is not shown to own the order", () => {
    const { content, without } = drafted({ claims: [claim()] }, { situation: "unproven" });
    expect(without).toEqual({ reason: "too_thin", missing: [] });
    expect(JSON.stringify(content.facts)).not.toContain(SAID);
    expect(content.text).not.toContain(SAID);
  });

  it("tells the reviewer where it is of another parcel, or a person would take over", () => {
    const facts = [{ factId: "fulfillment:499:eta", said: "18 March", sentence: SAID }];
    expect(notes(drafted({ claims: [claim({ facts })] }))).toEqual([
      expect.stringContaining("another parcel"),
    ]);
    const threat = drafted({ claims: [claim()] }, { situation: "legal threat" }).content;
    expect(threat.plan).toMatchObject({
      approach: "answer",
      handOver: expect.stringContaining("Read it yourself"),
    });
  });
});

describe("a promise at risk", () => {
  const purpose = "promise_at_risk" as const;

  it("is named with its day, the state of things and the shop's own day, and nothing is offered", () => {
    const { content } = drafted({ promises: [promise()] }, { purpose });
    expect(content.text).toContain(
      `On March 19 we wrote to you: “${PROMISED}” This has not been done yet, and we may not manage it by March 20.`,
    );
    expect(content.text).toContain("on its way");
    expect(content.sentences.filter(({ kind }) => kind === "promise")).toHaveLength(1);
    expect(content.sentences.find(({ kind }) => kind === "promise")?.cites).toContain("shop:answer-by");
    expect(content.plan.offered).toEqual([]);
  });

  it("whose day is over says so", () => {
    const { content } = drafted({ promises: [promise({ broken: true })] }, { purpose });
    expect(content.text).toContain("This was not done by March 20, the day we had named.");
  });

  it("that no record can show as kept is the reviewer's to judge", () => {
    expect(notes(drafted({ promises: [promise({ kind: "other" })] }, { purpose }))).toEqual([
      expect.stringContaining("mark the promise as done"),
    ]);
  });
});

describe("an answer that has to tell something besides", () => {
  it("tells it first, says nothing twice, and names one day", () => {
    const { content } = drafted(
      { claims: [claim()], promises: [promise()] },
      { purpose: "answer", situation: "refund asked" },
    );
    expect(content.purpose).toBe("answer");
    expect(content.plan.raises?.map(({ kind }) => kind)).toEqual(["claim", "promise"]);
    expect(content.text.match(/at the latest/gu)).toHaveLength(1);
    const texts = content.sentences.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(content.text.indexOf(SAID)).toBeLessThan(content.text.indexOf("No refund has been made"));
  });

  it("leaves it to the person who takes over", () => {
    const { content } = drafted({ claims: [claim()] }, { purpose: "answer", situation: "legal threat" });
    expect(content.plan).toMatchObject({ approach: "hand_over" });
    expect(content.plan.raises).toBeUndefined();
    expect(content.text).not.toContain(SAID);
  });
});

/** Orders whose own fixture says that they left and has no parcel: no sentence about where they are can be right. */
const NO_PARCEL = new Set(["refunded", "refundPending", "dispute"]);
const situations = Object.entries(cases)
  .filter(([, { order, proof }]) => order !== "none" && proof !== "none" && !NO_PARCEL.has(order))
  .map(([name]) => name);
const tasks: { raised: Partial<Raised>; purpose: DraftPurpose }[] = [
  { raised: { claims: [claim()] }, purpose: "correction" },
  {
    raised: { promises: [promise(), promise({ id: "p2", broken: true, kind: "refund" })] },
    purpose: "promise_at_risk",
  },
  { raised: { claims: [claim()], promises: [promise()] }, purpose: "answer" },
];

it.each(composedLanguages)(
  "passes the guard in %s, in both forms, for every state of an order",
  (language) => {
    expect(situations.length).toBeGreaterThan(30);
    for (const situation of situations)
      for (const voice of ["formal", "friendly"] as const)
        for (const { raised, purpose } of tasks) {
          const made = drafted(raised, { situation, language, purpose, voice });
          expect({ situation, purpose, blocked: blocked(made) }).toEqual({ situation, purpose, blocked: [] });
        }
  },
);
