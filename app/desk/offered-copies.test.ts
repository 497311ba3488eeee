import { expect, it } from "vitest";
import { offeredCopies } from "./offered-copies.ts";

const box = (address: string, name = "") => ({ name, address });

it("offers whoever read along, once each, and neither the writer nor the shop itself", () => {
  const message = {
    from: box("ada@home.example", "Ada"),
    to: [box("care@shop.example"), box("Bob@office.example", "Bob")],
    cc: [
      box("bob@office.example"),
      box("ADA@home.example"),
      box("key+token@inbound.example"),
      box("eve@x.example"),
    ],
  };
  const own = (address: string) => address.endsWith("@shop.example") || address.endsWith("@inbound.example");
  expect(offeredCopies(message, own)).toEqual([box("Bob@office.example", "Bob"), box("eve@x.example")]);
  expect(offeredCopies(null, own)).toEqual([]);
});
