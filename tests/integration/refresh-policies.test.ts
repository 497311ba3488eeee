// What a person has Shopify tell now, beside what reconcile asks each quarter of an hour.
import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { readPolicies, readPoliciesReadAt } from "#app/mirror/read-policies.server.ts";
import { refreshPolicies } from "#app/mirror/refresh-policies.server.ts";
import * as screen from "#app/routes/settings/policies-route.tsx";
import { systemPrisma } from "#app/system-db.server.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { fakeShopAdmin } from "#tests/fakes/shop-admin.ts";

const UPDATED = "2026-11-20T09:00:00Z";
const refunds = { type: "REFUND_POLICY", title: "Refunds", body: "<p>Ninety days.</p>", updatedAt: UPDATED };

/** What Shopify tells of the shop: with these policies, or without any where the app may not see them. */
const told = (shopPolicies: object[] | null) => () => ({
  shop: {
    ...{ name: "Fernweh", currencyCode: "EUR", ianaTimezone: "Europe/Berlin", updatedAt: UPDATED },
    ...(shopPolicies ? { shopPolicies } : {}),
  },
  currentAppInstallation: { accessScopes: [{ handle: "read_orders" }] },
});

async function aShop() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const refresh = (answer: () => unknown) => {
    const { shopAdmin } = fakeShopAdmin({ ReadShop: answer });
    return refreshPolicies({ inShop, shopAdmin }, shop.id);
  };
  const known = async () => ({
    bodies: (await inShop(readPolicies)).map(({ body }) => body),
    readAt: await inShop((tx) => readPoliciesReadAt(tx, shop.id)),
    told: await systemPrisma.job.count({ where: { shopId: shop.id, event: "knowledge-changed" } }),
  });
  return { shop, keys, refresh, known };
}

describe("refreshPolicies", () => {
  it("takes them as they are now, notes when, and tells who drafts from them", async () => {
    const { refresh, known } = await aShop();
    expect(await known()).toEqual({ bodies: [], readAt: null, told: 0 });
    expect(await refresh(told([refunds]))).toEqual({ outcome: "refreshed" });
    const first = await known();
    expect(first).toEqual({ bodies: ["Ninety days."], readAt: expect.any(String), told: 1 });
    // Nothing changed: only the time did.
    expect(await refresh(told([refunds]))).toEqual({ outcome: "refreshed" });
    const second = await known();
    expect(second).toEqual({ ...first, readAt: expect.any(String) });
    expect(Date.parse(second.readAt ?? "")).toBeGreaterThan(Date.parse(first.readAt ?? ""));
  });

  it("is done once by two clicks at once", async () => {
    const { refresh, known } = await aShop();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(told([refunds]))));
    expect(answers).toEqual(answers.map(() => ({ outcome: "refreshed" })));
    expect(await known()).toMatchObject({ bodies: ["Ninety days."], told: 1 });
  });

  it.each([
    ["silent", () => ({ outcome: "unavailable", reason: "no answer" })],
    ["busy", () => ({ outcome: "throttled", retryAfter: 1_000 })],
    ["refused", () => ({ outcome: "uninstalled" })],
    ["refused", () => ({ outcome: "refused", errors: [{ message: "No" }] })],
    ["hidden", told(null)],
  ])("changes nothing where Shopify does not tell: %s", async (outcome, answer) => {
    const { refresh, known } = await aShop();
    await refresh(told([refunds]));
    const before = await known();
    expect(await refresh(answer)).toEqual({ outcome });
    expect(await known()).toEqual(before);
  });

  it("is asked for by leads and owners alone", async () => {
    const { shop, keys, known } = await aShop();
    await makeStaff(keys, { id: "1", role: "reviewer" });
    await keepSession(shop.domain);
    const asked = { shop: shop.domain, staff: "1", form: {} };
    expect(await openDoor(screen.action, asked)).toMatchObject({ status: 403 });
    expect(await known()).toMatchObject({ readAt: null });
  });
});
