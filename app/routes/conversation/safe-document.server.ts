import sanitizeHtml from "sanitize-html";

/** The frame is sandboxed as well; this holds if it were not. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "div", "span", "br", "hr", "blockquote", "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"],
    ...["b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "font", "center", "img"],
  ],
  allowedAttributes: {
    "*": ["style", "dir", "lang", "align", "title"],
    img: ["src", "alt", "width", "height"],
    td: ["colspan", "rowspan", "bgcolor", "valign", "width"],
    th: ["colspan", "rowspan", "bgcolor", "valign", "width"],
    table: ["bgcolor", "border", "cellpadding", "cellspacing", "width"],
    font: ["color", "face", "size"],
  },
  allowedSchemes: [],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  transformTags: {
    // Where a link leads is said; it is not followed from here.
    a: (_tag, { href, dir }) => ({
      tagName: "span",
      attribs: {
        style: "text-decoration: underline",
        ...(href ? { title: href } : {}),
        ...(dir ? { dir } : {}),
      },
    }),
    img: (tagName, attribs) =>
      /^data:image\/(?:png|jpe?g|gif|webp);/i.test(attribs["src"] ?? "")
        ? { tagName, attribs }
        : { tagName: "span", attribs: {}, text: `[Image${attribs["alt"] ? `: ${attribs["alt"]}` : ""}]` },
  },
};

/** A shopper's HTML as a whole document: no scripts, no forms, nothing loaded from outside, links that only say where they lead. */
export function safeDocument(html: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>
body { font: 14px/1.5 system-ui, sans-serif; color: #303030; margin: 12px; overflow-wrap: anywhere }
img { max-width: 100%; height: auto } table { max-width: 100% }
</style></head><body dir="auto">${sanitizeHtml(html, options)}</body></html>`;
}
