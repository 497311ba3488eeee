import { Session } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import { sessionStorage } from "#app/adapters/session-storage.server.ts";
import { forShop } from "#app/db.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { changeSettings } from "#app/routes/settings/change-settings.server.ts";
import { findShop, findShopByInboundKey } from "#app/shop/find-shop.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { removeSendingAddress } from "#app/shop/remove-sending-address.server.ts";
import { saveSendingAddress } from "#app/shop/save-sending-address.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeShopAdmin, portsWith } from "#tests/fakes/shop-admin.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

const session = (domain: string) =>
  new Session({
    id: `offline_${domain}`,
    shop: domain,
    state: "",
    isOnline: false,
    scope: "read_orders",
    accessToken: "shpat_canary",
    refreshToken: "shprt_canary",
    expires: new Date("2026-11-21T10:00:00Z"),
    refreshTokenExpires: new Date("2027-02-21T10:00:00Z"),
  });

describe("installShop", () => {
  it("registers a shop once, however many loaders ask at once, and starts one backfill", async () => {
    const domain = "parallel-demo.myshopify.com";
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => installShop({ domain, scopes: ["read_orders", "read_customers"] })),
    );
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
      "installed",
      "known",
      "known",
      "known",
      "known",
    ]);
    const shop = await findShop("Parallel-Demo.myshopify.com");
    expect(shop).toMatchObject({ scopes: ["read_customers", "read_orders"], uninstalledAt: null });
    expect(shop?.inboundKey).toMatch(/^paralleldemo-[a-z0-9]{10}$/);
    expect((await findShopByInboundKey(shop?.inboundKey ?? ""))?.id).toBe(shop?.id);
    expect(await findShopByInboundKey("nobody")).toBeNull();
    expect(await systemPrisma.job.findMany({ where: { shopId: shop?.id ?? "" } })).toMatchObject([
      { name: "backfillShop" },
    ]);
    expect((await shopKeys(shop?.id ?? "")).encrypt.symmetricKeySize).toBe(32);
  });

  it("comes back after an uninstall with its data, and fetches what it missed", async () => {
    const { shop, keys } = await makeShop();
    await sessionStorage.storeSession(session(shop.domain));
    const deliveryId = await makeDelivery(keys, {
      topic: "app/uninstalled",
      body: exampleBody("app/uninstalled", shop.domain),
      domain: shop.domain,
    });
    const dead = fakeShopAdmin({ ReadScopes: () => ({ outcome: "uninstalled" }) });
    await mirrorDelivery(portsWith(dead), makeRun(shop.id), { shopId: shop.id, deliveryId });

    expect((await findShop(shop.domain))?.uninstalledAt).toBeInstanceOf(Date);
    expect(await sessionStorage.loadSession(`offline_${shop.domain}`)).toBeUndefined();
    expect(await systemPrisma.job.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { name: "closeShop" },
    ]);
    const missed = await makeDelivery(keys, {
      topic: "orders/create",
      body: exampleBody("orders/create", shop.domain),
      domain: shop.domain,
    });
    expect(
      await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId: missed }),
    ).toBe("orders/create: the app is uninstalled");

    expect(await installShop({ domain: shop.domain, scopes: ["read_orders"] })).toEqual({
      outcome: "restored",
      shopId: shop.id,
    });
    expect((await findShop(shop.domain))?.uninstalledAt).toBeNull();
    expect(await systemPrisma.job.count({ where: { shopId: shop.id, name: "backfillShop" } })).toBe(1);
  });

  it("is not undone by an uninstall of before that arrives late", async () => {
    const { shop, keys } = await makeShop();
    const body = exampleBody("app/uninstalled", shop.domain);
    const late = { topic: "app/uninstalled", body, domain: shop.domain, triggeredAt: "2026-01-01T00:00:00Z" };
    const alive = fakeShopAdmin({
      ReadScopes: () => ({ currentAppInstallation: { accessScopes: [{ handle: "read_orders" }] } }),
    });
    const first = await makeDelivery(keys, late);
    await mirrorDelivery(portsWith(alive), makeRun(shop.id), { shopId: shop.id, deliveryId: first });
    expect((await findShop(shop.domain))?.uninstalledAt).toBeNull();

    const dead = fakeShopAdmin({ ReadScopes: () => ({ outcome: "uninstalled" }) });
    const second = await makeDelivery(keys, late);
    await mirrorDelivery(portsWith(dead), makeRun(shop.id), { shopId: shop.id, deliveryId: second });
    expect((await findShop(shop.domain))?.uninstalledAt).toBeInstanceOf(Date);
  });
});

