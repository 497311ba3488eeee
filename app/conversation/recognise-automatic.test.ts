import { describe, expect, it } from "vitest";
import { recogniseAutomatic, type AutomaticInput } from "#app/conversation/recognise-automatic.ts";

const mail = (headers: Record<string, string>, given: Partial<AutomaticInput> = {}) =>
  recogniseAutomatic({
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    from: "eva@shopper.example",
    subject: "Where is my parcel?",
    envelopeFrom: undefined,
    ownDomains: ["fernweh.example"],
    ...given,
  });

describe("recogniseAutomatic", () => {
  it.each([
    ["auto_reply", { "auto-submitted": "auto-replied" }],
    ["auto_reply", { "auto-submitted": "auto-generated (rejected)" }],
    ["auto_reply", { "x-autoreply": "yes" }],
    ["auto_reply", { precedence: "auto_reply" }],
    ["list", { precedence: "bulk" }],
    ["list", { precedence: "junk" }],
    ["list", { "list-id": "News <news.shop.example>" }],
    ["list", { "list-unsubscribe": "<https://news.example/u>" }],
    ["bounce", { "content-type": 'multipart/report; report-type="delivery-status"; boundary=x' }],
    ["complaint", { "content-type": "multipart/report; boundary=x; report-type=feedback-report" }],
    ["bounce", { "x-failed-recipients": "eva@shopper.example" }],
    ["auto_reply", { "return-path": "<>" }],
  ])("%s: %o", (kind, headers) => {
    expect(mail(headers)?.kind).toBe(kind);
  });

  it.each([
    "Out of office: back on Monday",
    "Automatic reply: Where is my parcel?",
    "Automatische Antwort: Ihre Nachricht",
    "Abwesenheitsnotiz: Urlaub",
    "Réponse automatique : absence",
    "Respuesta automática: fuera",
    "Resposta automática: férias",
    "自動応答: 休暇",
  ])("an auto-reply by its subject: %s", (subject) => {
    expect(mail({}, { subject })?.kind).toBe("auto_reply");
  });

  it("a sender that takes no replies, and the null sender", () => {
    expect(mail({}, { from: "no-reply@carrier.example" })?.kind).toBe("auto_reply");
    expect(mail({}, { envelopeFrom: null })?.kind).toBe("auto_reply");
    expect(mail({}, { from: "MAILER-DAEMON@mx.example", envelopeFrom: null })?.kind).toBe("bounce");
  });

  it("mail of a person is none of these", () => {
    expect(mail({})).toBeNull();
    expect(mail({ "auto-submitted": "no" }, { envelopeFrom: "eva@shopper.example" })).toBeNull();
    expect(mail({}, { subject: "Is your automatic coffee machine back?" })).toBeNull();
    expect(mail({}, { from: "norepley.fan@shopper.example" })).toBeNull();
  });

  it("a shopper's mail through the shop's own group mailbox is a person's", () => {
    expect(mail({ "list-id": "<care.fernweh.example>", precedence: "list" })).toBeNull();
  });
});
