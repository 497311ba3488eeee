// Many messages approved by one click: what somebody has to read first is not among them.
import { describe, expect, it } from "vitest";
import { approveOutreaches } from "#app/care/review/approve-outreach.server.ts";
import { planApprovals } from "#app/care/review/plan-approvals.server.ts";
import { reasonInLine } from "#app/components/reason-words.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { after, FRIDAY, outreachShop, STAFF } from "#tests/factories/outreach-shop.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { english } from "#tests/setup/english.ts";

describe("one click for many messages", () => {
  it("leaves to be approved by itself what the law may require though they wrote what bears a risk mark", async () => {
    const shop = await outreachShop();
    const address = "erin@example.com";
    const spoken = await makeConversation({
      ...{ keys: shop.keys, contact: { name: "Erin", address }, orderIds: ["another"] },
      ...{ at: after(-200), status: "closed" },
    });
    const { conversationId, messageId } = spoken;
    await makeReading(shop.keys, { conversationId, messageId }, { riskFlags: ["wants_person"] });
    const shippingAddress = {
      ...{ name: "Erin Shaw", address1: "12 Mill Street", zip: "44308", city: "Akron" },
      ...{ province: "Ohio", country: "United States", countryCode: "US" },
    };
    const marked = await shop.waiting({ person: { email: address, shippingAddress }, fulfillments: [] });
    expect(marked.issue.kind).toBe("unfulfilled");
    const plain = await shop.waiting();
    const messages = [marked, plain].map(({ issue, draft }) => ({ issueId: issue.id, draftId: draft.id }));
    const plan = await shop.inShop((tx) => planApprovals(tx, shop.keys, { messages, now: FRIDAY }));
    expect(plan).toMatchObject([
      { outcome: "blocked", because: { rule: "meanwhile", code: "one_by_one" } },
      { outcome: "approvable" },
    ]);
    const [said] = plan.flatMap((one) => (one.outcome === "blocked" ? [one.because] : []));
    expect(said && reasonInLine(english, said)).toBe(
      "What they wrote lately has to be read first: approve this one by itself",
    );
    const approved = await approveOutreaches(shop.deps, { shopId: shop.shopId, staff: STAFF, messages });
    expect(approved).toMatchObject([
      { issueId: marked.issue.id, outcome: "unwanted", code: "one_by_one" },
      { issueId: plain.issue.id, outcome: "approved" },
    ]);
    // It waits as it did, and whoever reads it may approve it.
    const [left] = (await shop.outreaches()).filter(({ issueId }) => issueId === marked.issue.id);
    expect(left).toMatchObject({ state: "waiting", draftId: marked.draft.id });
    expect(await shop.approve(marked.issue.id)).toMatchObject({ outcome: "approved" });
  });
});
