import {
  announcesQuote,
  isForwardRule,
  isOriginalMessageRule,
  mayStartQuoteHeader,
  quotedField,
  quotedHeaders,
} from "#app/conversation/quote-header.ts";

export type SplitReply = {
  /** What the writer wrote in this message. */
  text: string;
  quoted: string;
  signature: string;
};

/** A longer line is prose or an attack; no mail program announces a quote in it. */
const HEADER_LINE_CHARS = 400;
const SIGNATURE_LINES = 15;

/**
 * Takes quoted mail and the signature off a reply. Answers written between or below quoted lines stay. Works line by line in
 * time proportional to the text.
 */
export function splitReply(given: string): SplitReply {
  const lines = given.replace(/\r\n?/g, "\n").split("\n");
  const own: string[] = [];
  const quoted: string[] = [];
  let onlyForwarded = false;
  for (let at = 0; at < lines.length;) {
    const quote = quoteAt(lines, at);
    if (!quote) {
      own.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    quoted.push(...lines.slice(at, quote.end));
    at = quote.end;
    onlyForwarded ||= quote.forwarded;
  }
  const { body, signature } = splitSignature(own);
  const text = tidy(body);
  // A forward without a word of one's own: what was forwarded is the message.
  if (text === "" && onlyForwarded) return { text: tidy(lines), quoted: "", signature: "" };
  return { text, quoted: tidy(quoted), signature: tidy(signature) };
}

/** Whether quoted text begins at a line, and the line after it. `forwarded`: it is a mail handed on. */
export function quoteAt(lines: readonly string[], at: number): { end: number; forwarded: boolean } | null {
  const line = (lines[at] ?? "").trim();
  if (line.startsWith(">")) return { end: at + 1, forwarded: false };
  if (line === "" || line.length > HEADER_LINE_CHARS) return null;
  if (isForwardRule(line)) return { end: lines.length, forwarded: true };
  if (isOriginalMessageRule(line)) return { end: lines.length, forwarded: false };
  if (isRuleBeforeHeaders(lines, at)) return { end: lines.length, forwarded: false };
  if (quotedField(line) && quotedHeaders(lines, at)) return { end: lines.length, forwarded: false };
  const announced = announcementEnd(lines, at);
  if (announced === null) return null;
  const next = lines.slice(announced, announced + 5).find((following) => following.trim() !== "");
  // With > before each line the quote ends where those end; without, nothing tells it from an answer, and it is all quote.
  return {
    end: next === undefined || next.trim().startsWith(">") ? announced : lines.length,
    forwarded: false,
  };
}

/** Outlook draws a line of underscores above the headers it quotes. */
function isRuleBeforeHeaders(lines: readonly string[], at: number): boolean {
  if (!/^[_\-—]{10,}$/.test((lines[at] ?? "").trim())) return false;
  const next = lines.findIndex((line, index) => index > at && index < at + 4 && line.trim() !== "");
  return next > 0 && quotedField((lines[next] ?? "").trim()) !== null && quotedHeaders(lines, next) !== null;
}

/** An announcement may be wrapped over up to four lines. Returns the line after it. */
function announcementEnd(lines: readonly string[], at: number): number | null {
  if (!mayStartQuoteHeader((lines[at] ?? "").trim())) return null;
  let joined = "";
  for (let line = at; line < Math.min(at + 4, lines.length); line += 1) {
    const text = (lines[line] ?? "").trim();
    if (text === "" || text.startsWith(">") || text.length > HEADER_LINE_CHARS) return null;
    joined = `${joined} ${text}`.trim();
    if (announcesQuote(joined)) return line + 1;
  }
  return null;
}

const SENT_FROM =
  /^(?:Sent from (?:my|a|the|mail|outlook|yahoo|proton|samsung)\b|Sent with\b|Sent via\b|Get Outlook for|Von meinem .{1,60} gesendet|Gesendet (?:von|mit|mit der|über)\b|Diese Nachricht wurde von meinem|Envoyé (?:de|depuis|à partir)\b|Télécharger Outlook|Enviado (?:desde|de|do|a partir|con|via)\b|Obtener Outlook|Obter o Outlook|Inviato da|Verzonden (?:vanaf|met|via)\b|Skickat från|Sendt fra|Lähetetty|Wysłane z|Отправлено (?:с|из)\b|iPhoneから送信|.{1,30}から送信$|从我的.{1,20}发送|나의 .{1,20}에서 보냄)/iu;

function splitSignature(lines: readonly string[]): { body: string[]; signature: string[] } {
  const start = signatureStart(lines);
  return start === null
    ? { body: [...lines], signature: [] }
    : { body: lines.slice(0, start), signature: lines.slice(start) };
}

/** The last `-- ` (RFC 3676 section 4.3) or "Sent from my …" that has little enough below it to be a signature. */
function signatureStart(lines: readonly string[]): number | null {
  let start: number | null = null;
  let below = 0;
  for (let at = lines.length - 1; at >= 0 && below <= SIGNATURE_LINES; at -= 1) {
    const line = (lines[at] ?? "").trim();
    if (line === "") continue;
    if (/^(?:--|—|__+)$/.test(line)) start = at;
    else if (SENT_FROM.test(line) && !/[,;].*[.!?]$/.test(line) && line.length < 120 && below <= 3)
      start = at;
    below += 1;
  }
  return start;
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[ \t]+$/, ""))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}
