import { describe, expect, it } from "vitest";
import { issueKinds } from "#app/care/detect/issue.ts";
import { action as preview } from "#app/routes/api/outreach-preview.ts";
import { action as settings, loader } from "#app/routes/api/settings.ts";
import { decidingShop, jobsOf } from "#tests/factories/decision.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const putFor = (shop: string) => (body: object) => callApi(settings, { shop, method: "PUT", body });
const fieldOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body["error"] as { field?: string }).field;

describe("settings of outreach", () => {
  it("are shown whole, with every kind", async () => {
    const { shop } = await makeShop();
    const { body } = await callApi(loader, { shop: shop.domain, method: "GET" });
    expect(body).toMatchObject({
      promises: { handlingDays: 3 },
      outreach: { on: true, perWeek: 2, quietHours: { from: "20:00", to: "08:00" } },
    });
    const { kinds } = body["outreach"] as { kinds: Record<string, unknown> };
    expect(Object.keys(kinds).toSorted()).toEqual([...issueKinds].toSorted());
    expect(kinds["cancelled_unsaid"]).toMatchObject({ toldBy: "shopify" });
  });

  it("change in the parts that are named, and tell that they did", async () => {
    const { shop } = await makeShop();
    const put = putFor(shop.domain);
    await put({ outreach: { kinds: { stalled: { from: 3 } }, perWeek: 1 } });
    const { body } = await put({ outreach: { quietHours: { to: "09:30" } }, promises: { handlingDays: 1 } });
    expect(body).toMatchObject({
      promises: { handlingDays: 1, preorderTags: expect.arrayContaining(["preorder"]) },
      outreach: {
        ...{ perWeek: 1, quietHours: { from: "20:00", to: "09:30" } },
        kinds: { stalled: { on: true, from: 3, toldBy: "attune" } },
      },
    });
    expect(await jobsOf(shop.id, "outreach-settings-changed")).toHaveLength(2);
    await put({ promises: { handlingDays: 2 }, outreach: { perWeek: 1 } });
    expect(await jobsOf(shop.id, "outreach-settings-changed")).toHaveLength(2);
  });

  it("are saved whole, also by many at once", async () => {
    const { shop } = await makeShop();
    const put = putFor(shop.domain);
    await Promise.all([
      ...issueKinds.map((kind) => put({ outreach: { kinds: { [kind]: { on: false } } } })),
      put({ outreach: { perWeek: 5 } }),
      put({ answerWithinHours: 12 }),
    ]);
    const { body } = await callApi(loader, { shop: shop.domain, method: "GET" });
    expect(body).toMatchObject({ answerWithinHours: 12, outreach: { perWeek: 5 } });
    const { kinds } = body["outreach"] as { kinds: Record<string, { on: boolean }> };
    expect(Object.values(kinds).some(({ on }) => on)).toBe(false);
  });

  it.each([
    [{ outreach: { quietHours: { from: "8pm" } } }, "outreach.quietHours.from"],
    [{ outreach: { kinds: { stalled: { from: 9 } } } }, "outreach.kinds.stalled.from"],
    [{ outreach: { kinds: { lost_in_space: { on: true } } } }, "outreach.kinds.lost_in_space"],
    [{ outreach: { holdOut: { on: true } } }, "outreach.holdOut.acknowledged"],
    [{ outreach: { holdOut: { share: 0.9 } } }, "outreach.holdOut.share"],
    [{ outreach: { on: "yes" } }, "outreach.on"],
    [{ outreach: { shout: true } }, "outreach.shout"],
    [{ promises: { handlingDays: 1.5 } }, "promises.handlingDays"],
    [{ promises: { preorderTags: [""] } }, "promises.preorderTags.0"],
  ])("refuse %j and name the field", async (body, field) => {
    const { shop } = await makeShop();
    const answer = await putFor(shop.domain)(body);
    expect([answer.status, fieldOf(answer)]).toEqual([400, field]);
  });

  it("hold somebody out only once it was shown what that can answer", async () => {
    const { shop } = await makeShop();
    const put = putFor(shop.domain);
    const on = { on: true, acknowledged: true };
    expect((await put({ outreach: { holdOut: on } })).body).toMatchObject({ outreach: { holdOut: on } });
    expect((await put({ outreach: { holdOut: { on: false } } })).body).toMatchObject({
      outreach: { holdOut: { on: false, acknowledged: false } },
    });
  });
});

describe("a preview of settings", () => {
  it("says what they would have made of the last month, and saves nothing", async () => {
    const { shop, shopId, anIssue } = await decidingShop();
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    for (let n = 0; n < 4; n += 1) await anIssue({ email: `p${n}@example.com`, openedAt: ago(n + 1) });
    await anIssue({ email: "graver@example.com", openedAt: ago(3), severity: 3 });
    await anIssue({ email: "before@example.com", openedAt: ago(31) });
    const ask = (outreach: object) =>
      callApi(preview, { shop: shop.domain, method: "POST", body: { outreach } });
    expect((await ask({})).body).toMatchObject({ days: 30, found: 5, written: 5, cut: false });
    const { body } = await ask({ kinds: { stalled: { from: 3 } } });
    expect(body).toMatchObject({ found: 5, written: 1 });
    expect(body["kinds"]).toContainEqual({ kind: "stalled", found: 5, written: 1, because: { severity: 4 } });
    expect(fieldOf(await ask({ perWeek: 0 }))).toBe("outreach.perWeek");
    expect(await jobsOf(shopId, "outreach-settings-changed")).toEqual([]);
  });
});
