import { describe, expect, it } from "vitest";
import { fileKind, openedAs, showsAtOnce } from "./file-kind.ts";

describe("what an attachment is shown as", () => {
  it.each([
    ["image/png", "box.png", "picture"],
    ["image/jpeg", "box", "picture"],
    ["application/pdf", "invoice", "pdf"],
    ["application/octet-stream", "Invoice.PDF", "pdf"],
    // These hold scripts.
    ["image/svg+xml", "box.svg", "other"],
    ["text/html", "box.pdf", "other"],
    ["application/octet-stream", "box.png", "other"],
  ] as const)("%s named %s is %s", (mimeType, name, kind) => {
    expect(fileKind({ mimeType, name })).toBe(kind);
  });

  it("opens nothing as what could run", () => {
    expect(openedAs({ mimeType: "application/octet-stream", name: "a.pdf" })).toBe("application/pdf");
  });

  it("leaves large pictures until they are asked for", () => {
    expect(showsAtOnce({ mimeType: "image/png", name: "a.png", size: 100 })).toBe(true);
    expect(showsAtOnce({ mimeType: "image/png", name: "a.png", size: 9_000_000 })).toBe(false);
  });
});
