import { htmlOf, htmlTokens, readable, type HtmlToken } from "#app/conversation/html-tokens.ts";
import { quoteAt } from "#app/conversation/split-reply.ts";

/** What the sanitiser puts on elements that mail programs quote in. A blockquote is one by itself. */
export const QUOTE_MARK = "data-quote";

/** Where quoted text begins in the answer; who shows it puts the words in. It is in no mail: the sanitiser lets no summary through. */
export const QUOTE_SUMMARY = "<summary></summary>";

const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    "p",
    "div",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
  ],
  ...["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "center", "hr", "br"],
]);

/** Nobody answers between more quotes; what is quoted further down stays open. */
const MOST_FOLDS = 50;

/** A line as it is read: from its first token to behind its last. `held`: the element around it is a quote. */
type Line = { text: string; from: number; to: number; held: boolean };
type Span = { from: number; to: number };

/**
 * Sanitised HTML with what it quotes in `<details>`, which opens without a script. Where that would leave nothing to read, as in a
 * forward without a word of one's own, it stays as it is. The same rules find quotes here as in plain text.
 */
export function foldQuotedHtml(safe: string): { html: string; folded: boolean } {
  const tokens = htmlTokens(safe).flatMap(byLines);
  const lines = linesOf(tokens);
  const quoted = quotedSpans(lines).slice(0, MOST_FOLDS);
  const ownLine = lines.some((line) => !quoted.some((span) => holds(span, line)));
  if (quoted.length === 0 || !ownLine) return { html: safe, folded: false };
  const out: string[] = [];
  let at = 0;
  for (const span of quoted.map((one) => widened(tokens, one))) {
    const fold = folded(tokens, span);
    out.push(htmlOf(tokens.slice(at, span.from)), fold.html);
    at = fold.to;
  }
  out.push(htmlOf(tokens.slice(at)));
  return { html: out.join(""), folded: true };
}

const holds = (span: Span, line: Line) => line.from >= span.from && line.to <= span.to;

/** Within `pre` a line ends where it ends. Elsewhere it does no harm. */
const byLines = (token: HtmlToken): HtmlToken[] =>
  token.kind === "text" && token.html.includes("\n")
    ? (token.html.match(/[^\n]*\n|[^\n]+/gu) ?? []).map((html) => ({ kind: "text", html }))
    : [token];

function linesOf(tokens: readonly HtmlToken[]): Line[] {
  const lines: Line[] = [];
  const marks: boolean[] = [];
  let preformatted = 0;
  let line: Line | null = null;
  const end = () => {
    if (line) lines.push({ ...line, text: line.text.replaceAll(/\s+/gu, " ").trim() });
    line = null;
  };
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "open")
      marks.push(token.name === "blockquote" || token.html.includes(` ${QUOTE_MARK}=`));
    if (token.kind === "close") marks.pop();
    if (token.kind !== "text" && token.name === "pre") preformatted += token.kind === "open" ? 1 : -1;
    if (token.kind !== "text" && BLOCKS.has(token.name)) end();
    if (token.kind === "open" || token.kind === "close" || (token.kind === "void" && token.name !== "img"))
      continue;
    line ??= { text: "", from: at, to: at, held: marks.includes(true) };
    line.text += token.kind === "text" ? readable(token.html) : "\u{fffc}";
    line.to = at + 1;
    if (preformatted > 0 && token.kind === "text" && token.html.endsWith("\n")) end();
  }
  end();
  return lines.filter(({ text }) => text !== "");
}

/** Runs of quoted lines, by tokens. A line within a quoting element is to the rules what `>` makes of a line of plain text. */
function quotedSpans(lines: readonly Line[]): Span[] {
  const texts = lines.map(({ text, held }) => (held ? `> ${text}` : text));
  const spans: Span[] = [];
  for (let at = 0; at < texts.length;) {
    const quote = quoteAt(texts, at);
    const [first, last] = quote ? [lines[at], lines[quote.end - 1]] : [];
    if (!quote || !first || !last) {
      at += 1;
      continue;
    }
    const before = spans.at(-1);
    if (before && before.to >= (lines[at - 1]?.to ?? 0)) before.to = last.to;
    else spans.push({ from: first.from, to: last.to });
    at = quote.end;
  }
  return spans;
}

/** With the elements that hold nothing else, so that no empty frame stays outside. */
function widened(tokens: readonly HtmlToken[], { from, to }: Span): Span {
  let first = from;
  while (leadsIn(tokens[first - 1])) first -= 1;
  const depth = openAt(tokens, { from: first, to }).length;
  let last = to;
  for (let open = depth; open > 0; last += 1) {
    const next = tokens[last];
    if (next?.kind === "close") open -= 1;
    else if (!isBlank(next)) break;
  }
  return { from: first, to: last };
}

/** A rule is drawn above what it parts. */
const leadsIn = (token: HtmlToken | undefined) =>
  token?.kind === "open" || (token?.kind === "void" && token.name === "hr") || isBlank(token);

const isBlank = (token: HtmlToken | undefined) => token?.kind === "text" && token.html.trim() === "";

/** The elements that are opened in a run of tokens and not closed in it. */
function openAt(tokens: readonly HtmlToken[], { from, to }: Span): HtmlToken[] {
  const open: HtmlToken[] = [];
  for (const token of tokens.slice(from, to)) {
    if (token.kind === "open") open.push(token);
    else if (token.kind === "close") open.pop();
  }
  return open;
}

/**
 * A quote may begin and end in the midst of elements: they are closed around the fold and opened in it again, and behind it where they
 * hold anything more. `to`: the first token behind it.
 */
function folded(tokens: readonly HtmlToken[], { from, to }: Span): { html: string; to: number } {
  const around = openAt(tokens, { from: 0, to: from });
  const behind = openAt(tokens, { from: 0, to });
  const inside = [htmlOf(around), htmlOf(tokens.slice(from, to)), closing(behind)].join("");
  let next = to;
  for (; behind.length > 0 && (tokens[next]?.kind === "close" || isBlank(tokens[next])); next += 1)
    if (tokens[next]?.kind === "close") behind.pop();
  const blank = htmlOf(tokens.slice(to, next).filter(isBlank));
  const html = `${closing(around)}<details>${QUOTE_SUMMARY}${inside}</details>${blank}${htmlOf(behind)}`;
  return { html, to: next };
}

const closing = (open: readonly HtmlToken[]) =>
  open
    .toReversed()
    .map((token) => (token.kind === "text" ? "" : `</${token.name}>`))
    .join("");
