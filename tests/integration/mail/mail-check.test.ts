import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import type { MailOutcome, OutgoingMail } from "#app/ports.ts";
import { askMailCheck } from "#app/shop/mail-check/ask-mail-check.server.ts";
import { sendMailCheck } from "#app/shop/mail-check/send-mail-check.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { ports } from "#app/wiring.server.ts";
import { rawMail } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { eventsOf, receive } from "./receiving.ts";

const AT = new Date("2026-11-20T09:00:00Z");
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

async function checkedShop() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const run = {
    ...{ shopId: shop.id, inShop, attempt: 1, signal: new AbortController().signal },
    inShopSql: () => Promise.reject(new Error("not used")),
  };
  return {
    ...{ shop, keys, inShop },
    ask: (at = AT) => inShop((tx) => askMailCheck(tx, shop.id, { kind: "inbound", by: "1", at })),
    /** Sends the mail as the worker does; answers what left. */
    send: async (checkId: string, answer: MailOutcome = { outcome: "accepted", response: "250 ok" }) => {
      const sent: OutgoingMail[] = [];
      const sendMail = (mail: OutgoingMail) => {
        sent.push(mail);
        return Promise.resolve(answer);
      };
      const said = await sendMailCheck({ ...ports, now: () => later(0), sendMail }, run, {
        shopId: shop.id,
        checkId,
      }).catch((error: Error) => error.message);
      return { said, mail: sent[0] };
    },
    shown: async (at: Date) => (await showHome({ inShop, now: () => at })).firstSteps.inbound,
  };
}

const comesBack = (mail: OutgoingMail) =>
  rawMail({
    from: `Attune <${mail.from.address}>`,
    to: mail.to.address,
    subject: mail.subject,
    text: mail.text,
    headers: { "Message-ID": mail.messageId, ...mail.headers },
  });

async function asked(shop: Awaited<ReturnType<typeof checkedShop>>) {
  const answer = await shop.ask();
  if (answer.outcome !== "asked") throw new Error(answer.outcome);
  return answer.id;
}

describe("the round trip of a test mail", () => {
  it("proves the way in when the mail comes back, and becomes nobody's message", async () => {
    const shop = await checkedShop();
    expect(await shop.shown(AT)).toEqual({ last: null, provenAt: null });
    const id = await asked(shop);
    expect((await shop.shown(later(1))).last).toMatchObject({ state: "queued" });
    const { mail } = await shop.send(id);
    if (!mail) throw new Error("nothing was sent");
    expect(mail.to.address).toBe(`${shop.shop.inboundKey}+check@inbound.example.test`);
    expect((await shop.shown(later(1))).last).toMatchObject({ state: "sent" });

    const back = await receive(shop.keys, comesBack(mail), { to: mail.to.address });
    expect(back.said).toBe("skipped: a check of ours came back");
    expect(await systemPrisma.conversation.count({ where: { shopId: shop.shop.id } })).toBe(0);
    expect(await eventsOf(shop.shop.id)).not.toContain("message-received");
    const proven = await shop.shown(later(5));
    expect(proven.last).toMatchObject({ state: "done" });
    expect(proven.provenAt).not.toBeNull();
  });

  it("is said to be late after two minutes, and counts when it comes after all", async () => {
    const shop = await checkedShop();
    const { mail } = await shop.send(await asked(shop));
    expect((await shop.shown(later(3))).last).toMatchObject({ state: "late", response: null });
    if (!mail) throw new Error("nothing was sent");
    await receive(shop.keys, comesBack(mail), { to: mail.to.address });
    expect((await shop.shown(later(4))).last).toMatchObject({ state: "done" });
  });

  it("proves nothing by a mail that only looks like it", async () => {
    const shop = await checkedShop();
    const other = await checkedShop();
    const { mail } = await shop.send(await asked(shop));
    if (!mail) throw new Error("nothing was sent");
    const forged = { ...mail, messageId: mail.messageId.replace(/\.[a-f0-9]{32}@/u, `.${"0".repeat(32)}@`) };
    const came = await receive(shop.keys, comesBack(forged), { to: mail.to.address });
    expect(came.said).not.toContain("check of ours");
    await receive(other.keys, comesBack(mail));
    expect((await shop.shown(later(1))).last).toMatchObject({ state: "sent" });
    expect((await other.shown(later(1))).last).toBeNull();
  });

  it("says what the mail server said where it did not leave", async () => {
    const shop = await checkedShop();
    const refused = await asked(shop);
    await shop.send(refused, { outcome: "rejected", code: 550, response: "550 5.7.1 relaying denied" });
    expect((await shop.shown(later(1))).last).toMatchObject({
      state: "failed",
      response: "550 5.7.1 relaying denied",
    });
    const again = await shop.ask(later(0.1));
    expect(again.outcome).toBe("asked");
    if (again.outcome !== "asked") return;
    const { said } = await shop.send(again.id, { outcome: "unreachable", reason: "ECONNREFUSED" });
    expect(said).toBe("the mail server did not take the mail");
    expect((await shop.shown(later(4))).last).toMatchObject({ state: "late", response: "ECONNREFUSED" });
  });

  it("sends one mail for two clicks, and none within a minute of the last", async () => {
    const shop = await checkedShop();
    const both = await Promise.all([shop.ask(), shop.ask()]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["asked", "too_soon"]);
    expect(await shop.ask(later(0.5))).toEqual({ outcome: "too_soon" });
    expect(await shop.ask(later(2))).toMatchObject({ outcome: "asked" });
    const [first] = both.filter((one) => one.outcome === "asked");
    if (first?.outcome !== "asked") throw new Error("nothing was asked");
    // Another one took its place.
    expect((await shop.send(first.id)).mail).toBeUndefined();
  });
});
