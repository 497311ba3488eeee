import type { EditClass } from "#app/care/learn/classify-edit.ts";
import type { ListedLesson } from "#app/care/learn/list-lessons.server.ts";

/** What a lesson asks of the next drafts, as one would say it to a colleague. */
export function lessonTitle({ rule, text }: Pick<ListedLesson, "rule" | "text">): string {
  switch (rule) {
    case "formality":
      return text === "formal" ? "Address shoppers formally" : "Address shoppers as friends";
    case "shorter":
      return "Keep replies shorter";
    case "no_exclamation":
      return "Write no exclamation marks";
    case "greeting":
      return "Greet with these words";
    case "sign_off":
      return "Close with these words";
    case "never_say":
      return "Leave this out";
    case "always_say":
      return "Always say this before the close";
    case "article":
      return "Add this to your knowledge";
  }
}

/** What changes for a shopper once it is used. */
export function lessonEffect({ rule, form }: Pick<ListedLesson, "rule" | "form">): string {
  switch (rule) {
    case "formality":
      return "Sets the form of address under Settings, Voice, for languages that have two.";
    case "shorter":
      return "Drafts leave out courtesies that a reply can do without.";
    case "no_exclamation":
      return "Exclamation marks in drafts become full stops.";
    case "greeting":
    case "sign_off":
      return form === "formal"
        ? "In replies with the formal address."
        : "In replies with the friendly address.";
    case "never_say":
      return "Drafts leave it out, in any of the wordings they have for it.";
    case "always_say":
      return "In answers to shoppers who are not upset.";
    case "article":
      return "Drafts can rest on it when somebody asks the same.";
  }
}

/** Rules whose words a person may change before they are used. */
export const hasWords = ({ rule }: Pick<ListedLesson, "rule">) =>
  ["greeting", "sign_off", "always_say", "article"].includes(rule);

/** Words worth reading in the list: the others are said by the title. */
export const showsWords = (lesson: Pick<ListedLesson, "rule">) =>
  hasWords(lesson) || lesson.rule === "never_say";

export const EDIT_WORDS: Record<EditClass, string> = {
  translated: "Put into another language",
  rewritten: "Written anew",
  greeting: "Another greeting",
  sign_off: "Another close",
  option: "Another offer",
  policy: "Policy stated differently",
  fact_changed: "Fact changed",
  fact_added: "Missing fact added",
  fact_removed: "Fact or promise left out",
  formality: "Form of address",
  exclamation: "Exclamation marks or emoji",
  warmth: "Warmer or cooler",
  shortened: "Too long",
  wording: "Wording or grammar",
  declined: "Draft declined",
};
