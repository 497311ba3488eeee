import { compile } from "html-to-text";

const skipped = [
  // A reader does not see it, so neither the recogniser nor a model may.
  '[style*="display:none"i]',
  '[style*="display: none"i]',
  '[style*="visibility:hidden"i]',
  '[style*="visibility: hidden"i]',
  '[style*="font-size:0"i]',
  '[style*="font-size: 0"i]',
  "[hidden]",
  "img",
  "script",
  "style",
  "title",
];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 150, maxChildNodes: 20_000 },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    ...skipped.map((selector) => ({ selector, format: "skip" })),
  ],
});

/** The visible words of a mail's HTML; a quoted block becomes lines that start with `>`. */
export function textOfHtml(html: string): string {
  try {
    return convert(html).replace(/\u00a0/g, " ");
  } catch {
    // Markup made to break the converter: the words without the tags.
    return html.replace(/<[^<>]{0,10000}>/g, " ").replace(/[^\S\n]+/g, " ");
  }
}
