import type { ListedLesson } from "#app/care/learn/list-lessons.server.ts";
import type { Say } from "#app/words/say.ts";

/** What a lesson asks of the next drafts, as one would say it to a colleague. */
export const lessonTitle = (say: Say, { rule, text }: Pick<ListedLesson, "rule" | "text">): string =>
  say(`lessons.rule.${rule !== "formality" ? rule : text === "formal" ? "formal" : "friendly"}`);

/** What changes for a shopper once it is used. */
export function lessonEffect(say: Say, { rule, form }: Pick<ListedLesson, "rule" | "form">): string {
  switch (rule) {
    case "greeting":
    case "sign_off":
      return say(form === "formal" ? "lessons.effect.whereFormal" : "lessons.effect.whereFriendly");
    case "formality":
    case "shorter":
    case "no_exclamation":
    case "never_say":
    case "always_say":
    case "article":
      return say(`lessons.effect.${rule}`);
  }
}

/** Rules whose words a person may change before they are used. */
export const hasWords = ({ rule }: Pick<ListedLesson, "rule">) =>
  ["greeting", "sign_off", "always_say", "article"].includes(rule);

/** Words worth reading in the list: the others are said by the title. */
export const showsWords = (lesson: Pick<ListedLesson, "rule">) =>
  hasWords(lesson) || lesson.rule === "never_say";
