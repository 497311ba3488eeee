import { describe, expect, it } from "vitest";
import { safeError } from "#app/lib/safe-error.ts";

const anas = /ana|lindqvist/iu;

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("safeError", () => {
  it("keeps class, code and our own frames of a database's refusal, and none of its words", () => {
    const refusal = Object.assign(new Error("Key (name)=(Ana Lindqvist) already exists"), { code: "23505" });
    const safe = safeError(refusal);
    expect(safe).toMatchObject({ type: "Error", code: "23505" });
    expect(safe.at?.[0]).toMatch(/^app\/lib\/safe-error\.test\.ts:\d+$/);
    expect(JSON.stringify(safe)).not.toMatch(anas);
  });

  it("drops what JSON.parse quotes of a body", () => {
    const safe = safeError(caught(() => JSON.parse('{"customer": Ana Lindqvist}')));
    expect(safe.type).toBe("SyntaxError");
    expect(JSON.stringify(safe)).not.toMatch(anas);
  });

  it("drops a validation error's arguments, which run over many lines", () => {
    const message = 'Invalid invocation:\n{\n  data: {\n    name: "Ana Lindqvist",\n+   id: String\n  }\n}';
    expect(JSON.stringify(safeError(new Error(message)))).not.toMatch(anas);
  });

  it("says the same of a cause, and of a code that is none", () => {
    const cause = Object.assign(new Error("connect to ana.example"), { code: "ECONNREFUSED" });
    const safe = safeError(Object.assign(new Error("Ana", { cause }), { code: "Ana Lindqvist wrote" }));
    expect(safe.cause).toMatchObject({ type: "Error", code: "ECONNREFUSED" });
    expect(safe.code).toBeUndefined();
    expect(JSON.stringify(safe)).not.toMatch(anas);
  });

  it("ends in a circle of causes", () => {
    const error = new Error("round");
    error.cause = error;
    expect(safeError(error).type).toBe("Error");
  });

  it("names only the type of what is no error", () => {
    expect(safeError("Ana")).toEqual({ type: "string" });
    expect(safeError(null)).toEqual({ type: "null" });
  });
});
