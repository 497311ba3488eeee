import { expect, it } from "vitest";
import { parseReplyAddress, replyAddress } from "#app/conversation/reply-address.ts";

const domain = "inbound.example.test";

it("reads what it builds, whatever the case", () => {
  const address = replyAddress({ inboundKey: "fernweh-23abc", replyToken: "tok9", domain });
  expect(address).toBe("fernweh-23abc+tok9@inbound.example.test");
  expect(parseReplyAddress(` <${address.toUpperCase()}>`, domain)).toEqual({
    inboundKey: "fernweh-23abc",
    replyToken: "tok9",
  });
  expect(parseReplyAddress(`fernweh-23abc@${domain}`, domain)).toEqual({
    inboundKey: "fernweh-23abc",
    replyToken: null,
  });
});

it.each([
  "",
  "fernweh",
  "a@b@inbound.example.test",
  "fernweh@elsewhere.example",
  "fernweh+@inbound.example.test",
  "a b@inbound.example.test",
  `${"a".repeat(65)}@inbound.example.test`,
])("is no inbound address: %j", (address) => {
  expect(parseReplyAddress(address, domain)).toBeNull();
});
