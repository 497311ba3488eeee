import { describe, expect, it } from "vitest";
import { mailboxesOf, mailOf, threadsOf, type ThreadMessage } from "./threads.ts";

const message = (id: string, over: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id,
  at: "2026-11-20T10:00:00.000Z",
  envelope: { from: "shop@example.com", to: ["anna@example.org"] },
  from: "shop@example.com",
  to: "anna@example.org",
  subject: "Your order",
  text: "",
  html: "",
  messageId: `<${id}@example.com>`,
  inReplyTo: "",
  references: [],
  headers: {},
  direction: "in",
  ...over,
});

describe("threadsOf", () => {
  it("joins a reply to what it answers, whoever wrote it", () => {
    const question = message("q", {
      direction: "out",
      at: "2026-11-20T09:00:00.000Z",
      subject: "Where is it?",
    });
    const answer = message("a", { inReplyTo: "<q@example.com>", subject: "Re: Where is it?" });
    const [thread, ...others] = threadsOf([answer, question]);
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ id: "q", subject: "Where is it?" });
    expect(thread?.messages.map(({ id }) => id)).toEqual(["q", "a"]);
  });

  it("joins two messages that name the same lost third", () => {
    const both = [
      message("a", { references: ["<lost@x>"] }),
      message("b", { references: ["<lost@x>", "<a@example.com>"] }),
    ];
    expect(threadsOf(both)).toHaveLength(1);
  });

  it("keeps messages apart that name nothing, even with the same subject, newest first", () => {
    const threads = threadsOf([message("old"), message("new", { at: "2026-11-21T10:00:00.000Z" })]);
    expect(threads.map(({ id }) => id)).toEqual(["new", "old"]);
  });

  it("survives a message that answers itself and a circle", () => {
    const circle = [
      message("a", { inReplyTo: "<b@example.com>" }),
      message("b", { inReplyTo: "<a@example.com>", references: ["<b@example.com>"] }),
    ];
    expect(threadsOf(circle)).toHaveLength(1);
  });
});

describe("mailboxes", () => {
  it("finds people by what they received and what they wrote, whatever the case", () => {
    const received = [message("a", { envelope: { from: "s@x", to: ["Anna@Example.org"] } })];
    const sent = [message("b", { envelope: { from: "anna@example.org", to: ["s@x"] } })];
    expect(mailboxesOf({ received, sent })).toMatchObject([{ address: "anna@example.org", count: 2 }]);
    expect(mailOf("ANNA@example.org", { received, sent }).map(({ direction }) => direction)).toEqual([
      "in",
      "out",
    ]);
  });
});
