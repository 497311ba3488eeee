import { describe, expect, it } from "vitest";
import { macroFields } from "#app/voice/fill-macro.ts";
import type { FactSheet } from "./build-facts.ts";
import { macroValues } from "./macro-values.ts";

type Order = FactSheet["orders"][number];
const fact = (id: string, value: string) => ({ id, value }) as FactSheet["facts"][number];
const order = (ids: Partial<Order["ids"]>) => ({ ids }) as Order;

const FACTS = [
  fact("message:first-name", "Ana"),
  fact("order:1:name", "#1001"),
  fact("fulfillment:9:eta", "12 March"),
  fact("order:2:name", "#1002"),
];
const FIRST = order({ name: "order:1:name", eta: "fulfillment:9:eta", total: null });

describe("the values of a macro's placeholders", () => {
  it("are the facts of the order that is meant, each with its id", () => {
    expect(macroValues({ facts: FACTS, orders: [FIRST] })).toEqual([
      { field: "first_name", value: "Ana", factId: "message:first-name" },
      { field: "order", value: "#1001", factId: "order:1:name" },
      { field: "estimated_day", value: "12 March", factId: "fulfillment:9:eta" },
    ]);
  });

  it("are none of an order where several are meant, or none is", () => {
    const named = [{ field: "first_name", value: "Ana", factId: "message:first-name" }];
    expect(macroValues({ facts: FACTS, orders: [FIRST, order({ name: "order:2:name" })] })).toEqual(named);
    expect(macroValues({ facts: FACTS, orders: [] })).toEqual(named);
  });

  it("come from no fact that the sheet does not lead to", () => {
    const leading = order({ name: "order:404:name", total: null });
    expect(macroValues({ facts: [], orders: [leading] })).toEqual([]);
    expect(macroFields.length).toBe(new Set(macroFields).size);
  });
});
