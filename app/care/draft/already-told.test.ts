import { describe, expect, it } from "vitest";
import { alreadyTold } from "#app/care/draft/already-told.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { inputs, type Case } from "./situations.fixture.ts";

function draft(given: Case, text: string, titles?: string[]) {
  const { facts, reading } = inputs(given, "en");
  const orders = facts.orders.map((order) => ({
    ...order,
    lines: titles?.map((title, at) => ({ id: String(at), title, quantity: 1, price: null })) ?? order.lines,
  }));
  const input: DraftInput = {
    facts: { ...facts, orders },
    reading: { ...reading, language: "en" },
    text,
    voice: "friendly",
    shopDomains: [],
    seesAllOrders: true,
  };
  return composeDraft(input).content;
}

describe("alreadyTold", () => {
  it.each([
    ["looked", "There is nothing at my door and the neighbours have nothing either."],
    ["looked", "Die Nachbarn wissen auch von nichts."],
    ["looked", "He preguntado a los vecinos."],
    ["looked", "Mes voisins n’ont rien reçu."],
    ["looked", "O porteiro não recebeu nada."],
    ["looked", "Il portiere non ha visto nessuno."],
    ["looked", "De buren hebben niets."],
    ["looked", "近所にも確認しました。"],
    ["reason", "The trousers are too long for me."],
    ["reason", "Die Hose passt leider nicht."],
    ["reason", "La camisa me queda muy grande."],
    ["reason", "Il ne me va pas."],
    ["reason", "A calça ficou grande."],
    ["reason", "La giacca è troppo stretta."],
    ["reason", "Hij is te groot."],
    ["reason", "サイズが合わないので返品したいです。"],
    ["death", "She died on Sunday."],
    ["death", "Mein Mann ist gestorben."],
    ["death", "Mi madre falleció ayer."],
    ["death", "Mon père est décédé."],
    ["death", "A minha avó faleceu."],
    ["death", "Mia moglie ci ha lasciati."],
    ["death", "Mio padre è mancato."],
    ["death", "Mijn man is overleden."],
    ["death", "母が亡くなりました。"],
    ["total", "What was the total?"],
  ] as const)("%s: %s", (what, text) => {
    expect(alreadyTold(text)[what]).toBe(true);
  });

  it.each([
    "Could it have gone to number 12 instead of 21?",
    "Wo ist mein Paket?",
    "Je voudrais renvoyer un article.",
    "商品はどこですか。",
  ])("finds nothing in: %s", (text) => {
    expect(alreadyTold(text)).toMatchObject({ looked: false, reason: false, death: false, total: false });
  });

  it("knows the item where there is one, or where one is named", () => {
    const item = (text: string, ...titles: string[]) => alreadyTold(text).item(titles);
    expect(item("It is broken.", "Glass carafe")).toBe(true);
    expect(item("The carafes are broken.", "Glass carafe", "Mug")).toBe(true);
    expect(item("パンツを返品したい", "コーデュロイパンツ", "帽子")).toBe(true);
    expect(item("It is broken.", "Glass carafe", "Mug")).toBe(false);
    expect(item("It is broken.")).toBe(false);
  });
});

describe("what was told is not asked for", () => {
  const missing: Case = { order: "delivered", intent: "delivery_problem", claims: ["not_received"] };
  const says = ({ plan }: ReturnType<typeof draft>) => [plan.question, ...(plan.offered ?? [])];

  it("asks them to look around once, and the carrier at once", () => {
    expect(says(draft(missing, "Where is it?"))).toEqual(["ask.look_around", "carrier_enquiry"]);
    const told = draft(missing, "Nothing at my door, nothing with the neighbours.");
    expect(says(told)).toEqual([undefined, "carrier_enquiry"]);
    expect(told.text).not.toMatch(/neighbour/iu);
  });

  it("asks neither what is missing nor which of one item is broken", () => {
    const lacking: Case = { order: "delivered", intent: "wrong_or_damaged_item", claims: ["missing_item"] };
    expect(says(draft(lacking, "The screws are missing."))).toEqual([undefined, "put_right"]);
    const broken: Case = { order: "delivered", intent: "wrong_or_damaged_item" };
    expect(says(draft(broken, "It is cracked.", ["Glass carafe"]))[0]).toBe("ask.photo_only");
    expect(says(draft(broken, "It is cracked."))[0]).toBe("ask.photo");
    expect(says(draft({ ...broken, attachments: 1 }, "It is cracked."))[0]).toBeUndefined();
  });

  it("asks for no reason to send something back, and for the item only where it is open", () => {
    const back: Case = { order: "delivered", intent: "return" };
    expect(says(draft(back, "I want to return the blanket."))).toEqual([undefined, "return"]);
    expect(says(draft(back, "They are too big."))).toEqual(["ask.which_item", "return"]);
    expect(says(draft(back, "I want to return this."))).toEqual(["ask.return", "return"]);
  });

  it("answers the sum where the sum is all that was asked", () => {
    const asked: Case = { order: "delivered", intent: "payment", proof: "signed_in" };
    expect(says(draft(asked, "What was the total?"))).toEqual([undefined]);
    expect(says(draft(asked, "There is something odd on my card."))).toEqual([undefined, "check_payment"]);
  });
});

describe("what a reply does beside pointing to a page", () => {
  it("takes a failed attempt up with the carrier", () => {
    const failed = draft({ order: "failedAttempt", intent: "delivery_problem" }, "I was at home.");
    expect(failed.plan.offered).toEqual(["new_attempt", "carrier_enquiry"]);
    expect(draft({ order: "failedAttempt", intent: "order_status" }, "Where is it?").plan.offered).toEqual([
      "new_attempt",
    ]);
  });

  it("offers the return of what cannot be stopped any more", () => {
    expect(draft({ order: "inTransit", intent: "cancel" }, "Stop it").plan.offered).toEqual(["return"]);
    expect(draft({ order: "deliveredLongAgo", intent: "cancel" }, "Stop it").plan.offered).toEqual([]);
  });

  it("promises no change of an order that stock would decide", () => {
    const change: Case = { order: "unfulfilled", intent: "change_order", proof: "code" };
    expect(draft(change, "Black, please").text).not.toContain("make the change");
  });

  it("has a word for a death, and none where nobody died", () => {
    const grief: Case = { order: "delivered", intent: "return", emotion: "grief" };
    expect(draft(grief, "She died on Sunday.").text).toContain("condolences");
    expect(draft(grief, "I lost everything.").text).not.toContain("condolences");
  });

  it("knows who had to write twice", () => {
    const again: Case = {
      order: "stalled",
      intent: "delivery_problem",
      emotion: "worry",
      claims: ["repeated"],
    };
    expect(draft(again, "I write again.").text).toContain("already had to write");
  });
});
