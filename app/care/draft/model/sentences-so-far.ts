import { draftAnswerSchema, type AnswerSentence } from "#app/care/draft/model/answer.ts";

const sentence = draftAnswerSchema.shape.sentences.element;

/**
 * The whole sentences in the beginning of an answer, pure: each object of its list of sentences that is closed and of the asked shape.
 * What comes after the first that is none is left out.
 */
export function sentencesSoFar(soFar: string): AnswerSentence[] {
  const begin = /"sentences"\s*:\s*\[/u.exec(soFar);
  if (!begin) return [];
  const found: AnswerSentence[] = [];
  for (const object of objectsIn(soFar, begin.index + begin[0].length)) {
    const parsed = sentence.safeParse(jsonOf(object));
    if (!parsed.success) break;
    found.push(parsed.data);
  }
  return found;
}

/** The closed objects of a list, from its beginning to its end or to where the text breaks off. */
function objectsIn(text: string, from: number): string[] {
  const objects: string[] = [];
  let [depth, start, quoted] = [0, from, false];
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{" && depth++ === 0) start = at;
    else if (sign === "}" && --depth === 0) objects.push(text.slice(start, at + 1));
    else if (sign === "]" && depth === 0) break;
  }
  return objects;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
