import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readAdminAnswer } from "#app/adapters/admin-answer.ts";

const schema = z.object({ shop: z.object({ name: z.string() }) });
const read = (body: unknown, { status = 200, retryAfter = null as string | null } = {}) =>
  readAdminAnswer(
    { status, retryAfter, body: typeof body === "string" ? body : JSON.stringify(body) },
    schema,
  ).answer;
const failure = (code: string) => ({ errors: [{ message: "Said so", extensions: { code } }] });

describe("readAdminAnswer", () => {
  it("reads data, also beside errors about fields that were not granted", () => {
    const data = { shop: { name: "Fernweh" } };
    expect(read({ data })).toEqual({ outcome: "answered", data });
    expect(read({ data, ...failure("ACCESS_DENIED") })).toEqual({ outcome: "answered", data });
  });

  it.each([
    [300, 100, 2_000],
    [100, 100, 1_000], // never sooner than a second
    [1_000, 0, 10_000],
    [90_000, 0, 60_000],
  ])("says when to come back: cost %i, %i left", (requestedQueryCost, currentlyAvailable, retryAfter) => {
    const cost = { requestedQueryCost, throttleStatus: { currentlyAvailable, restoreRate: 100 } };
    expect(read({ ...failure("THROTTLED"), extensions: { cost } })).toEqual({
      outcome: "throttled",
      retryAfter,
    });
  });

  it.each([
    ["7", 7_000],
    ["3600", 60_000],
    ["garbage", 1_000],
    [null, 1_000],
  ])("reads Retry-After %s", (retryAfter, expected) => {
    expect(read("", { status: 429, retryAfter })).toEqual({ outcome: "throttled", retryAfter: expected });
  });

  it.each([
    [401, { outcome: "token_refused" }],
    [402, { outcome: "unavailable", reason: "the shop is frozen" }],
    [403, { outcome: "refused", errors: [{ message: "HTTP 403", code: "FORBIDDEN" }] }],
    [404, { outcome: "refused", errors: [{ message: "HTTP 404", code: "NOT_FOUND" }] }],
    [423, { outcome: "unavailable", reason: "the shop is locked" }],
    [500, { outcome: "unavailable", reason: "HTTP 500" }],
  ])("names HTTP %i", (status, expected) => {
    expect(read("{}", { status })).toEqual(expected);
  });

  it("tells a refusal from a failure of theirs", () => {
    expect(read(failure("ACCESS_DENIED"))).toEqual({
      outcome: "refused",
      errors: [{ message: "Said so", code: "ACCESS_DENIED" }],
    });
    expect(read({ errors: "Not Found" })).toEqual({ outcome: "refused", errors: [{ message: "Not Found" }] });
    expect(read(failure("INTERNAL_SERVER_ERROR"))).toMatchObject({ outcome: "unavailable" });
    // A record that Shopify failed to read is null as one that is gone would be.
    const gone = { data: { shop: { name: "Fernweh" } }, ...failure("INTERNAL_SERVER_ERROR") };
    expect(read(gone)).toMatchObject({ outcome: "unavailable" });
  });

  it.each(["<html></html>", "", "{}", "[]", "null", '{"data":'])("takes %s for no answer", (body) => {
    expect(read(body)).toEqual({ outcome: "unavailable", reason: "the answer is not GraphQL JSON" });
  });

  it("says where an answer has another shape", () => {
    expect(read({ data: { shop: { name: 1 } } })).toEqual({
      outcome: "unavailable",
      reason: "the answer has another shape at shop.name",
    });
  });
});
