import { describe, expect, it } from "vitest";
import { nameLinkHosts } from "#app/conversation/name-link-hosts.ts";

describe("nameLinkHosts", () => {
  it.each([
    ['<a href="https://shop.example/a">Track it</a>', '<span class="host"> (shop.example)</span></a>'],
    // Words that name another place than the address.
    [
      '<a href="https://evil.example/">https://shop.example</a>',
      '<span class="host"> (evil.example)</span></a>',
    ],
    ['<a href="https://shop.example.evil.example/">shop.example</a>', "(shop.example.evil.example)"],
    ['<a href="https://shop.example@evil.example/">https://shop.example</a>', "(evil.example)"],
    // A letter that only looks like one.
    ['<a href="https://shоp.example/">https://shоp.example/</a>', "(xn--shp-ted.example)"],
    ['<a href="https://shop.example/x"><img alt="logo" /></a>', "(shop.example)"],
  ])("says where %s leads", (html, said) => {
    expect(nameLinkHosts(html)).toContain(said);
  });

  it.each([
    '<a href="https://shop.example/a">https://shop.example/a</a>',
    '<a href="https://shop.example/a">shop.example</a>',
    '<a href="http://shop.example/a?b=1&amp;c=2"><b>http://shop.example/a</b></a>',
    "<p>No link</p>",
    "<a>No address</a>",
  ])("adds nothing to %s", (html) => {
    expect(nameLinkHosts(html)).toBe(html);
  });
});
