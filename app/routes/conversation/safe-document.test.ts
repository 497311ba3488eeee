import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { mailDocument } from "#app/conversation/mail-document.ts";
import { htmlSamples } from "#tests/fixtures/hostile/html-samples.ts";
import { safeMail } from "./safe-document.server.ts";

const words = { quoted: "Show quoted text", image: (alt: string) => `[Image: ${alt}]` };
const shown = (html: string, images = false) => mailDocument({ body: safeMail(html).body, images, words });
const body = (document: string) => document.slice(document.indexOf("<body"));
const replies = path.resolve(import.meta.dirname, "../../../tests/fixtures/mail/html-replies");

describe("a hostile mail", () => {
  it.each(htmlSamples)("$name: keeps its words and nothing that acts", ({ name, html }) => {
    const document = body(shown(html));
    expect(document).toContain(`before ${name}`);
    expect(
      document.match(/<(?!\/?(?:p|div|span|b|a|table|tbody|tr|td|img|details|summary|body|html)\b)[^>]*>/gu),
    ).toBeNull();
    const tags = (document.match(/<[^>]*>/gu) ?? []).join("");
    expect(tags).not.toMatch(
      /\son\w+=|javascript:|vbscript:|srcset|srcdoc|url\(|expression|position|background="/iu,
    );
    expect(tags).not.toMatch(/\ssrc="(?!data:image\/)/u);
  });

  it("asks for pictures only once they are wanted, and never for those that count", () => {
    const html = `<img src="http://pictures.example/a.png" alt="a" width="20"><img src="//pictures.example/b.png">
      <img src="https://count.example/open" width="1" height="1"><img src="cid:1" alt="c">`;
    expect(safeMail(html)).toMatchObject({ images: 2, trackers: 1 });
    const before = shown(html);
    expect(before).toContain("img-src data:;");
    expect(before).not.toMatch(/<img|\.example/u);
    expect(before).toContain("[Image: a]");
    const after = shown(html, true);
    expect(after).toContain("img-src data: https:;");
    expect(after).toContain(
      '<img src="https://pictures.example/a.png" alt="a" width="20" referrerpolicy="no-referrer">',
    );
    expect(after).toContain('src="https://pictures.example/b.png"');
    expect(after).not.toContain("count.example");
    expect(after).toContain("[Image: c]");
  });

  it("draws the pictures that came with it", () => {
    const inline = new Map([["box 1@mail", "data:image/png;base64,AAAA"]]);
    const { body: safe, images } = safeMail(
      '<img src="cid:box%201@mail" alt="box"><img src="cid:other" alt="other">',
      inline,
    );
    expect(images).toBe(0);
    expect(safe).toContain('<img src="data:image/png;base64,AAAA" alt="box" />');
    expect(mailDocument({ body: safe, images: false, words })).toContain("[Image: other]");
  });

  it("keeps how it is laid out, where that takes nothing from outside", () => {
    const html = `<p style="color: #336699; margin: 0 0 1em; position: absolute; background: url(https://x.example)">Hi</p>`;
    expect(shown(html)).toContain('<p style="color:#336699;margin:0 0 1em">Hi</p>');
  });

  it("opens links apart, and says where they lead", () => {
    expect(shown('<a href="https://evil.example/x" onclick="x()" target="_top">shop.example</a>')).toContain(
      '<a href="https://evil.example/x" title="https://evil.example/x" target="_blank" rel="noopener noreferrer nofollow">shop.example<span class="host"> (evil.example)</span></a>',
    );
  });
});

describe("what a mail quotes", () => {
  it.each([
    "gmail.html",
    "hotmail.html",
    "mail_ru.html",
    "ms_outlook_2003.html",
    "ms_outlook_2007.html",
    "ms_outlook_2010.html",
    "thunderbird.html",
    "windows_mail.html",
    "yandex_ru.html",
  ])("is folded as %s lays it out", (name) => {
    const document = shown(readFileSync(path.join(replies, name), "utf8"));
    const [own = "", quoted = ""] = body(document).split("<details>");
    expect(own).toMatch(/Hi\. I am fine\./u);
    expect(own).not.toMatch(/How are you|@example\.com|Sent:|wrote/u);
    expect(quoted).toMatch(/^<summary>Show quoted text<\/summary>[^]*How are you/u);
  });

  it("is never what the mail says is ours", () => {
    const { body: safe } = safeMail('<p>Own</p><div data-quote="yes"><summary></summary>Also own</div>');
    expect(safe).toBe("<p>Own</p><div>Also own</div>");
  });
});
