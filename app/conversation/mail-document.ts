import { QUOTE_SUMMARY } from "#app/conversation/fold-quoted-html.ts";
import { attributeOf, escaped, htmlTokens } from "#app/conversation/html-tokens.ts";

/** Where a sanitised mail keeps the address of a picture, so that no browser asks for it. */
export const REMOTE_IMAGE = "data-remote";
/** What it keeps there of one that has no address it could be shown from. */
export const NO_ADDRESS = "none";

type Shown = {
  /** As the sanitiser left it. */
  body: string;
  /** Whether a person asked for the pictures that are kept elsewhere. */
  images: boolean;
  words: { quoted: string; image: (alt: string) => string };
};

const STYLE = `body { font: 14px/1.5 system-ui, sans-serif; color: #303030; margin: 12px; overflow-wrap: anywhere }
img { max-width: 100%; height: auto } table { max-width: 100% } pre { white-space: pre-wrap }
a { color: #005bd3 } .host, .image { color: #616161; font-size: 12px }
summary { display: inline-block; padding: 2px 8px; border-radius: 8px; background: #ebebeb; cursor: pointer }
summary::after { content: " \\2026" } details[open] > summary::after { content: "" } details { margin-block: 8px }
blockquote { margin: 8px 0; padding-inline-start: 12px; border-inline-start: 2px solid #d4d4d4 }`;

/** The frame is sandboxed as well; this holds if it were not. Pictures are the only thing that is ever fetched, and only when asked for. */
const policy = (images: boolean) =>
  `default-src 'none'; img-src data:${images ? " https:" : ""}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;

/** A sanitised mail as the whole document of a frame that can run nothing. */
export function mailDocument({ body, images, words }: Shown): string {
  const parts = htmlTokens(body).map((token) =>
    token.kind === "void" && token.name === "img" ? pictureOf(token.html, { images, words }) : token.html,
  );
  const text = parts.join("").replaceAll(QUOTE_SUMMARY, () => `<summary>${escaped(words.quoted)}</summary>`);
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(images)}"><meta name="referrer" content="no-referrer"><style>${STYLE}</style></head><body dir="auto">${text}</body></html>`;
}

function pictureOf(html: string, { images, words }: Omit<Shown, "body">): string {
  const address = attributeOf(html, REMOTE_IMAGE);
  if (address === null) return html;
  const alt = attributeOf(html, "alt") ?? "";
  if (!images || address === NO_ADDRESS) return `<span class="image">${escaped(words.image(alt))}</span>`;
  const sized = ["width", "height"].map((name) => [name, attributeOf(html, name)] as const);
  const given = sized.flatMap(([name, value]) => (value ? [` ${name}="${escaped(value)}"`] : []));
  return `<img src="${escaped(address)}" alt="${escaped(alt)}"${given.join("")} referrerpolicy="no-referrer">`;
}
