import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MailSink } from "#devstore/context.ts";
import { startMailSink } from "#devstore/mail/mail-sink.ts";

const options = { port: 0, host: "127.0.0.1", now: () => new Date("2026-11-21T09:00:00Z") };
let dataDir: string;
let sink: MailSink;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "attune-mailbox-"));
  sink = await startMailSink({ ...options, dataDir });
});
afterEach(async () => {
  await sink.close();
  await rm(dataDir, { recursive: true });
});

type Sent = { outcome: "sent" } | { outcome: "failed"; code?: number };

async function send(to = "anna@example.org"): Promise<Sent> {
  const transport = createTransport({
    host: "127.0.0.1",
    port: sink.port,
    secure: false,
    socketTimeout: 2000,
  });
  try {
    await transport.sendMail({
      from: { name: "Größe & Co", address: "hello@shop.example" },
      to: { name: "Anna", address: to },
      subject: "Ihre Bestellung #1042 – unterwegs",
      text: "Guten Tag",
      inReplyTo: "<q1@example.org>",
      references: ["<q0@example.org>", "<q1@example.org>"],
    });
    return { outcome: "sent" };
  } catch (error) {
    return { outcome: "failed", code: (error as { responseCode?: number }).responseCode };
  } finally {
    transport.close();
  }
}

describe("the mailbox's SMTP server", () => {
  it("keeps what it took, readable, and over a restart", async () => {
    expect(await send()).toEqual({ outcome: "sent" });
    expect(sink.messages()).toMatchObject([
      {
        envelope: { from: "hello@shop.example", to: ["anna@example.org"] },
        from: "Größe & Co <hello@shop.example>",
        subject: "Ihre Bestellung #1042 – unterwegs",
        inReplyTo: "<q1@example.org>",
        references: ["<q0@example.org>", "<q1@example.org>"],
      },
    ]);
    const before = sink.messages();
    await sink.close();
    sink = await startMailSink({ ...options, dataDir });
    expect(sink.messages()).toEqual(before);
  });

  it("refuses one recipient as often as told, and no other", async () => {
    sink.setBehaviour({
      onRcpt: { code: 550, message: "5.1.1 unknown" },
      match: "gone@example.org",
      times: 1,
    });
    expect(await send("anna@example.org")).toEqual({ outcome: "sent" });
    expect(await send("gone@example.org")).toEqual({ outcome: "failed", code: 550 });
    expect(await send("gone@example.org")).toEqual({ outcome: "sent" });
  });

  it.each([
    ["defer", 451],
    ["reject", 554],
  ] as const)("answers %s after the dot and keeps nothing", async (onData, code) => {
    sink.setBehaviour({ onData });
    expect(await send()).toEqual({ outcome: "failed", code });
    expect(sink.messages()).toEqual([]);
  });

  it("can take a message and lose the answer", async () => {
    sink.setBehaviour({ onData: "drop-after-dot" });
    expect(await send()).toEqual({ outcome: "failed", code: undefined });
    expect(sink.messages()).toHaveLength(1);
    sink.setBehaviour({ onData: "drop-after-dot", keep: false });
    expect(await send()).toEqual({ outcome: "failed", code: undefined });
    expect(sink.messages()).toHaveLength(1);
  });

  it("holds the answer back until it is let go", async () => {
    sink.setBehaviour({ onData: "hang-after-dot" });
    const sending = send();
    await expect.poll(() => sink.messages().length).toBe(1);
    sink.setBehaviour({});
    expect(await sending).toEqual({ outcome: "sent" });
  });
});
