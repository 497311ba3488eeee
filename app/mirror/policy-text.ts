import { convert } from "html-to-text";
import { storableText } from "#app/mirror/parse-body.ts";

/** A policy's HTML as plain text: paragraphs apart by an empty line, lists with dashes, links without their address. */
export function policyText(html: string): string {
  return storableText(
    convert(html, {
      wordwrap: false,
      selectors: [
        { selector: "a", options: { ignoreHref: true } },
        { selector: "img", format: "skip" },
        { selector: "ul", options: { itemPrefix: "- " } },
        ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
          selector,
          options: { uppercase: false },
        })),
      ],
    }),
  ).trim();
}
