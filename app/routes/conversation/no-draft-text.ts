import type { ConversationDetail } from "#app/desk/shapes.ts";

type NoDraft = NonNullable<ConversationDetail["noDraft"]>;

export function noDraftTitle(noDraft: NoDraft | null): string {
  switch (noDraft?.reason) {
    case undefined:
      return "No draft for this message";
    case "no_reply_needed":
    case "spam":
      return "No reply needed";
    case "too_thin":
      return `No draft: missing ${noDraft.missing.map((one) => MISSING[one]).join(" and ")}`;
  }
}

/** Why there is none, and what a person can do. */
export function noDraftText({ reason }: NoDraft): string {
  switch (reason) {
    case "no_reply_needed":
      return "They thank you for your answer and ask nothing. Ask for a draft if you want to reply all the same.";
    case "spam":
      return "This reads like spam or an automatic message. Ask for a draft if it is neither.";
    case "too_thin":
      return "Nothing in the shop's records or policies answers this. A new draft can only say who will answer, and by when: complete it before you send it.";
  }
}

const MISSING: Record<NoDraft["missing"][number], string> = {
  product_knowledge: "what the shop knows about the product",
  account_knowledge: "what the shop says about customer accounts",
};
