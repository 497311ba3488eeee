import { createConnection } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "#app/env.server.ts";
import { openInbound } from "#app/ingest/inbound-content.ts";
import { inboundLimits } from "#app/ingest/inbound-limits.ts";
import { recordMessage } from "#app/ingest/record-message.server.ts";
import { startSmtpListener, type SmtpListener } from "#app/ingest/smtp-listener.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeCustomer } from "./receiving.ts";

const DOMAIN = "inbound.example.test";
let listener: SmtpListener;

beforeAll(async () => {
  listener = await startSmtpListener({ port: 0, host: "127.0.0.1" });
});
afterAll(() => listener.close());

async function send(
  raw: Buffer,
  envelope: { from: string; to: string[] },
): Promise<{ code: number; text: string }> {
  const transport = createTransport({
    host: "127.0.0.1",
    port: listener.port,
    secure: false,
    ignoreTLS: true,
  });
  try {
    const info = await transport.sendMail({ envelope, raw });
    return { code: 250, text: info.response };
  } catch (error) {
    const { responseCode, response } = error as { responseCode?: number; response?: string };
    return { code: responseCode ?? 0, text: response ?? String(error) };
  } finally {
    transport.close();
  }
}

/** Speaks SMTP line by line, as a sender does that does not do what nodemailer does. */
async function dialogue(lines: string[]): Promise<string[]> {
  const socket = createConnection({ host: "127.0.0.1", port: listener.port });
  const answers: string[] = [];
  let rest = "";
  const waiting = [...lines];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    rest += chunk.toString("utf8");
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (/^\d{3}-/.test(line)) {
        answers.push(line);
        continue;
      }
      answers.push(line);
      const next = waiting.shift();
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    }
  }
  return answers;
}

