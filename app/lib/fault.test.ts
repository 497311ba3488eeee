import { describe, expect, it } from "vitest";
import { z } from "zod";
import { faultsOf } from "#app/lib/fault.ts";

const schema = z.object({
  title: z.string().min(1).max(5),
  tags: z.array(z.string()).max(1),
  days: z.number().max(10),
  address: z.email(),
  kind: z.enum(["one", "other"]),
  hour: z.string().refine((text) => text === "12:00", { params: { code: "time", like: "21:30" } }),
});
const right = { title: "T", tags: [], days: 1, address: "a@b.example", kind: "one", hour: "12:00" };

describe("faultsOf", () => {
  it.each([
    [{ title: "" }, { title: { code: "empty" } }],
    [{ title: "longer" }, { title: { code: "too_long", values: { limit: 5 } } }],
    [{ tags: ["a", "b"] }, { tags: { code: "too_many", values: { limit: 1 } } }],
    [{ days: 11 }, { days: { code: "too_big", values: { limit: 10 } } }],
    [{ days: "many" }, { days: { code: "invalid" } }],
    [{ address: "nobody" }, { address: { code: "email" } }],
    [{ kind: "third" }, { kind: { code: "choice" } }],
    [{ hour: "noon" }, { hour: { code: "time", values: { like: "21:30" } } }],
  ])("names what is wrong with %j", (given, faults) => {
    const parsed = schema.safeParse({ ...right, ...given });
    expect(parsed.error && faultsOf(parsed.error)).toEqual(faults);
  });

  it("names what belongs to no field", () => {
    const parsed = schema.safeParse(null);
    expect(parsed.error && faultsOf(parsed.error)).toEqual({ form: { code: "invalid" } });
  });
});
