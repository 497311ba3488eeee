import { describe, expect, it } from "vitest";
import { idsOf, parseRef, refOf } from "./dead-letter.ts";

const ROW = "3f0c2f5e-1111-4222-8333-444455556666";

describe("the name of something set aside", () => {
  it("comes back as what it names", () => {
    for (const ref of [
      { kind: "webhook", id: ROW },
      { kind: "message", id: ROW },
      { kind: "job", id: "42" },
    ] as const)
      expect(parseRef(refOf(ref))).toEqual(ref);
  });

  it.each([
    "",
    "webhook",
    `order:${ROW}`,
    "webhook:42",
    `job:${ROW}`,
    `webhook:${ROW}:1`,
    "job:-1",
    "job:1e3",
  ])("is refused when it cannot be one: %j", (text) => {
    expect(parseRef(text)).toBeNull();
  });

  it("is found by its kind", () => {
    const refs = [{ kind: "job", id: "1" } as const, { kind: "webhook", id: ROW } as const];
    expect(idsOf(refs, "webhook")).toEqual([ROW]);
    expect(idsOf(refs, "message")).toEqual([]);
  });
});
