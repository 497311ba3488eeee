import { expect, it } from "vitest";
import { readBounce } from "#app/conversation/read-bounce.ts";

const status = (lines: string) => ({
  mimeType: "message/delivery-status",
  text: `Reporting-MTA: dns; mx.example\r\n\r\n${lines}`,
});
const original = {
  mimeType: "message/rfc822",
  text: "Subject: Re: hi\r\nMessage-ID:\r\n <ours@attune.example>\r\n\r\nMessage-ID: <body@x>",
};

it.each([
  ["Action: failed\r\nStatus: 5.1.1 (no such user)", "5.1.1", true],
  ["Action: Failed\r\nDiagnostic-Code: smtp; 550\r\nStatus: 5.7.1", "5.7.1", true],
  ["Action: delayed\r\nStatus: 4.4.7", "4.4.7", false],
  ["Action: failed\r\nStatus: 4.2.2", "4.2.2", false],
  ["Action: relayed\r\nStatus: 5.0.0", "5.0.0", false],
  ["", "", false],
])("%j", (lines, code, permanent) => {
  expect(readBounce([status(lines), original])).toEqual({
    originalMailId: "ours@attune.example",
    status: code,
    permanent,
  });
});

it("names no original when the report carries none, or carries it in its body only", () => {
  expect(readBounce([status("Action: failed")]).originalMailId).toBeNull();
  expect(
    readBounce([{ mimeType: "message/rfc822", text: "Subject: x\n\nMessage-ID: <body@x>" }]).originalMailId,
  ).toBeNull();
});
