import { describe, expect, it } from "vitest";
import { policyFacts } from "#app/care/draft/facts/policy-facts.ts";
import { returnWindow } from "#app/care/draft/facts/return-window.ts";
import { now } from "#app/care/draft/situations.fixture.ts";
import { policyText } from "#app/mirror/policy-text.ts";
import { seedPolicies } from "#devstore/seed/policies.ts";

describe("returnWindow", () => {
  it("is not confused by the other numbers of a policy", () => {
    const [refunds] = seedPolicies({ domain: "fernweh.example", shopId: "1", at: "", nextId: () => "1" });
    expect(refunds?.body.match(/\d+ (?:business )?days/gu)?.length).toBeGreaterThan(3);
    expect(returnWindow(policyText(refunds?.body ?? ""))).toBe("30");
  });

  it.each([
    ["Return within 30 days. Refunds take 5 days.", "30"],
    ["Within 14 days you can return it for a full refund.", "14"],
    ["Once the return arrives we refund within 10 days.", null],
    ["We pay the money back within 10 days of the return.", null],
    ["Returns are checked within 3 business days.", null],
    ["Sie können die Ware innerhalb von 30 Tagen zurückgeben. Die Erstattung dauert 14 Tage.", "30"],
    ["Puede devolver los artículos en 15 días. El reembolso tarda 5 días.", "15"],
    ["Vous disposez de 14 jours pour un retour. Le remboursement prend 10 jours.", "14"],
    ["Hai 30 giorni per il reso.", "30"],
    ["U kunt binnen 30 dagen retourneren.", "30"],
    ["商品到着後のご連絡ください。返品は30日以内に可能です。", "30"],
    ["Return within 14 days in the EU. Elsewhere you can return within 30 days.", null],
  ])("%s → %s", (text, days) => {
    expect(returnWindow(text)).toBe(days);
  });
});

describe("policyFacts", () => {
  const policy = (body: string) =>
    policyFacts([{ type: "REFUND_POLICY", title: "Refunds", body, url: null }], { intent: "return", now });
  it("takes a number of days only when the policy names one for returns", () => {
    expect(policy("Returns are free within 30 days.").window).not.toBeNull();
    expect(policy("Rückgabe innerhalb von 14 Tagen möglich.").window).not.toBeNull();
    expect(policy("Return within 30 days or 14 days. Refunds take 5 days.").window).toBeNull();
    expect(policy("We pay refunds within 10 days.").window).toBeNull();
    expect(policy("Ask us.").window).toBeNull();
  });
});
