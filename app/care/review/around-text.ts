import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";

/** What stands around a draft's text in the mail: `below` is the signature, how it was made, and how to stop such mail. */
export type AroundText = { subject: string; below: string[] };

/** What stands around the text of a mail. */
export function aroundText({ subject, parts }: Pick<OutgoingContent, "subject" | "parts">): AroundText {
  return { subject, below: [parts.signature, parts.makerLine, parts.footer ?? ""].filter(Boolean) };
}
