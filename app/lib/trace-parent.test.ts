import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, trace } from "@opentelemetry/api";
import { describe, expect, it } from "vitest";
import { traceParent } from "#app/lib/trace-parent.ts";

const GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

const extract = (traceparent: unknown) =>
  trace.getSpanContext(traceParent.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter));

describe("traceparent", () => {
  it("comes back as it was written", () => {
    const carrier: Record<string, string> = {};
    const context = traceParent.extract(ROOT_CONTEXT, { traceparent: GIVEN }, defaultTextMapGetter);
    traceParent.inject(context, carrier, defaultTextMapSetter);
    expect(carrier).toEqual({ traceparent: GIVEN });
  });

  it("says whether the trace is sampled", () => {
    expect(extract(GIVEN)?.traceFlags).toBe(1);
    expect(extract(GIVEN.replace(/01$/, "00"))?.traceFlags).toBe(0);
  });

  it.each([
    undefined,
    1,
    "",
    "junk",
    `${GIVEN}0`,
    GIVEN.toUpperCase(),
    `00-${"0".repeat(32)}-${"0".repeat(16)}-01`,
  ])("%s is nobody's trace", (given) => {
    expect(extract(given)).toBeUndefined();
  });

  it("is not written where nobody traces", () => {
    const carrier = {};
    traceParent.inject(ROOT_CONTEXT, carrier, defaultTextMapSetter);
    expect(carrier).toEqual({});
  });
});
