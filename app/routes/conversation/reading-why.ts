import type { Because } from "#app/care/understand/reading.ts";
import { asSentence, emotionLabel, listed, withinSentence } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";

/** Why a message was read as it was, in one sentence; in English where it was kept before there were codes. */
export function readingWhy(
  say: Say,
  { why, because }: { why: string; because?: Because | undefined },
): string {
  const isPlain = because?.rule === "text_alone" && because.words === "neutral" && !because.weak;
  const key = `reading.why.${isPlain ? "plain" : because?.rule}`;
  if (!because || !say.knows(key)) return asSentence(why);
  const { words, other, shows, weak, after } = because;
  const feeling = (one: Because["words"]) => (one ? withinSentence(say, emotionLabel(say, one)) : "");
  const rule = say(key, {
    ...{ words: feeling(words), other: feeling(other) },
    shows: shows ? showsInWords(say, shows) : "nothing",
  });
  const said = weak ? say("reading.why.weak", { why: rule }) : rule;
  const whole = after ? say("reading.why.after", { why: said, emotion: feeling(after) }) : said;
  return asSentence(say("reading.why.sentence", { why: whole }));
}

/** What the record shows, as half a sentence. */
function showsInWords(say: Say, { code, count, mark, more = [], suggests }: NonNullable<Because["shows"]>) {
  const key = `reading.shows.${code}`;
  const emotion = suggests ? withinSentence(say, emotionLabel(say, suggests)) : "";
  const what = say.knows(key) ? say(key, { count: count ?? 0, mark: mark ?? "", emotion }) : "";
  const weights = more.flatMap((one) => {
    const weight = `reading.weighs.${one}`;
    return say.knows(weight) ? [say(weight)] : [];
  });
  return weights.length > 0 ? say("reading.shows.with", { what, more: listed(say, weights) }) : what;
}
