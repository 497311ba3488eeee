import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
let store: Devstore;
beforeAll(async () => {
  store = await startShopify();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => store.close());

const OWNER = "91827364501";
const NADIA = "10000000001";

async function team() {
  const { domain, shopId, keys } = await connectShop(store);
  const { requireStaff } = await import("#app/staff.server.ts");
  const { listStaff } = await import("#app/shop/list-staff.server.ts");
  const { forShop } = await import("#app/db.server.ts");
  const { systemPrisma } = await import("#app/system-db.server.ts");
  await systemPrisma.staffMember.deleteMany({ where: { shopId } });
  const open = async (user: string) => {
    const token = store.context.sessionToken({ shop: domain, user });
    const request = new Request("https://app.example.test/inbox", {
      headers: { Authorization: `Bearer ${token}`, "User-Agent": "Mozilla/5.0 Chrome/142.0.0.0" },
    });
    return (await requireStaff(request)).staff;
  };
  const call = async (user: string) => {
    const { loader } = await import("#app/routes/api/staff.ts");
    const { callApi } = await import("#tests/factories/session-token.ts");
    return callApi(loader, { token: store.context.sessionToken({ shop: domain, user }) });
  };
  const members = async () =>
    (await forShop(shopId)((tx) => listStaff(tx, keys))).map(({ id, name, email, role }) => {
      return { id, name, email, role };
    });
  return { open, call, members, shopId, systemPrisma };
}

/** Counts how often Shopify is asked who somebody is, and lets a test answer instead. */
function watchAsking(answer?: () => Response) {
  const real = globalThis.fetch;
  let asked = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    if (typeof init?.body !== "string" || !init.body.includes("online-access-token"))
      return real(input, init);
    asked += 1;
    return answer?.() ?? real(input, init);
  });
  return () => asked;
}

describe("who opens the app, as Shopify says", () => {
  it("is asked for once, whatever is opened at once and after it", async () => {
    const { open, members } = await team();
    const asked = watchAsking();
    await Promise.all([open(NADIA), open(NADIA), open(NADIA)]);
    await open(NADIA);
    expect(asked()).toBe(1);
    // The first one owns it until the owner of the account comes, who does too.
    expect(await open(OWNER)).toMatchObject({ id: OWNER, role: "owner" });
    expect(asked()).toBe(2);
    expect(await members()).toEqual([
      { id: NADIA, name: "Nadia Rahman", email: "nadia@fernweh.example", role: "owner" },
      { id: OWNER, name: "Rieke Holtmann", email: "care@fernweh.example", role: "owner" },
    ]);
  });

  it("keeps no token of theirs", async () => {
    const { open, systemPrisma } = await team();
    await open(NADIA);
    const sessions = await systemPrisma.session.findMany({ select: { id: true } });
    expect(sessions.every(({ id }) => id.startsWith("offline_"))).toBe(true);
  });

  it.each([
    ["refuses", () => Response.json({ error: "invalid_subject_token" }, { status: 400 })],
    ["says something else", () => Response.json({ access_token: "shpua_x" })],
    [
      "names somebody else",
      () => Response.json({ associated_user: { id: 7, first_name: "Eve", account_owner: true } }),
    ],
    ["fails", () => Response.error()],
  ])("is not waited for when Shopify %s: they are let in without a name", async (_how, answer) => {
    const { open, members } = await team();
    await open(OWNER);
    const asked = watchAsking(answer);
    expect(await open(NADIA)).toMatchObject({ role: "reviewer" });
    await open(NADIA);
    expect(asked()).toBe(1);
    expect(await members()).toContainEqual({ id: NADIA, name: "", email: null, role: "reviewer" });
  });
});

describe("who calls the API before they opened the app", () => {
  it("has the name and the role that Shopify says, asked for once whatever is called", async () => {
    const { open, call, members } = await team();
    const asked = watchAsking();
    const answers = await Promise.all([call(NADIA), call(NADIA), call(NADIA)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await call(OWNER);
    await open(NADIA);
    expect(asked()).toBe(2);
    expect(await members()).toEqual([
      { id: NADIA, name: "Nadia Rahman", email: "nadia@fernweh.example", role: "owner" },
      { id: OWNER, name: "Rieke Holtmann", email: "care@fernweh.example", role: "owner" },
    ]);
  });

  it("is let in without a name where Shopify does not answer, and named when they open a screen", async () => {
    const { open, call, members } = await team();
    // Later than the others: they are asked for once an hour.
    const at = Date.now() + 2 * 3_600_000;
    vi.useFakeTimers({ now: at, toFake: ["Date"] });
    const asked = watchAsking(() => Response.error());
    expect((await call(NADIA)).status).toBe(200);
    expect(await members()).toEqual([{ id: NADIA, name: "", email: null, role: "owner" }]);
    expect(asked()).toBe(1);
    vi.restoreAllMocks();
    vi.setSystemTime(at + 6 * 60_000);
    await open(NADIA);
    expect(await members()).toMatchObject([{ name: "Nadia Rahman" }]);
  });
});
