import { describe, expect, it } from "vitest";
import { html, json } from "./html.ts";

describe("html", () => {
  it("escapes what is put in, in text and in attributes", () => {
    const name = `"><script>alert('x')</script>&`;
    expect(html`<p title="${name}">${name}</p>`.markup).not.toMatch(
      /<script|'x'|"><|&(?!amp;|lt;|gt;|quot;|#39;)/,
    );
  });

  it("joins lists and lets nothing appear for false, null and undefined", () => {
    const items = ["<a>", 1].map((one) => html`<i>${one}</i>`);
    expect(html`<b>${items}${false}${null}${undefined}</b>`.markup).toBe("<b><i>&lt;a&gt;</i><i>1</i></b>");
  });

  it("writes JSON that cannot close its script", () => {
    const { markup } = json({ text: "</script><!--" });
    expect(markup).not.toContain("<");
    expect(JSON.parse(markup)).toEqual({ text: "</script><!--" });
  });
});
