import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";

describe("cursor", () => {
  it("comes back as it was, to the millisecond", () => {
    const cursor = { at: new Date("2026-03-02T10:00:00.123Z"), id: "0b6f2a34-0000-4000-8000-000000000001" };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each([
    "",
    "x",
    "bnVsbA",
    Buffer.from('[1,"a b"]').toString("base64url"),
    Buffer.from('["1","a"]').toString("base64url"),
    Buffer.from('[1e400,"a"]').toString("base64url"),
  ])("is null for %j", (text) => expect(readCursor(text)).toBeNull());
});
