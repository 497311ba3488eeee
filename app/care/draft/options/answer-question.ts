import { possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** A person who knows can always answer. */
export const answerQuestion: OptionRule = {
  id: "answer_question",
  label: "Answer the question",
  commits: true,
  serves: ["product_question", "account"],
  feasible: ({ sheet }) => possible(sheet.ids.topic),
};