describe("opening the app again", () => {
  it("before the uninstall of before was handled: asks Shopify, whatever the times say", async () => {
    const { shop, keys } = await makeShop();
    await sessionStorage.storeSession(session(shop.domain));
    // The row was never marked uninstalled, so opening the app changes nothing, not even when it was installed.
    expect(await installShop({ domain: shop.domain, scopes: shop.scopes })).toMatchObject({
      outcome: "known",
    });
    const alive = fakeShopAdmin({
      ReadScopes: () => ({ currentAppInstallation: { accessScopes: [{ handle: "read_orders" }] } }),
    });
    const late = {
      topic: "app/uninstalled",
      body: exampleBody("app/uninstalled", shop.domain),
      domain: shop.domain,
    };
    for (const triggeredAt of [undefined, new Date(Date.now() + 60_000).toISOString()]) {
      const deliveryId = await makeDelivery(keys, { ...late, ...(triggeredAt ? { triggeredAt } : {}) });
      expect(await mirrorDelivery(portsWith(alive), makeRun(shop.id), { shopId: shop.id, deliveryId })).toBe(
        "app/uninstalled: the app was installed again since",
      );
    }
    expect((await findShop(shop.domain))?.uninstalledAt).toBeNull();
    expect(await sessionStorage.loadSession(`offline_${shop.domain}`)).toBeDefined();
  });

  it("starts a failed backfill over, or leaves it failed: its row never goes without its job", async () => {
    const { shop } = await makeShop();
    await systemPrisma.backfill.create({ data: { shopId: shop.id, state: "failed" } });
    const open = () => installShop({ domain: shop.domain, scopes: shop.scopes });
    const jobs = () => systemPrisma.job.count({ where: { shopId: shop.id, name: "backfillShop" } });
    // A job cannot be written.
    await systemPool.query(
      `ALTER TABLE jobs ADD CONSTRAINT refused CHECK (shop_id <> '${shop.id}') NOT VALID`,
    );
    await expect(open()).rejects.toThrow(/refused/);
    expect(await systemPrisma.backfill.findUnique({ where: { shopId: shop.id } })).toMatchObject({
      state: "failed",
    });
    await systemPool.query("ALTER TABLE jobs DROP CONSTRAINT refused");
    expect(await open()).toMatchObject({ outcome: "known" });
    expect(await jobs()).toBe(1);
    await open();
    expect(await jobs()).toBe(1);
  });
});

describe("session storage", () => {
  it("keeps every part of a session, and no token in plain text", async () => {
    const { shop } = await makeShop();
    const given = session(shop.domain);
    await sessionStorage.storeSession(given);
    const read = await sessionStorage.loadSession(given.id);
    expect(read?.equals(given)).toBe(true);
    expect(read).toMatchObject({
      refreshToken: "shprt_canary",
      expires: given.expires,
      refreshTokenExpires: given.refreshTokenExpires,
    });
    const { rows } = await systemPool.query<{ row: string }>(
      "SELECT encode(sealed, 'escape') AS row FROM sessions WHERE shop = $1",
      [shop.domain],
    );
    expect(rows[0]?.row).not.toContain("canary");
    expect(await sessionStorage.findSessionsByShop?.(shop.domain)).toHaveLength(1);
  });

  it("counts a session that does not open as absent", async () => {
    const { shop } = await makeShop();
    await sessionStorage.storeSession(session(shop.domain));
    await systemPool.query("UPDATE sessions SET sealed = substring(sealed FROM 1 FOR 30) WHERE shop = $1", [
      shop.domain,
    ]);
    expect(await sessionStorage.loadSession(`offline_${shop.domain}`)).toBeUndefined();
  });
});

