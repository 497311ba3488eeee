import { attributeOf, escaped, htmlTokens, readable } from "#app/conversation/html-tokens.ts";

/** Sanitised HTML in which each link says where it leads: a link's words may name another place than its address. */
export function nameLinkHosts(safe: string): string {
  const out: string[] = [];
  let link: { host: string; words: string } | null = null;
  for (const token of htmlTokens(safe)) {
    if (token.kind === "open" && token.name === "a") {
      const host = hostOf(attributeOf(token.html, "href"));
      link = host ? { host, words: "" } : null;
    }
    if (link && token.kind === "text") link.words += readable(token.html);
    if (link && token.kind === "close" && token.name === "a") {
      if (!saysHost(link.words, link.host)) out.push(`<span class="host"> (${escaped(link.host)})</span>`);
      link = null;
    }
    out.push(token.html);
  }
  return out.join("");
}

/** Letters of other scripts as a browser would resolve them (`xn--…`): some look like those of another name. */
export function hostOf(address: string | null): string | null {
  if (address === null || !/^https?:/iu.test(address)) return null;
  return URL.canParse(address) ? new URL(address).host || null : null;
}

/** Whether the words are the address itself: nothing is hidden then. */
export function saysHost(words: string, host: string): boolean {
  const said = words
    .trim()
    .replace(/^https?:\/\//iu, "")
    .toLowerCase();
  return said === host || said.startsWith(`${host}/`) || said.startsWith(`${host}?`);
}
