import { describe, expect, it } from "vitest";
import { isAddrSpec } from "./addr-spec.ts";

describe("isAddrSpec", () => {
  it.each([
    "ada@example.com",
    "ada.lovelace+tag@sub.example.co.uk",
    "o'neil@example.org",
    "a@xn--bcher-kva.example",
  ])("takes %s", (address) => expect(isAddrSpec(address)).toBe(true));

  it.each([
    "",
    "ada",
    "ada@localhost",
    "@example.com",
    "ada@",
    "a..b@example.com",
    "ada@example.com, evil@example.com",
    "ada@example.com>\r\nRCPT TO:<evil@example.com",
    "ada@example.com\r\nBcc: evil@example.com",
    "ada@exa mple.com",
    '"ada@x, evil"@example.com',
    "<ada@example.com>",
    "ada@example.com\u0000",
    `${"a".repeat(65)}@example.com`,
    `ada@${"a.".repeat(130)}com`,
    "ada@-example.com",
  ])("refuses %j", (address) => expect(isAddrSpec(address)).toBe(false));
});
