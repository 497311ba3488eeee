import { describe, expect, it } from "vitest";
import { Unretryable } from "#app/job.ts";
import { describeError } from "#app/queue/describe-error.ts";

describe("describeError", () => {
  it("does not quote what somebody else's error says", () => {
    const error = Object.assign(new Error("Key (email)=(ana@example.test) already exists"), {
      code: "23505",
    });
    const described = describeError(error);
    expect(described).not.toContain("ana@");
    expect(described).toMatch(/^Error 23505 at app\/queue\/describe-error\.test\.ts:\d+$/);
  });

  it("quotes our own refusal", () => {
    expect(describeError(new Unretryable("the delivery is gone"))).toBe("Unretryable: the delivery is gone");
  });

  it("survives what is not an error", () => {
    expect(describeError("secret")).toBe("threw a string");
    expect(describeError(undefined)).toBe("threw a undefined");
  });
});
