import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldQuotedHtml } from "#app/conversation/fold-quoted-html.ts";
import { htmlTokens } from "#app/conversation/html-tokens.ts";

const FOLD = "<details><summary></summary>";

describe("foldQuotedHtml", () => {
  it("folds what stands in a quoting element, with the line that announces it", () => {
    const folded = foldQuotedHtml(
      "<div>Where is it?</div><p>On 3 March 2026 at 10:00, Eva wrote:</p><blockquote>It is on its way.</blockquote><div>Eva</div>",
    );
    expect(folded).toEqual({
      folded: true,
      html: `<div>Where is it?</div>${FOLD}<p>On 3 March 2026 at 10:00, Eva wrote:</p><blockquote>It is on its way.</blockquote></details><div>Eva</div>`,
    });
  });

  it("closes what a quote begins in the midst of, and opens it in the fold", () => {
    const { html } = foldQuotedHtml(
      '<p dir="auto">Bitte.<br />Am 03.03.2026 um 10:00 schrieb Eva:</p><blockquote>Ja</blockquote>',
    );
    expect(html).toBe(
      `<p dir="auto">Bitte.<br /></p>${FOLD}<p dir="auto">Am 03.03.2026 um 10:00 schrieb Eva:</p><blockquote>Ja</blockquote></details>`,
    );
  });

  it.each([
    ["English", "On 3 March 2026 at 10:00, Eva &lt;eva@example.com&gt; wrote:"],
    ["German", "Am 03.03.2026 um 10:00 schrieb Eva:"],
    ["French", "Le 3 mars 2026 à 10:00, Eva a écrit :"],
    ["Spanish", "El 3 mar 2026, a las 10:00, Eva escribió:"],
    ["Portuguese", "Em 3 de mar. de 2026, às 10:00, Eva escreveu:"],
    ["Italian", "Il giorno 3 mar 2026 alle ore 10:00 Eva ha scritto:"],
    ["Dutch", "Op 3 mrt 2026 om 10:00 schreef Eva:"],
    ["Polish", "W dniu 3.03.2026 o 10:00, Eva napisał(a):"],
    ["Swedish", "Den 3 mars 2026 kl. 10:00 skrev Eva:"],
    ["Japanese", "2026年3月3日(火) 10:00 Eva &lt;eva@example.com&gt;:"],
    ["Russian", "3.03.2026, 10:00, Eva &lt;eva@example.com&gt;:"],
  ])("folds everything behind an announcement without a quoting element (%s)", (_language, line) => {
    const { html } = foldQuotedHtml(`<div>Own words</div><div>${line}</div><div>Theirs</div><div>More</div>`);
    expect(html).toBe(
      `<div>Own words</div>${FOLD}<div>${line}</div><div>Theirs</div><div>More</div></details>`,
    );
  });

  it("folds Outlook's headers and what follows, with the rule above them", () => {
    const { html } = foldQuotedHtml(
      "<div><p>Own words</p><hr /><div><p><b>Von:</b> Eva<br /><b>Gesendet:</b> Montag<br /><b>An:</b> Ada<br /><b>Betreff:</b> Hallo</p></div><p>Theirs</p></div>",
    );
    expect(html).toBe(
      `<div><p>Own words</p></div>${FOLD}<div><hr /><div><p><b>Von:</b> Eva<br /><b>Gesendet:</b> Montag<br /><b>An:</b> Ada<br /><b>Betreff:</b> Hallo</p></div><p>Theirs</p></div></details>`,
    );
  });

  it("leaves answers between quotes where they are", () => {
    const { html } = foldQuotedHtml(
      "<blockquote>Which size?</blockquote><p>Large</p><blockquote>Which colour?</blockquote><p>Green</p>",
    );
    expect(html.split(FOLD)).toHaveLength(3);
    expect(html).toMatch(/<\/details><p>Large<\/p><details>.*<\/details><p>Green<\/p>$/);
  });

  it("folds lines with > before them", () => {
    const { html } = foldQuotedHtml("<pre>No.\n&gt; Did it\n&gt; arrive?\nNot yet.\n</pre>");
    expect(html).toBe(
      `<pre>No.\n</pre>${FOLD}<pre>&gt; Did it\n&gt; arrive?\n</pre></details><pre>Not yet.\n</pre>`,
    );
  });

  it.each([
    ["nothing quoted", "<p>On Monday I wrote: where is it?</p>"],
    [
      "a forward without words of one's own",
      "<div>---------- Forwarded message ---------</div><p>Theirs</p>",
    ],
    ["nothing but a quote", "<blockquote>Theirs</blockquote>"],
    ["nothing", ""],
  ])("leaves a mail as it is: %s", (_what, html) => {
    expect(foldQuotedHtml(html)).toEqual({ html, folded: false });
  });

  it("keeps the blank between a quote and the end of what it stands in", () => {
    expect(foldQuotedHtml("<div>Sent: C<blockquote>Ja</blockquote>\n</div>").html).toBe(
      `<div>Sent: C</div>${FOLD}<div><blockquote>Ja</blockquote></div></details>\n`,
    );
  });

  it("stays well-formed and keeps every word, whatever it is given", () => {
    const part = fc.constantFrom(
      ...[
        "<div>",
        "</div>",
        "<blockquote>",
        "</blockquote>",
        "<p>",
        "</p>",
        "<br />",
        "<hr />",
        "own ",
        "\n",
      ],
      ...["On 3 March 2026 at 10:00, Eva wrote:", "&gt; q", "From: Eva", "To: A", "Subject: B", "Sent: C"],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const html = balanced(parts);
        const { html: folded } = foldQuotedHtml(html);
        expect(balanced(htmlTokens(folded).map((token) => token.html))).toBe(folded);
        expect(words(folded)).toBe(words(html));
      }),
      { numRuns: 500 },
    );
  });

  it("takes no longer than its length makes it", () => {
    const hostile = "<blockquote>a</blockquote>b<br />".repeat(20_000) + "<div>".repeat(100);
    const began = performance.now();
    foldQuotedHtml(hostile + "</div>".repeat(100));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

/** As the sanitiser leaves HTML: what is closed was opened, and what was opened is closed. */
function balanced(parts: readonly string[]): string {
  const open: string[] = [];
  const out: string[] = [];
  for (const part of parts) {
    const tag = /^<(\/?)([a-z]+)>$/u.exec(part);
    const name = tag?.[2] ?? "";
    if (tag && !tag[1]) open.push(name);
    if (tag?.[1] && open.at(-1) !== name) continue;
    if (tag?.[1]) open.pop();
    out.push(part);
  }
  return (
    out.join("") +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}

const words = (html: string) => html.replaceAll(/<[^>]*>/gu, "");
