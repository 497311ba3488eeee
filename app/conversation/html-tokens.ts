/**
 * HTML that was sanitised before: every element is closed, and no `<` or `>` stands in an attribute. Nothing here is safe to use on
 * HTML as it came.
 */
export type HtmlToken =
  | { kind: "open"; name: string; html: string }
  | { kind: "close"; name: string; html: string }
  | { kind: "void"; name: string; html: string }
  | { kind: "text"; html: string };

const VOID: ReadonlySet<string> = new Set(["br", "hr", "img"]);

/** In time proportional to the text. The tokens' `html` joined is the text again. */
export function htmlTokens(safe: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  for (const [html] of safe.matchAll(/<[^<>]*>|[^<]+/gu)) {
    const tag = /^<(\/?)([a-z][a-z\d]*)/u.exec(html);
    const name = tag?.[2];
    if (!name) tokens.push({ kind: "text", html });
    else if (tag[1]) tokens.push({ kind: "close", name, html });
    else tokens.push({ kind: VOID.has(name) ? "void" : "open", name, html });
  }
  return tokens;
}

export const htmlOf = (tokens: readonly HtmlToken[]) => tokens.map(({ html }) => html).join("");

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** What a reader sees of a text. The sanitiser writes no other references than these four. */
export const readable = (html: string) =>
  html.replaceAll(/&(amp|lt|gt|quot);/gu, (whole, name: string) => CHARACTERS[name] ?? whole);

/** The value of an attribute as it was meant; null where the tag has none. */
export function attributeOf(html: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(html)?.[1];
  return found === undefined ? null : readable(found);
}

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
