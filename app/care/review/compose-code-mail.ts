import type { AddressForm } from "#app/care/draft/address-form.ts";
import { composedLanguage, renderMessage } from "#app/care/draft/catalogue/catalogue.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { CODE_MARK } from "#app/conversation/proof-code.ts";

/**
 * The mail that carries a code to an order's own address, pure. Nothing of the conversation that asked for it is in it, neither
 * its subject nor who wrote. The code's place holds a mark until the mail leaves.
 */
export function composeCodeMail(given: {
  from: Mailbox;
  to: string;
  /** The conversation's plus-address: who answers from here is answered here. */
  replyTo: string;
  shopName: string;
  orderName: string;
  /** `why`: somebody wrote from another address; `why_own`: from this one, and wants what an address alone does not prove. */
  why: "why" | "why_own";
  /** The order's, or the reply's when the composer does not write the order's. */
  language: string;
  form: AddressForm;
}): OutgoingContent {
  const { from, to, replyTo, shopName, orderName, form } = given;
  const language = composedLanguage(given.language);
  const values = { v: form, shop: shopName, order: orderName };
  const say = (key: "subject" | "why" | "why_own" | "how" | "else") =>
    plainText(renderMessage(`code_mail.${key}`, { language, pick: 0, values }));
  const text = [say(given.why), CODE_MARK, say("how"), say("else")].join("\n\n");
  return {
    from,
    to: { name: "", address: to },
    replyTo: { name: from.name, address: replyTo },
    subject: say("subject").replaceAll(/\s+/gu, " "),
    text: `${text}\n`,
    references: [],
    parts: { text, signature: "", makerLine: "" },
  };
}
