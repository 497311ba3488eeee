import { expect, it } from "vitest";
import { cause } from "./cause.ts";
import { sentences } from "./fold.ts";

it.each([
  ["The courier left my parcel in the rain.", "delivery_problem", "delivery", "carrier"],
  ["You sent me the wrong size.", "wrong_or_damaged_item", "item", "shop"],
  ["Sorry, my mistake, I ordered twice.", "cancel", "self", "self"],
  ["Nobody answers. Your service is terrible.", "complaint", "contact", "shop"],
  ["Wo ist mein Geld?", "refund", "money", "nobody"],
] as const)("%s", (...[text, intent, about, blamed]) => {
  expect(cause(sentences(text), intent)).toMatchObject({ about, blamed });
});
