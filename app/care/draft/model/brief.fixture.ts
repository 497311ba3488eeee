import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftAnswer } from "#app/care/draft/model/answer.ts";
import { briefFor, type Brief } from "#app/care/draft/model/brief.ts";
import { cases, inputs } from "#app/care/draft/situations.fixture.ts";

/** One of the golden situations with what somebody wrote about it. All people and orders are invented. */
export function inputOf(
  name: keyof typeof cases,
  { language = "en", ...more }: Partial<DraftInput> & { language?: string } = {},
): DraftInput {
  const given = cases[name];
  if (!given) throw new Error(`There is no case ${name}`);
  const { facts, reading } = inputs(given, language);
  return {
    facts: { ...facts, message: { ...facts.message, id: name } },
    reading: { ...reading, language },
    text: "Where is my parcel? Kind regards, Anna Berg",
    voice: "friendly",
    shopDomains: ["fernweh.example"],
    seesAllOrders: true,
    ...more,
  };
}

export function briefOf(input: DraftInput): Brief {
  const brief = briefFor(input, composeDraft(input));
  if (!brief) throw new Error("No model is asked of this message");
  return brief;
}

/** The short id of what a fact is of: `f("carrier")`. */
export const idsIn = (brief: Brief) => (key: string) => {
  const found = brief.facts.find((fact) => fact.key === key);
  if (!found) throw new Error(`No fact ${key}`);
  return found.id;
};

/**
 * A good answer about the stalled parcel of an angry shopper, in the form that the prompt asks for. Handwritten, November 2026: no
 * key was at hand to record one.
 */
export function goodAnswer(brief: Brief): DraftAnswer {
  const f = idsIn(brief);
  return {
    sentences: [
      {
        text: `Your order {${f("name")}} was last seen in {${f("city")}} on {${f("lastAt")}}, and that is a long time to wait.`,
        kind: "empathy",
        cites: [f("lastStatus")],
        stage: "name",
      },
      { text: "We are sorry for this delay.", kind: "empathy", cites: [f("lastAt")], stage: "name" },
      {
        text: `You can look it up under {${f("tracking")}} here: {${f("link")}}`,
        kind: "fact",
        cites: [],
        stage: "answer",
      },
      ...placedFixed(brief),
    ],
    options: [],
  };
}

/** Each of the shop's own sentences, placed once, as a good answer does. */
export const placedFixed = ({ fixed }: Brief) =>
  fixed.map(({ id }) => ({ text: `{${id}}`, kind: "fixed" as const, cites: [], stage: "next" as const }));
