import { describe, expect, it } from "vitest";
import type { Draft } from "#app/care/draft/draft.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { promisesInReply } from "./promises-in-reply.ts";
import { toldFacts } from "./told-facts.ts";

const at = new Date("2026-11-25T14:00:00Z");
const fact = (id: string, kind: Draft["facts"][number]["kind"], value: string): Draft["facts"][number] => {
  const [entity = "", source = "", field = ""] = id.split(":");
  return {
    ...{ id, label: field, value, raw: value, kind, source: { entity, id: source, field } },
    ...{ observedAt: at.toISOString(), needs: "address_match" },
  };
};
const sentence = (text: string, kind: Draft["sentences"][number]["kind"], cites: string[] = []) => ({
  ...{ text, kind, cites },
  stage: "next" as const,
});
const draft = {
  maker: "composer",
  language: "en",
  facts: [
    fact("fulfillment:f1:eta", "date", "March 14"),
    fact("fulfillment:f1:tracking", "tracking", "JD01"),
  ],
  sentences: [
    sentence("Our policy: you will receive your refund within 14 days.", "policy"),
    sentence("DHL expects it on March 14.", "fact", ["fulfillment:f1:eta"]),
    sentence("You can follow it with JD01.", "fact", ["fulfillment:f1:tracking"]),
    sentence("Shall we look at JD01 for you?", "question", ["fulfillment:f1:tracking"]),
    sentence("We will find out what is holding it up and write to you.", "promise"),
  ],
};
const whole = draft.sentences.map(({ text }) => text).join(" ");
const orders = [
  { id: "1", name: "#1001" },
  { id: "2", name: "#10012" },
];
const found = (text: string, about = orders) =>
  promisesInReply({ draft, text, at, timeZone: "Europe/Berlin", orders: about });

describe("promisesInReply", () => {
  it("takes the draft's promises for the machine's, and nothing else of the draft for one", () => {
    expect(found(whole, orders.slice(0, 1))).toEqual([
      {
        ...{ text: draft.sentences[4]?.text, kind: "enquiry", dueAt: null, saidBy: "composer" },
        orderId: "1",
      },
    ]);
  });

  it("knows an answer that the shop's own term promises, in whatever words", () => {
    const text = "Du bekommst von Fernweh spätestens bis zum 24. November eine Antwort.";
    const answering = {
      ...{ maker: "composer", language: "de" },
      facts: [{ ...fact("shop:answer-by", "date", "24. November"), raw: "2026-11-24" }],
      sentences: [sentence(text, "promise", ["shop:answer-by"])],
    };
    const given = { draft: answering, text, at, timeZone: "Europe/Berlin", orders };
    expect(promisesInReply(given)).toMatchObject([{ kind: "write", saidBy: "composer" }]);
  });

  it("takes a promise that is only quoted for none, however its sentence ends", () => {
    const told = "On March 12 we wrote to you: “We will refund you by March 14.”";
    const late = "This has not been done yet, and we may not manage it by March 14.";
    const quoting = {
      ...draft,
      sentences: [sentence(told, "fact", ["promise:p1:text"]), sentence(late, "fact")],
    };
    const text = `${told} ${late} We are sorry for the delay.`;
    expect(promisesInReply({ draft: quoting, text, at, timeZone: "Europe/Berlin", orders })).toEqual([]);
  });

  it("finds what a person added, with its day, its order and whose words they are", () => {
    expect(found(`${whole}\n\nWe'll ship order #10012 by Friday.`)).toMatchObject([
      { saidBy: "composer", orderId: null },
      { saidBy: "person", kind: "ship", orderId: "2", dueAt: new Date("2026-11-27T22:59:59.999Z") },
    ]);
  });
});

describe("toldFacts", () => {
  const mirrored = [
    { id: "1", fulfillments: [{ id: "f1" }], refunds: [] },
    { id: "2", fulfillments: [], refunds: [] },
  ] as unknown as MirroredOrder[];
  const told = (text: string) =>
    [...toldFacts(draft, text, mirrored)].map(([id, facts]) => [
      id,
      facts.map((one) => [one.id, one.sentence]),
    ]);

  it("are those that stand in what was sent, with the words they stand in", () => {
    expect(told(whole)).toEqual([
      [
        "1",
        [
          ["fulfillment:f1:eta", "DHL expects it on March 14."],
          ["fulfillment:f1:tracking", "You can follow it with JD01."],
        ],
      ],
    ]);
  });

  it("are there in a person's own words too, and not when they were taken out", () => {
    expect(told("Hello. It should be with you on March 14, says the driver. Bye")).toEqual([
      ["1", [["fulfillment:f1:eta", "It should be with you on March 14, says the driver."]]],
    ]);
    expect(told("Hello, we will look at JD0 again.")).toEqual([]);
  });
});