describe("what a shop decides", () => {
  it("has defaults, and saving one thing keeps the others, also when two people save at once", async () => {
    const { shop } = await makeShop();
    const inShop = forShop(shop.id);
    expect(await inShop((tx) => readSettings(tx, shop.id))).toMatchObject({
      modelAccepted: false,
      voice: { formality: "friendly" },
    });
    await Promise.all([
      inShop((tx) => saveSettings(tx, shop.id, { modelAccepted: true })),
      inShop((tx) => saveSettings(tx, shop.id, { voice: { signature: "Kind regards" } })),
    ]);
    expect(await inShop((tx) => readSettings(tx, shop.id))).toMatchObject({
      modelAccepted: true,
      voice: { formality: "friendly", signature: "Kind regards" },
    });
  });

  it("is asked before a model reads along, and can take it back", async () => {
    const { shop } = await makeShop();
    const inShop = forShop(shop.id);
    const submit = async (accepted: string) => {
      const form = new FormData();
      form.set("intent", "accept-model");
      form.set("accepted", accepted);
      const answer = await changeSettings(
        { inShop, shop, staff: { role: "owner" } } as unknown as StaffSession,
        form,
      );
      return { ...answer, ...(await inShop((tx) => readSettings(tx, shop.id))) };
    };
    expect(await submit("true")).toMatchObject({ outcome: "saved", modelAccepted: true });
    expect(await submit("false")).toMatchObject({ outcome: "saved", modelAccepted: false });
  });

  it("names the language of its team, and no other than there is a catalogue of", async () => {
    const { shop } = await makeShop();
    const inShop = forShop(shop.id);
    const submit = (language: string) => {
      const form = new FormData();
      form.set("intent", "save-gloss-language");
      form.set("language", language);
      return changeSettings({ inShop, shop, staff: { role: "owner" } } as unknown as StaffSession, form);
    };
    expect(await submit("fr")).toEqual({ outcome: "saved" });
    expect(await submit("xx")).toMatchObject({ outcome: "refused" });
    expect(await inShop((tx) => readSettings(tx, shop.id))).toMatchObject({ glossLanguage: "fr" });
  });

  it("has one default sending address, and refuses what would add a recipient or a header", async () => {
    const { shop } = await makeShop();
    const inShop = forShop(shop.id);
    const save = (address: string, more = {}) =>
      inShop((tx) => saveSendingAddress(tx, shop.id, { address, name: "Fernweh", ...more }));
    const first = await save("care@fernweh.example");
    await save("Bestellung@fernweh.example", { isDefault: true, signature: "Dein Team" });
    expect(
      (await inShop((tx) => listSendingAddresses(tx))).map(({ address, isDefault }) => ({
        address,
        isDefault,
      })),
    ).toEqual([
      { address: "bestellung@fernweh.example", isDefault: true },
      { address: "care@fernweh.example", isDefault: false },
    ]);
    const [current] = await inShop((tx) => listSendingAddresses(tx));
    expect(await inShop((tx) => removeSendingAddress(tx, shop.id, current?.id ?? ""))).toBe("removed");
    expect(await inShop((tx) => listSendingAddresses(tx))).toMatchObject([{ id: first.id, isDefault: true }]);
    await expect(save("a@b.example, c@d.example")).rejects.toThrow("Enter an email address");
    await expect(save("a@b.example", { name: "Shop\r\nBcc: x@y.example" })).rejects.toThrow(
      "A name cannot contain",
    );
  });
});
