import { describe, expect, it } from "vitest";
import { composeReply } from "#app/care/review/compose-reply.server.ts";
import { forShop } from "#app/db.server.ts";
import type { OutgoingMail } from "#app/ports.ts";
import { action, loader } from "#app/routes/verify-address/verify-address.ts";
import { showSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { askMailCheck } from "#app/shop/mail-check/ask-mail-check.server.ts";
import { checkDomain } from "#app/shop/mail-check/check-domain.server.ts";
import { confirmAddress } from "#app/shop/mail-check/confirm-address.server.ts";
import { checkToken } from "#app/shop/mail-check/mail-check.ts";
import { sendMailCheck } from "#app/shop/mail-check/send-mail-check.server.ts";
import { removeSendingAddress } from "#app/shop/remove-sending-address.server.ts";
import { saveSendingAddress } from "#app/shop/save-sending-address.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { ports } from "#app/wiring.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const AT = new Date();
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

async function shopWithAddress(address = "care@shop.example") {
  const { shop, keys } = await makeShop({ name: "Fernweh <b>Supply</b>" });
  const inShop = forShop(shop.id);
  const { id } = await inShop((tx) => saveSendingAddress(tx, shop.id, { address, name: "Care" }));
  const { conversationId, messageId } = await makeConversation({ keys });
  return {
    ...{ shop, keys, inShop, id },
    ask: async (at = AT) => {
      const asked = await inShop((tx) =>
        askMailCheck(tx, shop.id, { kind: "address", addressId: id, by: "1", at }),
      );
      if (asked.outcome !== "asked") throw new Error(asked.outcome);
      return asked.id;
    },
    confirm: (token: string, at = AT) => confirmAddress({ now: () => at }, token, "confirm"),
    from: async () => {
      const composed = await inShop((tx) =>
        composeReply(tx, keys, { conversationId, messageId, text: "Hello", makerLine: "" }),
      );
      return composed.outcome === "composed" ? composed.mail.from.address : composed.why;
    },
    shown: async (at = AT) => (await inShop((tx) => showSendingAddresses(tx, at)))[0],
  };
}

describe("a sending address", () => {
  it("is not written from before somebody who reads its mail confirmed it", async () => {
    const shop = await shopWithAddress();
    expect(await shop.from()).toBe("care@attune.example.test");
    const id = await shop.ask();
    const sent: OutgoingMail[] = [];
    const sendMail = (mail: OutgoingMail) => {
      sent.push(mail);
      return Promise.resolve({ outcome: "accepted" as const, response: "250" });
    };
    const run = {
      ...{ shopId: shop.shop.id, inShop: shop.inShop, attempt: 1, signal: new AbortController().signal },
      inShopSql: () => Promise.reject(new Error("not used")),
    };
    await sendMailCheck({ ...ports, sendMail }, run, { shopId: shop.shop.id, checkId: id });
    expect(sent[0]?.to.address).toBe("care@shop.example");
    const token = /\/verify-address\/(\S+)/u.exec(sent[0]?.text ?? "")?.[1] ?? "";
    expect(token).toBe(checkToken(shop.keys, id));
    expect(await shop.from()).toBe("care@attune.example.test");

    expect(await confirmAddress({ now: () => AT }, token, "show")).toMatchObject({ state: "asked" });
    expect((await shop.shown())?.provenAt).toBeNull();
    expect(await shop.confirm(token)).toMatchObject({ state: "confirmed", address: "care@shop.example" });
    expect((await shop.shown())?.provenAt).not.toBeNull();
    expect(await shop.from()).toBe("care@shop.example");
  });

  it("is proven by no link that is over, replaced, altered, another shop's, or of an address that is gone", async () => {
    const shop = await shopWithAddress();
    const other = await shopWithAddress();
    const first = checkToken(shop.keys, await shop.ask());
    expect(await shop.confirm(first, later(49))).toMatchObject({ state: "expired" });
    expect((await shop.shown(later(49)))?.check?.state).toBe("expired");
    const second = checkToken(shop.keys, await shop.ask(later(1)));
    expect(await shop.confirm(first)).toEqual({ outcome: "not_found" });
    const altered = `${second.slice(0, -1)}${second.endsWith("A") ? "B" : "A"}`;
    expect(await shop.confirm(altered)).toEqual({ outcome: "not_found" });
    const [, id = ""] = second.split(".");
    expect(await shop.confirm(checkToken(other.keys, id))).toEqual({ outcome: "not_found" });
    await shop.inShop((tx) => removeSendingAddress(tx, shop.shop.id, shop.id));
    expect(await shop.confirm(second)).toEqual({ outcome: "not_found" });
    expect(await systemPrisma.mailCheck.count({ where: { shopId: shop.shop.id } })).toBe(0);
  });

  it("that is the default and not proven leaves the proven one in its place", async () => {
    const shop = await shopWithAddress();
    await shop.confirm(checkToken(shop.keys, await shop.ask()));
    await shop.inShop((tx) =>
      saveSendingAddress(tx, shop.shop.id, { address: "new@shop.example", name: "New", isDefault: true }),
    );
    expect(await shop.from()).toBe("care@shop.example");
  });

  it("has a page that shows words as words, and changes nothing by being read", async () => {
    const shop = await shopWithAddress();
    const token = checkToken(shop.keys, await shop.ask(new Date()));
    const given = (method: string) => ({
      request: new Request(`https://app.example.test/verify-address/${token}`, { method }),
      params: { token },
    });
    const read = await loader(given("GET"));
    const html = await read.text();
    expect(html).toContain("Fernweh &lt;b&gt;Supply&lt;/b&gt;");
    expect(read.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect((await shop.shown())?.provenAt).toBeNull();
    expect((await action(given("PUT"))).status).toBe(405);
    expect(await (await action(given("POST"))).text()).toContain('role="status"');
    expect((await shop.shown())?.provenAt).not.toBeNull();
    expect((await loader({ ...given("GET"), params: { token: "x.y.z" } })).status).toBe(404);
  });
});

it("looks up the domains of the shop's own addresses and no others", async () => {
  const shop = await shopWithAddress();
  const asked: string[] = [];
  const lookUpDns = (name: string) => {
    asked.push(name);
    return Promise.resolve({ outcome: "none" as const });
  };
  const check = (domain: string) =>
    checkDomain({ lookUpDns, inShop: shop.inShop, now: () => AT }, { shopId: shop.shop.id, domain });
  const found = await check("shop.example");
  expect(found).toMatchObject({
    ...{ outcome: "checked", records: [{ what: "spf" }, { what: "dkim" }, { what: "dmarc" }] },
  });
  expect(asked.every((name) => name.endsWith("shop.example"))).toBe(true);
  asked.length = 0;
  for (const domain of ["other.example", "op.example", "169.254.169.254", "localhost", ""])
    expect(await check(domain)).toEqual({ outcome: "not_found" });
  expect(asked).toEqual([]);
});

it("looks up domains so often for a shop and no more, and each shop has its own turn", async () => {
  const [shop, other] = [await shopWithAddress(), await shopWithAddress()];
  const clock = { now: AT };
  const lookUpDns = () => Promise.resolve({ outcome: "none" as const });
  const check = async ({ inShop, shop: { id } }: typeof shop) => {
    const given = { shopId: id, domain: "shop.example" };
    return (await checkDomain({ lookUpDns, inShop, now: () => clock.now }, given)).outcome;
  };
  const outcomes: string[] = [];
  for (let count = 0; count < 21; count += 1) outcomes.push(await check(shop));
  expect(outcomes.filter((one) => one === "checked")).toHaveLength(20);
  expect(outcomes.at(-1)).toBe("too_many");
  expect(await check(other)).toBe("checked");
  clock.now = new Date(AT.getTime() + 5_000);
  expect(await check(shop)).toBe("checked");
});

it("sends links to so many addresses of a shop and no more, whoever adds them", async () => {
  const [shop, other] = [await shopWithAddress(), await shopWithAddress()];
  const ask = (address: string, at = AT) =>
    shop.inShop(async (tx) => {
      const { id } = await saveSendingAddress(tx, shop.shop.id, { address, name: "Care" });
      const about = { kind: "address" as const, addressId: id, by: "1", at };
      return (await askMailCheck(tx, shop.shop.id, about)).outcome;
    });
  const outcomes: string[] = [];
  for (let count = 0; count < 11; count += 1) outcomes.push(await ask(`n${count}@shop.example`));
  expect(outcomes.filter((one) => one === "asked")).toHaveLength(10);
  expect(outcomes.at(-1)).toBe("too_many");
  // Whoever asks again too soon is told that.
  expect(await ask("n0@shop.example")).toBe("too_soon");
  expect(await other.ask()).toEqual(expect.any(String));
  expect(await ask("n10@shop.example", new Date(AT.getTime() + 60_000))).toBe("asked");
});
