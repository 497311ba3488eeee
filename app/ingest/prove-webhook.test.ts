import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { proveWebhook } from "#app/ingest/prove-webhook.ts";

const body = Buffer.from('{"id":820982911946154508}');
const sign = (secret: string, bytes: Buffer = body) =>
  createHmac("sha256", secret).update(bytes).digest("base64");

describe("proveWebhook", () => {
  it("accepts each active secret, the old one too", () => {
    expect(proveWebhook(["new", "old"], body, sign("new"))).toBe(true);
    expect(proveWebhook(["new", "old"], body, sign("old"))).toBe(true);
    expect(proveWebhook(["new", "old"], body, sign("older"))).toBe(false);
  });

  it("refuses a missing, a shortened and a hex signature", () => {
    expect(proveWebhook(["s"], body, undefined)).toBe(false);
    expect(proveWebhook(["s"], body, "")).toBe(false);
    expect(proveWebhook(["s"], body, sign("s").slice(0, -1))).toBe(false);
    expect(proveWebhook(["s"], body, Buffer.from(sign("s"), "base64").toString("hex"))).toBe(false);
  });

  it("refuses altered bytes, also when they mean the same JSON", () => {
    expect(proveWebhook(["s"], Buffer.from('{"id": 820982911946154508}'), sign("s"))).toBe(false);
  });

  it("proves any bytes, an empty body too", () => {
    const odd = Buffer.from([0, 255, 0, 128]);
    expect(proveWebhook(["s"], odd, sign("s", odd))).toBe(true);
    expect(proveWebhook(["s"], Buffer.alloc(0), sign("s", Buffer.alloc(0)))).toBe(true);
  });
});
