import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { asksForCode } from "#app/care/draft/plan/ask-proof.ts";
import { offerHint } from "#app/care/draft/offer-hint.ts";
import { cases, inputs, orders, type Case } from "#app/care/draft/situations.fixture.ts";

function draft(given: Case, more: Partial<DraftInput> & { language?: string } = {}) {
  const { facts, reading } = inputs(given, more.language ?? "en");
  return composeDraft({
    facts,
    text: "",
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
    ...more,
    reading: { ...reading, ...more.reading, language: more.language ?? "en" },
  }).content;
}
const named = (name: string) => cases[name] as Case;
const warnings = (content: ReturnType<typeof draft>) =>
  content.checks.filter(({ outcome }) => outcome === "warn");

describe("an unproven writer", () => {
  const secrets = /1001|DHL|0034|Leipzig|March|blanket|59\.90|dhl\.com/u;

  it("is asked for proof and told nothing, in the same words whether the order exists or not", () => {
    const real = draft(named("unproven"));
    const none = draft(named("no order found"));
    expect(real.plan.approach).toBe("ask_proof");
    expect(real.text).not.toMatch(secrets);
    expect(real.text).toBe(none.text);
    expect(
      real.sentences.flatMap(({ cites }) => cites).filter((id) => /^(?:order|fulfillment|refund)/u.test(id)),
    ).toEqual([]);
  });

  it("is told nothing whatever they ask, with every intent and order state", () => {
    for (const given of Object.values(cases)) {
      const { text } = draft({ ...given, proof: "none" });
      expect(text).not.toMatch(/#1001|DHL|0034|Leipzig|59\.90|24\.50/u);
    }
  });

  it("cannot learn of another's order by proving to be somebody", () => {
    const { facts, reading } = inputs(named("where is it, in transit"), "en");
    const theirs = facts.orders.map((order) => ({
      ...order,
      customer: { id: "88", name: "Bo", email: "bo@example.com" },
    }));
    const content = draft(named("where is it, in transit"), {
      facts: { ...facts, orders: theirs },
      reading: { ...reading, identity: "signed_in", language: "en" },
    });
    expect(content.facts.some(({ source }) => source.entity === "order")).toBe(false);
    expect(content.plan.approach).toBe("ask_proof");
  });

  it("is not asked for what they sent already", () => {
    expect(draft(named("unproven, number given")).plan.question).toBe("proof.ask_email");
  });

  it.each(composedLanguages)("is asked for a code alike, whether one goes out or not, in %s", (language) => {
    const ask = (order: string | null, mayAsk = true) =>
      draft(named("unproven, number given"), { language, code: { mayAsk, order } });
    const [real, none] = [ask("#1001"), ask(null)];
    expect(real.plan.question).toBe("proof.code");
    expect(real.text).toBe(none.text);
    expect(isBlocked(real.checks)).toBe(false);
    expect(warnings(real)).not.toEqual(warnings(none));
    expect(ask("#1001", false).plan.question).toBe("proof.ask_email");
    expect(draft(named("unproven"), { language, code: { mayAsk: true, order: null } }).plan.question).toBe(
      "proof.ask_both",
    );
  });

  it("gets a code with the question, and none without it", () => {
    const content = draft(named("unproven, number given"), { code: { mayAsk: true, order: "#1001" } });
    expect(asksForCode(content, content.text)).toBe(true);
    expect(asksForCode(content, `Dear Anna,\n\n${content.text.replaceAll(" ", "\n")}`)).toBe(true);
    expect(asksForCode(content, "Please call us.")).toBe(false);
    expect(asksForCode(draft(named("unproven")), content.text)).toBe(false);
  });
});

describe("empathy", () => {
  it("names a fact of this case, or is left out", () => {
    const bare = Object.values(cases)
      .flatMap((given) => draft(given).sentences)
      .filter(({ kind, cites }) => kind === "empathy" && cites.length === 0);
    expect(bare).toEqual([]);
  });

  it("is left out when the reading is unsure", () => {
    const sure = draft(named("where is it, stalled, furious"));
    const unsure = draft(named("where is it, stalled, unsure"));
    expect(sure.sentences.some(({ kind }) => kind === "empathy")).toBe(true);
    expect(unsure.sentences.some(({ kind }) => kind === "empathy")).toBe(false);
    expect(unsure.plan.neutral).toBe(true);
  });

  it("congratulates nobody whose praise may be irony", () => {
    const sure = draft(named("praise"));
    const doubted = draft({ ...named("praise"), unsure: true });
    expect(sure.text).toMatch(/thank you for|enjoy/iu);
    expect(doubted.text).not.toMatch(/kind words|say so|telling us|write this|enjoy/iu);
  });

  it("apologises only for a fault on record", () => {
    const onTime = draft({ ...named("where is it, in transit"), emotion: "anger" });
    expect(onTime.text).not.toMatch(/sorry|apologi/iu);
  });
});

describe("a risk flag", () => {
  it.each([
    "legal",
    "chargeback",
    "safety",
    "self_harm",
    "press",
    "vulnerable",
    "wants_person",
    "injection",
  ] as const)("%s goes to a person, with no promise but the day of the answer", (flag) => {
    const content = draft({ order: "stalled", intent: "refund", emotion: "anger", flags: [flag] });
    expect(content.plan.approach).toBe("hand_over");
    expect(content.plan.options).toEqual([]);
    expect(content.sentences.some(({ kind }) => kind === "policy")).toBe(false);
    const promised = content.sentences.filter(({ kind }) => kind === "promise");
    expect(promised.map(({ cites }) => cites)).toEqual([["shop:name", "shop:answer-by"]]);
    expect(warnings(content)).toEqual(expect.arrayContaining([expect.objectContaining({ rule: "person" })]));
  });
});

describe("what is said of the team", () => {
  const claimsWork = /\b(?:is|are) (?:now )?(?:looking|working|with (?:a person|one|our team))/iu;

  it.each(["product question", "account"])("%s: a promise that the reviewer is warned of", (name) => {
    const content = draft(named(name));
    expect(content.sentences.filter(({ kind }) => kind === "promise")).toEqual([
      expect.objectContaining({ cites: ["message:topic"], text: expect.stringContaining(" will ") }),
      expect.objectContaining({ cites: ["shop:name", "shop:answer-by"] }),
    ]);
    expect(warnings(content).map(({ rule }) => rule)).toEqual(expect.arrayContaining(["person", "to_do"]));
    expect(content.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
  });

  it("nothing that nobody did: only that the message was read, which is true once a person sends it", () => {
    expect(draft(named("wants a person")).text).toContain("someone in our team has read your message");
    for (const given of Object.values(cases)) {
      const { sentences, text } = draft(given);
      expect(text).not.toMatch(claimsWork);
      expect(sentences.filter(({ kind }) => kind === "action")).toEqual([]);
    }
  });
});

describe("hints", () => {
  const plain = draft(named("where is it, stalled, unsure"));

  it.each([
    "shorter",
    "kürzer bitte",
    "más corto",
    "plus court",
    "mais curto",
    "più breve",
    "korter graag",
    "もっと短く",
  ])("%s leaves out what can be left out", (hint) => {
    const short = draft(named("where is it, stalled, unsure"), { hint });
    expect(short.sentences.length).toBeLessThan(plain.sentences.length);
    expect(short.sentences.filter(({ kind }) => kind === "fact")).toEqual(
      plain.sentences.filter(({ kind }) => kind === "fact"),
    );
  });

  it("makes it more formal, and warmer", () => {
    expect(draft(named("return"), { language: "de", hint: "förmlicher" }).text).toContain(
      "Guten Tag Anna Berg,",
    );
    expect(
      draft(named("where is it, stalled, unsure"), { hint: "warmer" }).sentences.some(
        ({ kind }) => kind === "empathy",
      ),
    ).toBe(true);
  });

  it("offers a return under the policy, and says what it cannot offer", () => {
    const offered = draft(named("refund asked"), { hint: "offer a return" });
    expect(offered.sentences.some(({ kind }) => kind === "policy")).toBe(true);
    expect(
      warnings(draft(named("refund asked"), { hint: "offer a 20% discount" })).map(({ rule }) => rule),
    ).toContain("hint");
    expect(
      warnings(draft(named("return"), { hint: "offer an exchange" })).map(({ why }) => why),
    ).toContainEqual(expect.stringContaining("stock is not read"));
    expect(
      warnings(draft(named("refund asked"), { hint: "mention the moon" })).map(({ rule }) => rule),
    ).toContain("hint");
  });
});

describe("an option that a reviewer chose", () => {
  const chosen = (name: string) =>
    draft(named(name)).plan.options.flatMap(({ id, label }) => [
      { id, content: draft(named(name), { hint: offerHint(label) }) },
    ]);

  it("is offered, or it is said why not: every one that is shown, in every case", () => {
    let offered = 0;
    for (const name of Object.keys(cases))
      for (const { id, content } of chosen(name)) {
        const follows = content.plan.offered?.includes(id) === true;
        const refused = warnings(content).some(({ rule }) => rule === "hint");
        expect({ name, id, said: follows || refused }).toEqual({ name, id, said: true });
        expect({ name, id, blocked: isBlocked(content.checks) }).toEqual({ name, id, blocked: false });
        offered += follows ? 1 : 0;
      }
    expect(offered).toBeGreaterThan(20);
  });

  it("adds its sentence and its day, and nothing to who is sent to a person", () => {
    const [enquiry] = chosen("where is it, stalled, unsure").filter(({ id }) => id === "carrier_enquiry");
    expect(enquiry?.content.sentences.filter(({ kind }) => kind === "promise")).toHaveLength(2);
    expect(chosen("legal threat")).toEqual([]);
    const told = draft(named("legal threat"), { hint: "Offer: Ask the carrier where the parcel is" });
    expect(told.plan.offered).toEqual([]);
  });
});

describe("languages", () => {
  it("says to the reviewer when it cannot write theirs", () => {
    const polish = draft(named("where is it, in transit"), { language: "pl" });
    expect(polish.text).toContain("Hi Anna,");
    expect(warnings(polish)).toEqual([
      expect.objectContaining({ rule: "language", why: "They write in Polish; this draft is in English" }),
    ]);
  });

  it("answers who writes formally formally, never the other way round", () => {
    const text = "Guten Tag, können Sie mir sagen, wo mein Paket ist?";
    expect(draft(named("return"), { language: "de", text }).text).toContain("möchten Sie");
    expect(
      draft(named("return"), { language: "de", text: "Hi, wo ist mein Paket? Sie ist weg." }).text,
    ).toContain("möchtest du");
    expect(
      draft(named("return"), { language: "de", text: "könnt ihr helfen", voice: "formal" }).text,
    ).toContain("möchten Sie");
  });
});

describe("variation", () => {
  it("gives one message the same words and different ones different words", () => {
    const of = (id: string) => {
      const { facts } = inputs(named("where is it, in transit"), "en");
      return draft(named("where is it, in transit"), {
        facts: { ...facts, message: { ...facts.message, id } },
      }).text;
    };
    expect(of("a")).toBe(of("a"));
    expect(new Set(["a", "b", "c", "d", "e", "f", "g", "h"].map(of)).size).toBeGreaterThan(2);
  });
});

describe("several parcels and orders", () => {
  it("tells the state of each order they named", () => {
    const two = [orders.inTransit, { ...orders.unfulfilled, id: "1002", name: "#1002" }];
    const { facts } = inputs(named("where is it, in transit"), "en");
    const refs = two.map(({ id, name }) => ({
      kind: "order_name" as const,
      value: name,
      start: 0,
      end: 5,
      orderId: id,
    }));
    const content = draft(
      { ...named("where is it, in transit"), refs },
      { facts: { ...facts, orders: two } },
    );
    expect(content.text).toContain("#1001");
    expect(content.text).toContain("#1002");
  });

  it("says that an order they name may be older than what can be seen", () => {
    const refs = [{ kind: "order_name" as const, value: "#900", start: 0, end: 4, orderId: null }];
    const content = draft({ order: "none", intent: "order_status", refs }, { seesAllOrders: false });
    expect(warnings(content).map(({ rule }) => rule)).toContain("unseen");
  });
});
