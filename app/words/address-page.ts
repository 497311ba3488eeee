import type { Say } from "#app/words/say.ts";

export type AddressPage =
  { shows: "broken" } | { shows: "asked" | "confirmed" | "expired"; shopName: string; address: string };

/** The page behind the link that proves a sending address, as HTML: a few words and one button, which works without scripts. Pure. */
export function addressPage(say: Say, page: AddressPage): string {
  const title = escaped(say("mail.page.title"));
  return `<!doctype html>
<html lang="${escaped(say.tag)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${bodyOf(say, page)}
</main>
</body>
</html>
`;
}

function bodyOf(say: Say, page: AddressPage): string {
  switch (page.shows) {
    case "broken":
      return `<p>${escaped(say("mail.page.broken"))}</p>`;
    case "expired":
      return `<p>${escaped(say("mail.page.expired", page))}</p>`;
    case "confirmed":
      return `<p role="status">${escaped(say("mail.page.confirmed", page))}</p>`;
    case "asked":
      return `<p>${escaped(say("mail.page.ask", page))}</p>
<p>${escaped(say("mail.page.notYou"))}</p>
<form method="post" action="?"><button>${escaped(say("mail.page.confirm"))}</button></form>`;
  }
}

const STYLE =
  "body{margin:0;background:#f6f6f7;color:#202223;font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:34rem;margin:3rem auto;padding:1.5rem;background:#fff;border-radius:12px}" +
  "h1{font-size:1.25rem;margin:0 0 1rem}p{margin:1rem 0;overflow-wrap:anywhere}" +
  "button{font:inherit;margin-top:.5rem;padding:.6rem 1.1rem;border:1px solid #202223;border-radius:8px;background:#202223;color:#fff;cursor:pointer}" +
  "button:focus-visible{outline:3px solid #005bd3;outline-offset:2px}" +
  "@media(max-width:36rem){main{margin:0;min-height:100vh;box-sizing:border-box;border-radius:0}}";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
