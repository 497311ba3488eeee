import { describe, expect, it } from "vitest";
import { findWriter, isColleague } from "#app/conversation/find-writer.ts";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";

const shop = { addresses: ["care@fernweh.example", "fernweh.shop@gmail.com"] };
const mail = (given: Partial<ParsedMail>): ParsedMail => ({
  headers: [],
  from: [{ name: "Mia", address: "mia@fernweh.example" }],
  replyTo: [],
  to: [],
  cc: [],
  subject: "Fwd: Rückgabe",
  messageId: null,
  inReplyTo: [],
  references: [],
  date: null,
  text: "",
  html: null,
  attachments: [],
  ...given,
});

describe("findWriter", () => {
  it.each([
    [
      "Gmail",
      "Bitte!\n\n---------- Forwarded message ---------\nFrom: Otto Weiß <otto@shopper.example>\nDate: Fri, Nov 20, 2026\nSubject: Rückgabe\nTo: <care@fernweh.example>\n\n\nIch möchte es zurückgeben.",
    ],
    [
      "Apple Mail",
      "Bitte!\n\nAnfang der weitergeleiteten Nachricht:\n\n> Von: Otto Weiß <otto@shopper.example>\n> Betreff: Rückgabe\n> Datum: 20. November 2026\n> An: care@fernweh.example\n> \n> Ich möchte es zurückgeben.",
    ],
    [
      "Outlook",
      "Bitte!\n\n________________________________\nVon: Otto Weiß <otto@shopper.example>\nGesendet: Freitag, 20. November 2026 10:00\nAn: Care\nBetreff: Rückgabe\n\nIch möchte es zurückgeben.",
    ],
    [
      "Outlook classic",
      "Bitte!\n\n-----Ursprüngliche Nachricht-----\nVon: Otto Weiß [mailto:otto@shopper.example]\nGesendet: Freitag\nAn: Care\nBetreff: Rückgabe\n\nIch möchte es zurückgeben.",
    ],
  ])("a colleague's forward by %s belongs to the shopper", (_program, text) => {
    const writer = findWriter(mail({ text }), shop);
    expect(writer).toMatchObject({
      from: { name: "Otto Weiß", address: "otto@shopper.example" },
      subject: "Rückgabe",
      text: "Ich möchte es zurückgeben.",
      handedInBy: { address: "mia@fernweh.example" },
    });
    expect(writer?.note).toContain("Bitte!");
  });

  it("a colleague who forwards nothing writes for themselves", () => {
    expect(findWriter(mail({ text: "Hello all" }), shop)).toMatchObject({
      from: { address: "mia@fernweh.example" },
      handedInBy: null,
    });
  });

  it("any form that sends from an address without replies hands in for the shopper in Reply-To of another domain", () => {
    const from = [{ name: "Forms", address: "no-reply@forms.example" }];
    const shopper = { name: "Eva", address: "eva@shopper.example" };
    expect(findWriter(mail({ from, replyTo: [shopper], text: "Hi" }), shop)).toMatchObject({
      from: shopper,
      text: "Hi",
      handedInBy: { address: "no-reply@forms.example" },
    });
    const own = { name: "", address: "no-reply@forms.example" };
    expect(findWriter(mail({ from, replyTo: [own], text: "Hi" }), shop)?.handedInBy).toBeNull();
    const person = [{ name: "Eva", address: "eva@home.example" }];
    expect(findWriter(mail({ from: person, replyTo: [shopper] }), shop)?.from).toEqual(person[0]);
  });

  it("a mail without a writer has none", () => {
    expect(findWriter(mail({ from: [] }), shop)).toBeNull();
  });
});

describe("isColleague", () => {
  it("is everybody at the shop's own domain, and at a public one only the very address", () => {
    expect(isColleague("Mia@Fernweh.example", shop)).toBe(true);
    expect(isColleague("fernweh.shop@gmail.com", shop)).toBe(true);
    expect(isColleague("mallory@gmail.com", shop)).toBe(false);
    expect(isColleague("mia@notfernweh.example", shop)).toBe(false);
  });
});
