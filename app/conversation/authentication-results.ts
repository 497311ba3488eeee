import type { MailHeader } from "#app/conversation/parsed-mail.ts";

/** One method's result, e.g. `dkim=pass header.d=shop.example`. Names are in lower case. */
export type AuthenticationResult = { method: string; result: string; properties: Map<string, string> };

/**
 * The topmost Authentication-Results of the trusted server (RFC 8601 section 5: it removes forged ones, and adds its own
 * above what came with the mail). Null when there is none. ARC's copy of another server's word is no word of ours.
 */
export function trustedResults(
  headers: readonly MailHeader[],
  authservId: string | null,
): AuthenticationResult[] | null {
  if (!authservId) return null;
  const top = headers.find((header) => header.name === "authentication-results");
  if (!top) return null;
  const [id, ...results] = plain(top.value).split(";");
  const [server, version, ...more] = (id ?? "").trim().split(/\s+/u);
  if (server?.toLowerCase() !== authservId.toLowerCase()) return null;
  // Another version may mean something else by the same words.
  if (more.length > 0 || (version !== undefined && version !== "1")) return null;
  return results.flatMap(readResult);
}

function readResult(text: string): AuthenticationResult[] {
  const [first, ...rest] = text
    .replace(/\s*=\s*/gu, "=")
    .trim()
    .split(/\s+/u);
  const match = /^([a-z0-9-]+)(?:\/1)?=([a-z]+)$/iu.exec(first ?? "");
  if (!match) return [];
  const properties = new Map<string, string>();
  for (const pair of rest) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals).toLowerCase();
    // Of a property that is given twice the first counts: nobody can add one before it.
    if (equals > 0 && !properties.has(name)) properties.set(name, pair.slice(equals + 1));
  }
  return [{ method: (match[1] ?? "").toLowerCase(), result: (match[2] ?? "").toLowerCase(), properties }];
}

/** Stands for a character that would mean something outside quotes: it is in no domain. */
const QUOTED = "\u0000";

/**
 * The value without comments (nested, RFC 5322) and quotes. A writer chooses the local part of an envelope's address, and with it
 * what stands between quotes: nothing there may become a result.
 */
function plain(value: string): string {
  let text = "";
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const escaped = value[at] === "\\" && (quoted || depth > 0);
    if (escaped) at += 1;
    const char = value[at] ?? "";
    if (depth === 0 && char === '"' && !escaped) quoted = !quoted;
    else if (quoted) text += /[\s;=()"\\]/u.test(char) ? QUOTED : char;
    else if (char === "(" && !escaped) {
      depth += 1;
      text += " ";
    } else if (char === ")" && !escaped) depth = Math.max(0, depth - 1);
    else if (depth === 0) text += char;
  }
  return text;
}
