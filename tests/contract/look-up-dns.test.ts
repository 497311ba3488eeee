import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeLookUpDns } from "#app/adapters/look-up-dns.server.ts";

const server = createSocket("udp4");
const TYPES: Record<number, string> = { 5: "CNAME", 16: "TXT" };

/** What the server answers by type and name: character strings, a name, a code (RFC 1035 section 4.1.1), or nothing at all. */
const ZONE: Record<string, string[] | string | number | null> = {
  "TXT mail.example": ["v=spf1 include:_spf.", "post.example ~all"],
  "CNAME k._domainkey.mail.example": "k.dkim.post.example",
  "TXT none.example": 0,
  "TXT refused.example": 5,
  "TXT silent.example": null,
};

const name = (text: string) =>
  Buffer.concat([
    ...text.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

function answerTo(question: Buffer): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString());
    at += 1 + length;
  }
  const type = question.readUInt16BE(at + 1);
  const found = ZONE[`${TYPES[type]} ${labels.join(".")}`];
  if (found === null) return null;
  const code = typeof found === "number" ? found : found === undefined ? 3 : 0;
  const data =
    typeof found === "string"
      ? name(found)
      : Array.isArray(found)
        ? Buffer.concat(found.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])))
        : null;
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data ? 1 : 0, 6);
  const asked = question.subarray(12, at + 5);
  if (!data) return Buffer.concat([head, asked]);
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(type, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(60, 6);
  record.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, asked, record, data]);
}

beforeAll(async () => {
  server.on("message", (question, from) => {
    const answer = answerTo(question);
    if (answer) server.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve) => {
    server.bind(0, "127.0.0.1", resolve);
  });
});
afterAll(() => {
  server.close();
});

const look = (...asked: Parameters<ReturnType<typeof makeLookUpDns>>) => {
  const { port } = server.address() as AddressInfo;
  return makeLookUpDns({ servers: [`127.0.0.1:${port}`], timeout: 200 })(...asked);
};

it("joins the strings of a record, and reads where a name leads", async () => {
  expect(await look("mail.example", "TXT")).toEqual({
    outcome: "found",
    records: ["v=spf1 include:_spf.post.example ~all"],
  });
  expect(await look("k._domainkey.mail.example", "CNAME")).toEqual({
    outcome: "found",
    records: ["k.dkim.post.example"],
  });
});

it("tells that there is nothing from that nobody says", async () => {
  expect(await look("none.example", "TXT")).toEqual({ outcome: "none" });
  expect(await look("unknown.example", "TXT")).toEqual({ outcome: "none" });
  expect(await look("refused.example", "TXT")).toEqual({ outcome: "unavailable" });
  expect(await look("silent.example", "TXT")).toEqual({ outcome: "unavailable" });
});
