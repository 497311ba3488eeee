import { expect, it } from "vitest";
import { eventReader } from "./read-events.ts";

it("reads events however the stream is cut, and passes over heartbeats and what it does not know", () => {
  const whole =
    'data: {"kind":"hello"}\n\n: \n\ndata: {"kind":"changed","ids":["a","b"]}\n\ndata: {"kind":"later"}\n\ndata: {"kind":"again"}\n\n';
  const events = [{ kind: "hello" }, { kind: "changed", ids: ["a", "b"] }, { kind: "again" }];
  for (const size of [1, 7, whole.length]) {
    const read = eventReader();
    const pieces = whole.match(new RegExp(`[^]{1,${size}}`, "gu")) ?? [];
    expect(pieces.flatMap(read)).toEqual(events);
  }
});
