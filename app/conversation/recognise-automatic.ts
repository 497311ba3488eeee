import type { MailHeader } from "#app/conversation/parsed-mail.ts";

/** `own`: from the shop's own address, which no reply may go to. */
export type AutomaticMail = { kind: "bounce" | "complaint" | "auto_reply" | "list" | "own"; reason: string };

export type AutomaticInput = {
  headers: readonly MailHeader[];
  /** The writer's address; empty when there is none. */
  from: string;
  subject: string;
  /** The envelope's sender: null for the null sender `<>`, undefined when nobody told. */
  envelopeFrom: string | null | undefined;
  /** The shop's own mail domains: a group mailbox of the shop adds list headers to a shopper's mail. */
  ownDomains: readonly string[];
};

/**
 * Mail that no person wrote to this shop, and that is therefore never answered by the machine: RFC 3834 section 2,
 * delivery reports (RFC 3464), abuse reports (RFC 5965), lists (RFC 2919, 2369). Null for mail of a person.
 */
export function recogniseAutomatic(input: AutomaticInput): AutomaticMail | null {
  return report(input) ?? autoSubmitted(input) ?? list(input) ?? bySender(input) ?? bySubject(input);
}

function report({ headers, from, envelopeFrom }: AutomaticInput): AutomaticMail | null {
  const contentType = header(headers, "content-type") ?? "";
  if (/multipart\/report/i.test(contentType)) {
    if (/report-type="?feedback-report/i.test(contentType))
      return { kind: "complaint", reason: "an abuse report" };
    if (/report-type="?delivery-status/i.test(contentType))
      return { kind: "bounce", reason: "a delivery report" };
  }
  if (header(headers, "x-failed-recipients")) return { kind: "bounce", reason: "it names failed recipients" };
  const nullSender = envelopeFrom === null || header(headers, "return-path")?.trim() === "<>";
  if (nullSender && /^(?:mailer-daemon|postmaster)@/i.test(from)) {
    return { kind: "bounce", reason: "a mail system's own message" };
  }
  return null;
}

function autoSubmitted({ headers }: AutomaticInput): AutomaticMail | null {
  const submitted = header(headers, "auto-submitted")?.trim().toLowerCase();
  if (submitted && !/^no\b/.test(submitted)) return { kind: "auto_reply", reason: "marked Auto-Submitted" };
  const marks = ["x-autoreply", "x-auto-reply", "x-autorespond", "x-autoresponder", "x-mail-autoreply"];
  if (marks.some((name) => header(headers, name)))
    return { kind: "auto_reply", reason: "marked as an auto-reply" };
  if (/auto_?reply/i.test(header(headers, "precedence") ?? "")) {
    return { kind: "auto_reply", reason: "marked as an auto-reply" };
  }
  return null;
}

function list({ headers, ownDomains }: AutomaticInput): AutomaticMail | null {
  const listId = header(headers, "list-id") ?? header(headers, "list-post") ?? "";
  if (ownDomains.some((domain) => domain && listId.toLowerCase().includes(domain.toLowerCase()))) return null;
  if (listId || header(headers, "list-unsubscribe")) return { kind: "list", reason: "sent to a list" };
  if (/^\s*(?:bulk|junk|list)\b/i.test(header(headers, "precedence") ?? "")) {
    return { kind: "list", reason: "marked as bulk mail" };
  }
  return null;
}

function bySender({ headers, from, envelopeFrom }: AutomaticInput): AutomaticMail | null {
  if (/^(?:no-?_?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)(?:[+.@-])/i.test(from)) {
    return { kind: "auto_reply", reason: "its sender takes no replies" };
  }
  if (envelopeFrom === null || header(headers, "return-path")?.trim() === "<>") {
    return { kind: "auto_reply", reason: "sent with the null sender" };
  }
  return null;
}

const OUT_OF_OFFICE =
  /^(?:auto(?:matic|matische)?[ -]?(?:reply|response|antwort)\b|out of (?:the )?office\b|abwesenheits|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|resposta automática|risposta automatica|automatisch antwoord|automatiskt svar|autosvar|自動応答|自動返信|自动回复)/iu;

function bySubject({ subject }: AutomaticInput): AutomaticMail | null {
  return OUT_OF_OFFICE.test(subject.trim())
    ? { kind: "auto_reply", reason: "its subject is an auto-reply's" }
    : null;
}

function header(headers: readonly MailHeader[], name: string): string | undefined {
  return headers.find((entry) => entry.name === name)?.value;
}
