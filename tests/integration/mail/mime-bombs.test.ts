import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { makeParseMail } from "#app/adapters/parse-mail.server.ts";
import { recordMessage } from "#app/ingest/record-message.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const DOMAIN = "inbound.example.test";
const many = (count: number, one: (n: number) => string, separator = "") =>
  Array.from({ length: count }, (_, n) => one(n)).join(separator);

const bombs: Record<string, () => Buffer> = {
  "50,000 References": () =>
    rawMail({ headers: { References: many(50_000, (n) => `<reference-${n}@mail.example>`, "\r\n ") } }),
  "50,000 recipients": () =>
    rawMail({ headers: { To: many(50_000, (n) => `p${n}@many.example`, ",\r\n ") } }),
  "20,000 nested parts": () =>
    rawMail({
      headers: { "Content-Type": 'multipart/mixed; boundary="b0"' },
      text: many(20_000, (n) => `--b${n}\nContent-Type: multipart/mixed; boundary="b${n + 1}"\n\n`),
    }),
  "20,000 parts": () =>
    rawMail({
      headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
      text: many(
        20_000,
        (n) => `--b\nContent-Type: text/plain; name="${n}.txt"\nContent-Disposition: attachment\n\n${n}\n`,
      ),
    }),
  "deeply nested HTML": () =>
    rawMail({ headers: { "Content-Type": "text/html" }, text: `${"<div>".repeat(100_000)}deep` }),
  "one line of 20 MB": () => rawMail({ text: "x".repeat(20 * 1024 * 1024) }),
  "a broken boundary, charset and encoding": () =>
    rawMail({
      headers: { "Content-Type": "multipart/mixed; boundary=", "Content-Transfer-Encoding": "nonsense" },
      text: "--\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n=?%%%?=\xff\xfe",
    }),
};

describe("a hostile mail", () => {
  it.each(Object.keys(bombs))("%s: is kept, settled, and holds up nothing else", async (name) => {
    const { shop } = await makeShop();
    const raw = bombs[name]?.() ?? Buffer.alloc(0);
    await receiveRecorded(shop.id, "warms-the-thread-up");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const recorded = await recordMessage({
      shopId: shop.id,
      sender: "eva@shopper.example",
      content: { channel: "email", envelope: { to: `${shop.inboundKey}@${DOMAIN}` }, raw },
    });
    if (recorded.outcome !== "recorded") throw new Error(recorded.outcome);
    await receiveRecorded(shop.id, recorded.messageId);
    delay.disable();
    const row = await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id: recorded.messageId } });
    expect(`${row.state}: ${row.reason ?? ""}`).toMatch(
      /^threaded: |^quarantined: .*(?:too many parts|nesting|header)/i,
    );
    // On an idle machine it stays under 200 ms; what is guarded against is seconds.
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it("past the deadline ends the thread and is refused; the next mail is read by a new one", async () => {
    const parse = makeParseMail({ deadline: 1 });
    const slow = await parse(bombs["20,000 parts"]?.().subarray(0, 200_000) ?? Buffer.alloc(0));
    expect(slow).toMatchObject({ outcome: "refused", reason: expect.stringContaining("longer than") });
    const patient = makeParseMail();
    const answers = await Promise.all([
      patient(rawMail({ subject: "one" })),
      patient(rawMail({ subject: "two" })),
    ]);
    expect(answers).toMatchObject([{ mail: { subject: "one" } }, { mail: { subject: "two" } }]);
  });
});