describe("the SMTP listener", () => {
  it("answers 250 after commit, and keeps the envelope", async () => {
    const { shop, keys } = await makeShop();
    const raw = rawMail();
    const to = `${shop.inboundKey}+tok@${DOMAIN}`;
    expect(await send(raw, { from: "eva@shopper.example", to: [to] })).toMatchObject({ code: 250 });
    const row = await systemPrisma.inboundMessage.findFirstOrThrow({ where: { shopId: shop.id } });
    const opened = openInbound(keys, row.id, row.sealed);
    expect(opened).toMatchObject({ channel: "email", envelope: { to, from: "eva@shopper.example" } });
    expect(opened.channel === "email" && Buffer.from(opened.raw).equals(raw)).toBe(true);
    expect(await systemPrisma.job.count({ where: { shopId: shop.id, name: "receiveMessage" } })).toBe(1);
  });

  it("believes no Authentication-Results on what anyone may send it, and the provider's on what the provider posts", async () => {
    const { shop, keys } = await makeShop();
    await makeCustomer(keys, "eva@shopper.example");
    const forged = { "Authentication-Results": "mx.fernweh.example; dmarc=pass header.from=shopper.example" };
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const proofOf = async (id: string) => {
      await receiveRecorded(shop.id, id);
      return (await systemPrisma.message.findUniqueOrThrow({ where: { id } })).proof;
    };
    env.INBOUND_AUTHSERV_ID = "mx.fernweh.example";
    try {
      await send(rawMail({ headers: forged }), { from: "eva@shopper.example", to: [to] });
      const [taken] = await systemPrisma.inboundMessage.findMany({ where: { shopId: shop.id } });
      expect(await proofOf(taken?.id ?? "")).toBe("address_match");
      const posted = await recordMessage({
        shopId: shop.id,
        sender: "eva@shopper.example",
        content: { channel: "email", envelope: { to, door: "provider" }, raw: rawMail({ headers: forged }) },
      });
      expect(await proofOf(posted.outcome === "recorded" ? posted.messageId : "")).toBe("verified_mail");
    } finally {
      delete env.INBOUND_AUTHSERV_ID;
    }
  });

  it("keeps the null sender, by which a mail system's message is known", async () => {
    const { shop } = await makeShop();
    const raw = rawMail({ from: "postmaster@mx.example", subject: "Returned mail" });
    const text = raw.toString("utf8").trimEnd().replace(/^\./gm, "..");
    const answers = await dialogue([
      "EHLO mx.example",
      "MAIL FROM:<>",
      `RCPT TO:<${shop.inboundKey}@${DOMAIN}>`,
      "DATA",
      `${text}\r\n.`,
      "QUIT",
    ]);
    expect(answers.filter((line) => line.startsWith("250 ")).length).toBeGreaterThanOrEqual(3);
    const row = await systemPrisma.inboundMessage.findFirstOrThrow({ where: { shopId: shop.id } });
    expect(await receiveRecorded(shop.id, row.id)).toMatch(/^kept and not answered/);
    expect(await systemPrisma.message.findUnique({ where: { id: row.id } })).toMatchObject({
      automatic: true,
      bounce: true,
    });
  });

  it("refuses an unknown recipient with 550 and serves the known one of the same mail", async () => {
    const { shop } = await makeShop();
    const unknown = `nobody@${DOMAIN}`;
    expect(await send(rawMail(), { from: "eva@shopper.example", to: [unknown] })).toMatchObject({
      code: 550,
    });
    expect(
      await send(rawMail(), { from: "eva@shopper.example", to: ["care@fernweh.example"] }),
    ).toMatchObject({ code: 550 });
    const both = await send(rawMail(), {
      from: "eva@shopper.example",
      to: [unknown, `${shop.inboundKey}@${DOMAIN}`],
    });
    expect(both.code).toBe(250);
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it("gives each of several shops its own copy, and one shop one, with the conversation's address", async () => {
    const [one, two] = [await makeShop(), await makeShop()];
    const to = [
      `${one.shop.inboundKey}@${DOMAIN}`,
      `${one.shop.inboundKey}+tok@${DOMAIN}`,
      `${two.shop.inboundKey}@${DOMAIN}`,
    ];
    expect((await send(rawMail(), { from: "eva@shopper.example", to })).code).toBe(250);
    const mine = await systemPrisma.inboundMessage.findMany({ where: { shopId: one.shop.id } });
    expect(mine).toHaveLength(1);
    const opened = mine[0] ? openInbound(one.keys, mine[0].id, mine[0].sealed) : null;
    expect(opened).toMatchObject({ envelope: { to: `${one.shop.inboundKey}+tok@${DOMAIN}` } });
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: two.shop.id } })).toBe(1);
  });

  it("answers 451 while the mail cannot be made durable; the next try is stored once", async () => {
    const { shop } = await makeShop();
    const raw = rawMail();
    const envelope = { from: "eva@shopper.example", to: [`${shop.inboundKey}@${DOMAIN}`] };
    const blocker = await systemPool.connect();
    await blocker.query("BEGIN; LOCK TABLE inbound_messages IN ACCESS EXCLUSIVE MODE");
    expect(await send(raw, envelope)).toMatchObject({ code: 451 });
    await blocker.query("ROLLBACK");
    blocker.release();
    expect((await send(raw, envelope)).code).toBe(250);
    expect((await send(raw, envelope)).code).toBe(250);
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it("refuses more than 25 MB with 552, announced or not", async () => {
    const { shop } = await makeShop();
    const rcpt = `${shop.inboundKey}@${DOMAIN}`;
    const announced = await dialogue([
      "EHLO mx.example",
      `MAIL FROM:<eva@shopper.example> SIZE=${inboundLimits.bytes + 1}`,
      "QUIT",
    ]);
    expect(announced.some((line) => line.startsWith("552"))).toBe(true);
    const line = `${"x".repeat(998)}\r\n`;
    const tooMuch = `${rawMail().toString("utf8")}${line.repeat(Math.ceil(inboundLimits.bytes / line.length))}.`;
    const answers = await dialogue([
      "HELO mx.example",
      "MAIL FROM:<eva@shopper.example>",
      `RCPT TO:<${rcpt}>`,
      "DATA",
      tooMuch,
      "QUIT",
    ]);
    expect(answers.some((answer) => answer.startsWith("552"))).toBe(true);
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it("refuses what is no message with 554", async () => {
    const { shop } = await makeShop();
    const sent = await send(Buffer.from("no headers at all\r\n"), {
      from: "eva@shopper.example",
      to: [`${shop.inboundKey}@${DOMAIN}`],
    });
    expect(sent.code).toBe(554);
  });

  it("offers neither authentication nor STARTTLS without a certificate", async () => {
    const answers = await dialogue(["EHLO mx.example", "QUIT"]);
    expect(answers.join("\n")).not.toMatch(/AUTH|STARTTLS/);
    expect(answers.join("\n")).toMatch(/SIZE 26214400/);
  });
});
