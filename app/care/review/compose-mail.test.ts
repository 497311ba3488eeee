import { describe, expect, it } from "vitest";
import { answerSubject, composeMail, messageIdOf, plainText, type ComposeInput } from "./compose-mail.ts";

const input: ComposeInput = {
  from: { name: "Fernweh Supply", address: "care@fernweh.example" },
  to: { name: "Ada", address: "ada@example.com" },
  replyTo: "shop+token@inbound.example.test",
  shopName: "Fernweh Supply",
  answered: {
    subject: "Where is it?",
    mailMessageId: "m2@example.com",
    references: ["m0@example.com", "m1@example.com"],
  },
  text: "Hello Ada,\r\n\r\nit is on its way.",
  signature: "Mia, Fernweh Supply",
  makerLine: "Drafted with AI, checked by Mia.",
};

describe("composeMail", () => {
  it("puts text, signature and the honest line under each other", () => {
    const mail = composeMail(input);
    expect(mail.text).toBe(
      "Hello Ada,\n\nit is on its way.\n\nMia, Fernweh Supply\n\nDrafted with AI, checked by Mia.\n",
    );
    expect(mail.replyTo).toEqual({ name: "Fernweh Supply", address: "shop+token@inbound.example.test" });
  });

  it("threads: In-Reply-To the answered mail, References with its ancestors before it", () => {
    const mail = composeMail(input);
    expect(mail.inReplyTo).toBe("<m2@example.com>");
    expect(mail.references).toEqual(["<m0@example.com>", "<m1@example.com>", "<m2@example.com>"]);
  });

  it("takes what the answered mail replied to when it carried no References", () => {
    const answered = { ...input.answered, references: [], inReplyTo: "m1@example.com" };
    expect(composeMail({ ...input, answered }).references).toEqual(["<m1@example.com>", "<m2@example.com>"]);
  });

  it("sets neither for a storefront message, which has no Message-ID", () => {
    const mail = composeMail({ ...input, answered: { subject: "", references: [] } });
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.references).toEqual([]);
    expect(mail.subject).toBe("Re: Fernweh Supply");
  });

  it("caps References, keeping the first and the newest", () => {
    const references = Array.from({ length: 50_000 }, (_, index) => `r${index}@example.com`);
    const mail = composeMail({ ...input, answered: { ...input.answered, references } });
    expect(mail.references).toHaveLength(20);
    expect(mail.references[0]).toBe("<r0@example.com>");
    expect(mail.references.at(-1)).toBe("<m2@example.com>");
  });

  it("drops a Message-ID that is none: line breaks, spaces, brackets, a kilobyte", () => {
    const references = ["a@b\r\nBcc: evil@example.com", "a b@c", "<x><y>", `${"a".repeat(1_000)}@b`, "ok@b"];
    const mail = composeMail({ ...input, answered: { ...input.answered, references } });
    expect(mail.references).toEqual(["<ok@b>", "<m2@example.com>"]);
  });

  it("begins a conversation with its subject as it is, answering nothing", () => {
    const mail = composeMail({ ...input, first: true, answered: { subject: "Your order", references: [] } });
    expect(mail).toMatchObject({ subject: "Your order", references: [] });
    expect(mail.inReplyTo).toBeUndefined();
  });

  it("says last why what nobody asked for comes and how to stop it, to people and to mail programs", () => {
    const headers = { "List-Unsubscribe": "<https://app.example.test/unsubscribe/x>" };
    const mail = composeMail({ ...input, footer: "Stop them here.", headers });
    expect(mail.text).toMatch(/checked by Mia\.\n\nStop them here\.\n$/u);
    expect(mail.parts).toMatchObject({ footer: "Stop them here." });
    expect(mail.headers).toEqual(headers);
    expect(composeMail(input)).not.toHaveProperty("headers");
  });

  it("keeps names and subject on one line", () => {
    const evil = "x\r\nBcc: evil@example.com";
    const mail = composeMail({
      ...input,
      to: { name: evil, address: "ada@example.com" },
      answered: { ...input.answered, subject: evil },
    });
    expect(mail.to.name).toBe("x Bcc: evil@example.com");
    expect(mail.subject).toBe("Re: x Bcc: evil@example.com");
  });
});

describe("answerSubject", () => {
  it.each([
    ["Where is it?", "Re: Where is it?"],
    ["Re: Where is it?", "Re: Where is it?"],
    ["RE: AW: Re[2]: Wo ist es?", "Re: Wo ist es?"],
    ["回复：订单", "Re: 订单"],
    ["Return of order 1001", "Re: Return of order 1001"],
    ["   ", "Re: Shop"],
  ])("%j becomes %j", (subject, expected) => expect(answerSubject(subject, "Shop")).toBe(expected));
});

describe("messageIdOf", () => {
  it("is the same for every attempt and differs by shop and key", () => {
    const id = messageIdOf({ shopId: "s", key: "reply:d" }, "inbound.example.test");
    expect(id).toMatch(/^<[\w-]{32}@inbound\.example\.test>$/u);
    expect(messageIdOf({ shopId: "s", key: "reply:d" }, "inbound.example.test")).toBe(id);
    expect(messageIdOf({ shopId: "t", key: "reply:d" }, "inbound.example.test")).not.toBe(id);
    expect(messageIdOf({ shopId: "s", key: "reply:e" }, "inbound.example.test")).not.toBe(id);
  });
});

describe("plainText", () => {
  it("keeps words, emoji and paragraphs, and drops what can hide or break them", () => {
    expect(plainText("a\u0000b\u202Ec \r\n\r\n\r\n\n👩‍👧 ok\uD800")).toBe("abc\n\n👩‍👧 ok\uFFFD");
  });
});
