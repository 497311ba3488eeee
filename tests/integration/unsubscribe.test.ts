import { beforeEach, describe, expect, it } from "vitest";
import { unsubscribeToken } from "#app/conversation/unsubscribe-link.ts";
import { unsubscribeWords } from "#app/conversation/unsubscribe-words.ts";
import { isSuppressed, suppress } from "#app/conversation/suppressions.server.ts";
import { forShop } from "#app/db.server.ts";
import { action, loader } from "#app/routes/unsubscribe/unsubscribe.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { decide, decidingShop, jobsOf, stateOf } from "#tests/factories/decision.ts";

const EMAIL = "mara.lindqvist@example.com";

let place: Awaited<ReturnType<typeof decidingShop>>;
let contactIndex: string;
let token: string;

beforeEach(async () => {
  place = await decidingShop();
  contactIndex = blindIndex(place.keys, "email", EMAIL);
  token = unsubscribeToken(place.keys, contactIndex);
});

const at = (query = "", given: RequestInit = {}) => ({
  request: new Request(`https://app.example.test/unsubscribe/${token}${query}`, given),
  params: { token },
});
const get = (headers: Record<string, string> = {}) => loader(at("", { headers }));
/** As RFC 8058 says: no cookie, no page before it. */
const oneClick = () =>
  action(
    at("", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
  );
const resume = () => action(at("?resume=1", { method: "POST" }));
const stopped = (scope: "all" | "outreach" = "outreach") =>
  forShop(place.shopId)((tx) => isSuppressed(tx, contactIndex, scope));

describe("a link to stop messages", () => {
  it("shows a page that changes nothing, whatever opens it", async () => {
    const response = await get();
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain("Fernweh Supply");
    expect(html).toContain('<form method="post"');
    expect(html).not.toContain("mara");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "cache-control": "no-store",
    });
    expect(await stopped()).toBe(false);
  });

  it("stops them by one click, without a redirect, and as often as it is clicked", async () => {
    for (let click = 0; click < 3; click += 1) expect((await oneClick()).status).toBe(200);
    expect(await stopped()).toBe(true);
    // Answers go out all the same.
    expect(await stopped("all")).toBe(false);
    expect(await systemPrisma.suppression.count({ where: { shopId: place.shopId } })).toBe(1);
    expect(await (await get()).text()).toContain("have stopped");
  });

  it("takes them up again, and as often as that is asked", async () => {
    await oneClick();
    for (let click = 0; click < 2; click += 1) expect((await resume()).status).toBe(200);
    expect(await stopped()).toBe(false);
  });

  it("does not lift what a complaint stopped", async () => {
    await forShop(place.shopId)((tx) =>
      suppress(tx, { shopId: place.shopId, contactIndex, scope: "all", reason: "complained" }),
    );
    expect(await (await resume()).text()).toContain("have stopped");
    expect(await stopped("all")).toBe(true);
  });

  it("has what waits decided anew", async () => {
    const issue = await place.anIssue();
    await decide(issue);
    await oneClick();
    expect(await jobsOf(place.shopId, "outreach-held")).toMatchObject([{ data: { issueId: issue.id } }]);
    await decide(issue);
    expect(await stateOf(issue)).toEqual([["first", "superseded"]]);
  });

  it("works after the app was uninstalled", async () => {
    await systemPrisma.shop.update({ where: { id: place.shopId }, data: { uninstalledAt: new Date() } });
    expect((await oneClick()).status).toBe(200);
    expect(await stopped()).toBe(true);
  });

  it("opens for nobody else", async () => {
    const other = await decidingShop();
    const forged = [
      "",
      "x",
      token.slice(0, -1),
      token.replace(place.shopId, other.shopId),
      token.replace(contactIndex, blindIndex(place.keys, "email", "eva@example.com")),
      token.replace(place.shopId, "no-such-shop"),
    ];
    for (const one of forged) {
      const given = { ...at("", { method: "POST" }), params: { token: one } };
      expect((await action(given)).status).toBe(404);
    }
    expect(
      await systemPrisma.suppression.count({ where: { shopId: { in: [place.shopId, other.shopId] } } }),
    ).toBe(0);
    expect((await action(at("", { method: "PUT" }))).status).toBe(405);
  });

  it("speaks the shopper's language, else the browser's, else English", async () => {
    const words = (language: string) => unsubscribeWords[language]?.stop ?? "nothing";
    expect(await (await get({ "accept-language": "xx, it;q=0.4, ja;q=0.9" })).text()).toContain(words("ja"));
    expect(await (await get({ "accept-language": "xx" })).text()).toContain(words("en"));
    await place.anOrder({ locale: "fr-CA" });
    const french = await get({ "accept-language": "ja" });
    expect(await french.text()).toContain(words("fr"));
    expect(french.headers.get("content-language")).toBe("fr");
  });

  it("addresses them as the shop's mails do", async () => {
    const page = async () => (await get({ "accept-language": "de" })).text();
    expect(await page()).toContain("zu deinen Bestellungen");
    await systemPrisma.shop.update({
      where: { id: place.shopId },
      data: { settings: { voice: { formality: "formal" } } },
    });
    expect(await page()).toContain("zu Ihren Bestellungen");
  });

  it("lets nobody try tokens out without end", async () => {
    const answers = [];
    for (let n = 0; n < 80; n += 1) {
      const given = at("", { headers: { "x-forwarded-for": "203.0.113.9" } });
      answers.push((await loader({ ...given, params: { token: `tried-${n}` } })).status);
    }
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect((await get()).status).toBe(200);
  });
});

it("writes a shop's name as text", async () => {
  await systemPrisma.shop.update({ where: { id: place.shopId }, data: { name: "<script>x</script> & Co" } });
  const html = await (await get()).text();
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;x&lt;/script&gt; &amp; Co");
});
