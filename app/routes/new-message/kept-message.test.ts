import { expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { keepMessage, readKept, type KeptMessage } from "./kept-message.ts";

const message: KeptMessage = {
  ...{ conversationId: null, order: null, subject: "Your order", language: "en", text: "Dear Ada" },
  copies: [{ name: "", address: "partner@shopper.example" }],
  to: { name: "Ada", address: "ada@shopper.example" },
};

function storage() {
  let kept: string | null = null;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => void (kept = value),
    removeItem: () => void (kept = null),
  };
}

it("keeps what was written for two weeks", () => {
  const place = storage();
  keepMessage(place, message, 1);
  expect(readKept(place.getItem() ?? "", days(14))).toEqual(message);
  expect(readKept(place.getItem() ?? "", days(14) + 1)).toBeNull();
  keepMessage(place, null, 2);
  expect(place.getItem()).toBeNull();
});

it("reads what was kept before copies were", () => {
  const { copies, ...earlier } = message;
  expect(copies).toHaveLength(1);
  expect(readKept(JSON.stringify({ at: 1, message: earlier }), 2)).toEqual({ ...earlier, copies: [] });
});

it("reads nothing that has no date, or is something else", () => {
  expect(readKept(JSON.stringify(message), 1)).toBeNull();
  expect(readKept("{not json", 1)).toBeNull();
});
