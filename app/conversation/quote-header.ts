/**
 * How mail programs announce what they quote, in the languages shops hear. Each test looks at one line or a few joined
 * lines of bounded length, so a hostile text costs no more than its size.
 */
const WROTE =
  /(?:wrote|writes|schrieb|schreibt|a écrit|écrit|escribió|escribio|escreveu|ha scritto|scrive|schreef|geschreven|skrev|napisał(?:a|\(a\))?|pisze|написал(?:а|\(а\))?|пише(?:т|ш)?|kirjoitti|yazdı|yazmış|napsal(?:a|\(a\))?|írta|a scris|γράφει|έγραψε|のメール|書きました|写道|작성|님이)/iu;

const ADDRESS_AND_COLON = /<[^<>\s]+@[^<>\s]+>\s?[:：]$/;

/** "On 3 March 2026 at 10:00, Eva wrote:" in any order and language: the verb, a colon at the end, and a time or an address. */
export function announcesQuote(joined: string): boolean {
  if (joined.length > 500 || !/[:：]$/.test(joined)) return false;
  // Russian mail programs leave the verb out.
  if (/\d{1,2}:\d{2}/.test(joined) && ADDRESS_AND_COLON.test(joined)) return true;
  return WROTE.test(joined) && /\d{1,2}[:h時]\d{2}|[@<]/u.test(joined);
}

/** Where such an announcement begins, so that its lines are not mistaken for a sentence of the writer's. */
export function mayStartQuoteHeader(line: string): boolean {
  return (
    /^(?:On|Am|Le|El|Em|Il|Op|Den|Dne|W dniu|No dia|På|Pada|Vào)\s/iu.test(line) ||
    /^"?[^<>]{0,80}<[^<>\s]+@[^<>\s]+>/.test(line) ||
    /^\d{1,4}[./年-]/.test(line) ||
    ADDRESS_AND_COLON.test(line) ||
    WROTE.test(line)
  );
}

const ORIGINAL =
  /^[-_=* ]{2,}\s*(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Originalnachricht|Message d['’]origine|Message original|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Ursprungligt meddelande|Original meddelelse|Исходное сообщение|Пересылаемое сообщение|Wiadomość oryginalna|元のメッセージ|Original-Nachricht)\s*[-_=* ]{2,}$/iu;

export function isOriginalMessageRule(line: string): boolean {
  return ORIGINAL.test(line);
}

const FORWARD =
  /^(?:[-_=* ]{2,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Message transmis|Mensaje reenviado|Mensagem encaminhada|Messaggio inoltrato|Doorgestuurd bericht|Vidarebefordrat meddelande|転送されたメッセージ|Forwarded by [^-]{0,100})\s*[-_=* ]*|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message (?:réexpédié|transféré) ?:|Inicio del mensaje reenviado:|Início da mensagem encaminhada:|Início da mensagem reencaminhada:|Inizio messaggio inoltrato:|Begin doorgestuurd bericht:|転送されたメッセージ：?)$/iu;

export function isForwardRule(line: string): boolean {
  return FORWARD.test(line);
}

const FIELDS = {
  from: [
    "From",
    "Von",
    "De",
    "Da",
    "Van",
    "Från",
    "Fra",
    "Lähettäjä",
    "Od",
    "От",
    "Kimden",
    "差出人",
    "送信者",
    "发件人",
    "보낸 사람",
  ],
  date: [
    "Sent",
    "Date",
    "Gesendet",
    "Datum",
    "Envoyé",
    "Enviado",
    "Enviado el",
    "Enviada em",
    "Fecha",
    "Data",
    "Inviato",
    "Verzonden",
    "Skickat",
    "Sendt",
    "Dato",
    "Wysłano",
    "Отправлено",
    "Дата",
    "送信日時",
    "日時",
    "日付",
    "发送时间",
    "보낸 날짜",
  ],
  to: [
    "To",
    "An",
    "À",
    "A",
    "Para",
    "Aan",
    "Till",
    "Til",
    "Vastaanottaja",
    "Do",
    "Кому",
    "Kime",
    "宛先",
    "收件人",
    "받는 사람",
  ],
  subject: [
    "Subject",
    "Betreff",
    "Objet",
    "Asunto",
    "Assunto",
    "Oggetto",
    "Onderwerp",
    "Ämne",
    "Emne",
    "Aihe",
    "Temat",
    "Тема",
    "Konu",
    "件名",
    "主题",
    "제목",
  ],
  cc: ["Cc", "CC", "Kopie", "Kopia", "Répondre à", "Reply-To"],
} as const;
export type QuotedField = keyof typeof FIELDS;

const fieldOfLabel = new Map<string, QuotedField>(
  (Object.keys(FIELDS) as QuotedField[]).flatMap((field) =>
    FIELDS[field].map((label) => [label.toLowerCase(), field] as const),
  ),
);

/** `*From:* Eva <eva@example.com>` → its field and value; null for any other line. */
export function quotedField(line: string): { field: QuotedField; value: string } | null {
  const match = /^[>\s]*\*?([\p{L}\- ]{1,20}?)\s?\*?[:：]\*?\s*(.{0,500})$/u.exec(line);
  const field = match?.[1] ? fieldOfLabel.get(match[1].toLowerCase()) : undefined;
  return field ? { field, value: (match?.[2] ?? "").trim() } : null;
}

/**
 * Reads a block of quoted headers that begins at `at`: a writer, and at least two of date, recipient and subject in the
 * lines that follow. `end` is the first line after it.
 */
export function quotedHeaders(
  lines: readonly string[],
  at: number,
): { end: number; fields: Partial<Record<QuotedField, string>> } | null {
  const fields: Partial<Record<QuotedField, string>> = {};
  let end = at;
  for (let line = at; line < Math.min(at + 14, lines.length); line += 1) {
    const text = (lines[line] ?? "").trim();
    const found = quotedField(text);
    if (found) {
      fields[found.field] ??= found.value;
      end = line + 1;
    } else if (text === "" ? Object.keys(fields).length >= 3 : line === at || line - end > 2) break;
  }
  const others = [fields.date, fields.to, fields.subject].filter((value) => value !== undefined).length;
  return fields.from !== undefined && others >= 2 ? { end, fields } : null;
}
