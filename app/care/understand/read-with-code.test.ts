import { describe, expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";
import type { Reading } from "./reading.ts";
import { orderToProve, readWithCode } from "./read-with-code.ts";

const models = loadModels();
const now = new Date("2026-11-21T12:00:00Z");
const read = (text: string): Reading => readMessage(models, { text, now });
const asked: Reading = {
  ...read("Wo bleibt Bestellung #1001? Sie ist nicht angekommen."),
  orderIds: ["1"],
  proofs: [{ orderId: "1", level: "none", by: ["order_number"] }],
};
const withCode = (text: string, outcome: "matched" | "wrong" = "matched") =>
  readWithCode(read(text), { outcome, asked });

describe("readWithCode", () => {
  it.each(["483920", "483 920, thanks!", "Mein Code ist 483 920. Danke!", "código 483920"])(
    "goes on with what was asked: %s",
    (text) => {
      const { intent, intents, claims, cause } = asked;
      expect(withCode(text)).toMatchObject({ intent, intents, claims, cause, identity: "code" });
    },
  );

  it("waits no longer than what was asked", () => {
    const cancel = { ...asked, ...read("Please cancel order #1001, I ordered the wrong one.") };
    const brought = readWithCode(read("483920"), { outcome: "matched", asked: cancel });
    expect(cancel.urgency).toBeGreaterThan(read("483920").urgency);
    expect(brought.urgency).toBe(cancel.urgency);
  });

  it("stays with what the message says it wants itself", () => {
    const text = "The code is 483920. Please cancel order #1001, I no longer want it.";
    expect(withCode(text)).toMatchObject({ intent: "cancel", language: "en" });
  });

  it("answers in the language that was asked in, when the code is all there is", () => {
    expect(withCode("483920").language).toBe("de");
  });

  it("asks again about the same number after a wrong code, and proves nothing", () => {
    expect(withCode("483920", "wrong")).toMatchObject({
      proofCode: "wrong",
      identity: "none",
      orderNamed: true,
      orderIds: ["1"],
      proofs: asked.proofs,
    });
    expect(orderToProve(withCode("483920", "wrong"))).toBe("1");
  });

  it("takes no level away from who is signed in", () => {
    const signedIn: Reading = { ...read("483920"), identity: "signed_in" };
    expect(readWithCode(signedIn, { outcome: "matched", asked }).identity).toBe("signed_in");
  });

  it("does without what was asked, when it is gone", () => {
    const checked = readWithCode(read("483920"), { outcome: "matched", asked: null });
    expect(checked).toMatchObject({ identity: "code", intent: "other" });
  });
});

describe("orderToProve", () => {
  it.each<[string, Reading["proofs"], string | null]>([
    [
      "the first that is named and not proven",
      [{ orderId: "1", level: "none", by: ["order_number", "postcode"] }],
      "1",
    ],
    [
      "none that is proven",
      [{ orderId: "1", level: "address_match", by: ["address", "order_number"] }],
      null,
    ],
    ["none that is not named by its number", [{ orderId: "1", level: "none", by: ["address"] }], null],
    ["none when there is none", [], null],
  ])("is %s", (_what, proofs, id) => {
    expect(orderToProve({ proofs })).toBe(id);
  });
});
