import { describe, expect, it } from "vitest";
import { writeCursor } from "../cursor.ts";
import { readRankCursor, writeRankCursor } from "./rank-cursor.ts";

describe("where a page of conversations ended", () => {
  it("comes back as it was", () => {
    const cursor = { rank: 318_207_000_000_123, id: "0b6f2a34-0000-4000-8000-000000000001" };
    expect(readRankCursor(writeRankCursor(cursor))).toEqual(cursor);
  });

  it("is what earlier releases wrote, for those who turn a page while one is rolled out", () => {
    const at = new Date("2026-03-02T10:00:00.123Z");
    expect(readRankCursor(writeCursor({ at, id: "a-1" }))).toEqual({ rank: at.getTime(), id: "a-1" });
  });

  it.each([
    "",
    "x",
    "bnVsbA",
    Buffer.from('[1,"a b"]').toString("base64url"),
    Buffer.from('["1","a"]').toString("base64url"),
    Buffer.from('[1e400,"a"]').toString("base64url"),
    Buffer.from('[1e300,"a"]').toString("base64url"),
    Buffer.from('[-1,"a"]').toString("base64url"),
    Buffer.from('[1.5,"a"]').toString("base64url"),
  ])("is null for %j", (text) => expect(readRankCursor(text)).toBeNull());
});
