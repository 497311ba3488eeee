import { describe, expect, it } from "vitest";
import { decidePriority } from "./decide-priority.ts";
import { heldByHand } from "./held-by-hand.ts";

const set = (to: string, more: { by?: string; changeId?: string; undoes?: string } = {}) => ({
  by: more.by ?? "42",
  changeId: more.changeId ?? null,
  data: { from: "normal", to, ...(more.undoes ? { undoes: more.undoes } : {}) },
});

describe("a priority that is held by hand", () => {
  it("is the last one that a person set", () => {
    expect(heldByHand([])).toBeNull();
    expect(heldByHand([set("low"), set("urgent", { by: "7" })])).toEqual({
      staffId: "7",
      priority: "urgent",
    });
  });

  it("is none that a rule, the app or nobody known set", () => {
    expect(heldByHand([set("low", { by: "rule:1" }), set("low", { by: "attune" })])).toBeNull();
    expect(heldByHand([set("later"), { by: "42", changeId: null, data: null }])).toBeNull();
  });

  it("is none that was undone, and one whose undoing was undone", () => {
    const change = set("urgent", { changeId: "a" });
    const undo = set("normal", { changeId: "b", undoes: "a" });
    const redo = set("urgent", { changeId: "c", undoes: "b" });
    expect(heldByHand([set("low"), change, undo])).toEqual({ staffId: "42", priority: "low" });
    expect(heldByHand([change, undo])).toBeNull();
    expect(heldByHand([change, undo, redo])).toEqual({ staffId: "42", priority: "urgent" });
  });

  it("ends when it is let go, until somebody sets it again", () => {
    const letGo = { by: "42", changeId: null, data: { released: true } };
    expect(heldByHand([set("low"), letGo])).toBeNull();
    expect(heldByHand([set("low"), letGo, set("high")])).toEqual({ staffId: "42", priority: "high" });
  });
});

describe("who has the last word", () => {
  const byRule = { ruleId: "r", priority: "low" as const };
  const given = { computed: "urgent" as const, reasons: [], byHand: null, byRule: null };

  it("is a person, then a rule, then the reasons", () => {
    const byHand = { staffId: "42", priority: "normal" as const };
    expect(decidePriority({ ...given, byHand, byRule }).priority).toBe("normal");
    expect(decidePriority({ ...given, byRule }).priority).toBe("low");
    expect(decidePriority(given)).toEqual({ priority: "urgent", decided: null });
  });

  it("is no rule's where somebody may be in danger", () => {
    const risk = (flag: "self_harm" | "legal") => ({
      ...{ code: "risk" as const, flag, least: "urgent" as const, counts: 0 },
    });
    expect(decidePriority({ ...given, byRule, reasons: [risk("self_harm")] })).toEqual({
      priority: "urgent",
      decided: { by: "rule", ...byRule, kept: true },
    });
    expect(decidePriority({ ...given, byRule, reasons: [risk("legal")] }).priority).toBe("low");
  });
});
