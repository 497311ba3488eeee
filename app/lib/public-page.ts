const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, in an attribute, too. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");

const STYLE =
  "body{margin:0;background:#f6f6f7;color:#202223;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:34rem;margin:3rem auto;padding:1.5rem;background:#fff;border-radius:12px}" +
  "h1{font-size:1.25rem;margin:0 0 1rem;overflow-wrap:anywhere}p{margin:0 0 1rem;overflow-wrap:anywhere}" +
  "button{font:inherit;margin-top:.5rem;padding:.6rem 1.1rem;border:1px solid #202223;border-radius:8px;background:#202223;color:#fff;cursor:pointer}" +
  "button:focus-visible{outline:3px solid #005bd3;outline-offset:2px}" +
  "@media(max-width:36rem){main{margin:0;min-height:100vh;box-sizing:border-box;border-radius:0}}";

type PublicPage = {
  /** BCP 47. */
  language: string;
  /** Text. */
  title: string;
  /** HTML. */
  body: string;
  /** CSS beside what all of these pages have. */
  style?: string;
};

/** A page that somebody opens by a link in a mail, as HTML: a few words, which lead nowhere else and tell no other page of its address. Pure. */
export const publicPage = ({ language, title, body, style = "" }: PublicPage): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** Answers as such a page's door does. `nonce`: of the one script that may run. */
export const publicAnswer = (
  status: number,
  body: string,
  { headers, nonce }: { headers: Record<string, string>; nonce?: string },
): Response =>
  new Response(body, {
    status,
    headers: {
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; ${nonce ? `script-src 'nonce-${nonce}'; ` : ""}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      // The address is the key: it goes to nobody else, and into no index.
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex, nofollow",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
