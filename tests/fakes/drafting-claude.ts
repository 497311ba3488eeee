// What stands in for Claude when it is asked for a draft: it reads the task as a model would and answers in the form that is asked
// for. Handwritten, November 2026: no key was at hand to record answers. Its English is plain; what it proves is the way there and back.
import { z } from "zod";
import type { DraftAnswer } from "#app/care/draft/model/answer.ts";
import { manners, type AskedClaude, type Manner } from "#tests/fakes/anthropic.ts";

type Sentence = DraftAnswer["sentences"][number];

/** The short ids of a task's facts by key, those that must be told, its fixed sentences, and the language of the gloss it asks for. */
function taskOf({ body }: AskedClaude) {
  const content = body.messages[0]?.content ?? "";
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "mu").exec(content)?.[1] ?? "";
  const facts = Array.from(
    line("facts").matchAll(/(f\d+)(!?) ([\w.-]+)(=)?/gu),
    ([, id = "", must, key = "", shown]) => ({
      id,
      key,
      must: must === "!",
      shown: shown === "=",
    }),
  );
  const fixed = Array.from(line("fixed").matchAll(/s\d+/gu), ([id]) => id);
  const gloss = /, gloss in (\w+)$/mu.exec(content)?.[1] ?? null;
  return { facts, fixed, gloss, message: messageOf(content) };
}

const messageOf = (content: string): string =>
  z
    .object({ message: z.string() })
    .parse(JSON.parse(/^<message-[0-9a-f]{32}>\n(.*)\n<\/message/mu.exec(content)?.[1] ?? "{}")).message;

/** What its own sentences say in German, for a team that reads it. */
const inGerman = (gloss: string | null, said: string) => (gloss === "German" ? { gloss: said } : {});

/** An answer that says all it must, and `more` besides. */
export function draftFor(asked: AskedClaude, more: Sentence[] = []): DraftAnswer {
  const { facts, fixed, gloss } = taskOf(asked);
  const status = facts.filter(({ shown }) => shown).map(({ id }) => id);
  const must = facts.filter(({ must: needed, key }) => needed && key !== "link");
  const link = facts.filter(({ key, must: needed }) => key === "link" && needed);
  const values = must.map(({ id }) => `{${id}}`).join(", ");
  const state: Sentence = {
    text: `This is what the record of your order shows now: ${values}.`,
    kind: "fact",
    cites: status,
    stage: "answer",
    ...inGerman(gloss, `Das ist jetzt zu Ihrer Bestellung verzeichnet: ${values}.`),
  };
  const links = link.map(({ id }): Sentence => ({
    text: `It can be followed here: {${id}}`,
    kind: "fact",
    cites: [],
    stage: "answer",
    ...inGerman(gloss, `Hier können Sie sie verfolgen: {${id}}`),
  }));
  const placed = fixed.map((id): Sentence => ({ text: `{${id}}`, kind: "fixed", cites: [], stage: "next" }));
  return { sentences: [state, ...links, ...more, ...placed], options: [] };
}

export const drafting = {
  /** A good draft. */
  writes: ((response, asked) => manners.answers(draftFor(asked))(response, asked)) satisfies Manner,
  /** A good draft with one sentence that somebody else wanted in it. */
  writesBesides:
    (sentence: (asked: ReturnType<typeof taskOf>) => Partial<Sentence>): Manner =>
    (response, asked) => {
      const task = taskOf(asked);
      const cites = task.facts.filter(({ shown }) => shown).map(({ id }) => id);
      const besides: Sentence = { text: "", kind: "fact", cites, stage: "answer", ...sentence(task) };
      manners.answers(draftFor(asked, [besides]))(response, asked);
    },
  /** Each shop, by its name in the prompt, is answered in a manner of its own. */
  byShop:
    (mannerOf: Record<string, Manner>): Manner =>
    (response, asked) => {
      const about = asked.body.system.map(({ text }) => text).join("\n");
      const name = Object.keys(mannerOf).find((one) => about.includes(`"shop":"${one}"`));
      const manner = name === undefined ? undefined : mannerOf[name];
      if (!manner) throw new Error("No manner for this shop");
      manner(response, asked);
    },
};
