import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { composeAlertCall, composeAlertMail, type AlertToTell } from "#app/care/triage/compose-alert.ts";
import { signature, webhookSecret } from "#app/care/triage/sign-webhook.ts";
import { deriveShopKeys } from "#app/shop/seal.ts";
import { english as say } from "#tests/setup/english.ts";

const AT = new Date("2026-11-24T02:00:00Z");
const alert: AlertToTell = {
  sendId: "s1",
  reason: "urgent",
  round: 2,
  most: 3,
  shop: { name: "Fernweh\r\nBcc: x@y", domain: "fernweh.myshopify.com" },
  conversationId: "c1",
  messageId: "m1",
  link: "https://admin.shopify.com/store/fernweh/apps/key/inbox/c1",
  target: { name: "Robin\nLund", to: "robin@fernweh.example" },
};

describe("an alert", () => {
  it("is a mail that says why and where, how often it comes, and that nobody answers it", () => {
    const mail = composeAlertMail(alert, { say, from: "care@attune.example", domain: "in.attune.example" });
    expect(mail).toMatchObject({
      messageId: "<alert-s1@in.attune.example>",
      to: { name: "Robin Lund", address: "robin@fernweh.example" },
      from: { name: "Attune", address: "care@attune.example" },
      subject: "A message cannot wait – Fernweh Bcc: x@y",
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(mail.text).toContain(alert.link);
    expect(mail.text).toContain("message 2 of at most 3");
    const trial = composeAlertMail(
      { ...alert, reason: "test" },
      { say, from: "a@b.example", domain: "d.example" },
    );
    expect(trial.text).not.toContain("at most");
  });

  it("is a call with ids and a link, signed so that it can be checked", () => {
    const call = composeAlertCall(
      { ...alert, target: { name: "", to: "https://hooks.example.com/x" } },
      { secret: "whsec_1", at: AT },
    );
    expect(call.url).toBe("https://hooks.example.com/x");
    expect(JSON.parse(call.body)).toEqual({
      id: "s1",
      event: "alert",
      reason: "urgent",
      round: 2,
      shop: "fernweh.myshopify.com",
      conversationId: "c1",
      messageId: "m1",
      link: alert.link,
      at: "2026-11-24T02:00:00.000Z",
      text: `Attune: a message cannot wait. ${alert.link}`,
    });
    expect(call.headers["Attune-Delivery"]).toBe("s1");
    const [t = "", v1 = ""] = (call.headers["Attune-Signature"] ?? "")
      .split(",")
      .map((part) => part.slice(part.indexOf("=") + 1));
    expect(Number(t)).toBe(AT.getTime() / 1_000);
    expect(createHmac("sha256", "whsec_1").update(`${t}.${call.body}`).digest("hex")).toBe(v1);
  });
});

describe("the secret of a shop's webhooks", () => {
  const [keys, others] = [1, 2].map((seed) => deriveShopKeys(`shop-${seed}`, Buffer.alloc(32, seed)));

  it("is the shop's own, the same each time, and another one with each version", () => {
    if (!keys || !others) throw new Error("No keys");
    expect(webhookSecret(keys, 1)).toMatch(/^whsec_[\w-]{43}$/u);
    expect(webhookSecret(keys, 1)).toBe(webhookSecret(keys, 1));
    expect(new Set([webhookSecret(keys, 1), webhookSecret(keys, 2), webhookSecret(others, 1)]).size).toBe(3);
    expect(signature("a", "b", AT)).not.toBe(signature("a", "c", AT));
  });
});
