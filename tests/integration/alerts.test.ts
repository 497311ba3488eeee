import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { acknowledgeAlerts } from "#app/care/triage/acknowledge-alerts.server.ts";
import { alertUrgent } from "#app/care/triage/alert-urgent.server.ts";
import { openAlert } from "#app/care/triage/open-alert.server.ts";
import { sendAlert } from "#app/care/triage/send-alert.server.ts";
import { signature, webhookSecret } from "#app/care/triage/sign-webhook.ts";
import { watchAlerts } from "#app/care/triage/watch-alerts.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { minutes, seconds } from "#app/lib/duration.ts";
import type { MailOutcome, OutgoingMail, Ports, WebhookCall, WebhookOutcome } from "#app/ports.ts";
import { uninstallShop } from "#app/shop/uninstall-shop.server.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop } from "#tests/factories/level-shop.ts";
import { understand } from "#tests/factories/thread.ts";

const ALERTS: ServiceLevelChange["alerts"] = {
  on: true,
  name: "Robin Lund",
  address: "robin@fernweh.example",
  webhookUrl: "https://hooks.example.com/attune",
  repeatMinutes: 15,
  most: 3,
};
const URGENT = "The battery of the lamp is smoking, what do I do?";

/** Midnight: nobody is there, and that is what alerts are for. */
const NIGHT = new Date("2026-11-24T23:00:00Z");

async function alertShop(alerts: ServiceLevelChange["alerts"] = ALERTS) {
  const place = await levelShop({ alerts });
  const { shop, clock } = place;
  clock.now = NIGHT;
  const [mails, calls]: [OutgoingMail[], WebhookCall[]] = [[], []];
  const answers: { mail: MailOutcome; call: WebhookOutcome } = {
    mail: { outcome: "accepted", response: "250 queued" },
    call: { outcome: "accepted", status: 200 },
  };
  const ports: Ports = {
    ...noPorts,
    now: () => clock.now,
    sendMail: (mail) => {
      mails.push(mail);
      return Promise.resolve(answers.mail);
    },
    callWebhook: (call) => {
      calls.push(call);
      return Promise.resolve(answers.call);
    },
  };
  const run = makeRun(shop.id);
  const sends = () =>
    systemPrisma.alertSend.findMany({
      where: { shopId: shop.id },
      orderBy: [{ createdAt: "asc" }, { way: "asc" }],
    });
  return {
    ...place,
    ...{ mails, calls, answers, sends },
    alerts: () => systemPrisma.alert.findMany({ where: { shopId: shop.id }, orderBy: { id: "asc" } }),
    wrote: async (text: string) => {
      const made = await place.asked(text);
      await understand(shop.id, made.messageId, clock.now);
      return made;
    },
    urgent: (messageId: string) => alertUrgent(ports, run, { shopId: shop.id, messageId }),
    watch: () => watchAlerts(ports, run, { shopId: shop.id }),
    send: (sendId: string) => sendAlert(ports, run, { shopId: shop.id, sendId }),
    /** Everything that is due, as the worker would. */
    round: async () => {
      await watchAlerts(ports, run, { shopId: shop.id });
      for (const { id, status } of await sends())
        if (status === "queued") await sendAlert(ports, run, { shopId: shop.id, sendId: id });
    },
  };
}

describe("a message that cannot wait", () => {
  it("is told by mail and by webhook at once, out of hours too, and without a word of it", async () => {
    const shop = await alertShop();
    const { messageId, conversationId } = await shop.wrote(URGENT);
    expect(await shop.urgent(messageId)).toBe("somebody is told");
    await shop.round();
    const [mail] = shop.mails;
    const [call] = shop.calls;
    expect([shop.mails.length, shop.calls.length]).toEqual([1, 1]);
    expect(mail?.to).toEqual({ name: "Robin Lund", address: "robin@fernweh.example" });
    expect(mail?.text).toContain(`/inbox/${conversationId}`);
    expect(JSON.parse(call?.body ?? "")).toMatchObject({
      reason: "urgent",
      conversationId,
      messageId,
      round: 1,
    });
    for (const text of [mail?.text, mail?.subject, call?.body]) {
      expect(text).not.toMatch(/eva|battery|smoking/iu);
    }
    const secret = webhookSecret(shop.keys, 1);
    expect(call?.headers["Attune-Signature"]).toBe(signature(secret, call?.body ?? "", NIGHT));
    expect(await shop.sends()).toMatchObject([
      { way: "mail", status: "sent", round: 1 },
      { way: "webhook", status: "sent", round: 1, response: "200" },
    ]);
    const events = await systemPrisma.conversationEvent.findMany({
      where: { conversationId, kind: "alerted" },
    });
    expect(events).toMatchObject([
      { by: "attune", data: { reason: "urgent", round: 1, ways: ["mail", "webhook"] } },
    ]);
  });

  it("is told once, however often its job runs", async () => {
    const shop = await alertShop();
    const { messageId } = await shop.wrote(URGENT);
    await shop.urgent(messageId);
    expect(await shop.urgent(messageId)).toBe("somebody was told before");
    await shop.round();
    await shop.round();
    const [send] = await shop.sends();
    expect(await shop.send(send?.id ?? "")).toBe("it is sent");
    expect([shop.mails.length, shop.calls.length]).toEqual([1, 1]);
  });

  it("is told again until somebody opened it, and as often as the shop wants", async () => {
    const shop = await alertShop();
    const first = await shop.wrote(URGENT);
    await shop.urgent(first.messageId);
    await shop.round();
    shop.clock.now = new Date(NIGHT.getTime() + minutes(14));
    await shop.round();
    expect(shop.mails).toHaveLength(1);
    shop.clock.now = new Date(NIGHT.getTime() + minutes(15));
    await shop.round();
    expect(shop.mails).toHaveLength(2);
    const { conversationId } = first;
    const acknowledged = await shop.inShop((tx) =>
      acknowledgeAlerts(tx, { shopId: shop.shop.id, conversationId, by: "staff-7", at: shop.clock.now }),
    );
    expect(acknowledged).toEqual({ outcome: "acknowledged", alerts: 1 });
    shop.clock.now = new Date(NIGHT.getTime() + minutes(40));
    await shop.round();
    expect(shop.mails).toHaveLength(2);
    expect(await shop.alerts()).toMatchObject([
      { state: "acknowledged", acknowledgedBy: "staff-7", rounds: 2 },
    ]);

    const second = await shop.wrote(`${URGENT} Again.`);
    await shop.urgent(second.messageId);
    for (let round = 0; round < 6; round += 1) {
      await shop.round();
      shop.clock.now = new Date(shop.clock.now.getTime() + minutes(15));
    }
    expect(shop.mails).toHaveLength(2 + 3);
    expect((await shop.alerts()).at(-1)).toMatchObject({ state: "ended", rounds: 3 });
  });

  it("is seen, too, by who answers, closes or does anything there", async () => {
    const shop = await alertShop();
    const made = await Promise.all([1, 2, 3].map(() => shop.wrote(URGENT)));
    for (const { messageId } of made) await shop.urgent(messageId);
    await shop.round();
    expect(shop.mails).toHaveLength(3);
    shop.clock.now = new Date(NIGHT.getTime() + minutes(5));
    const [answered, closed, assigned] = made.map(({ conversationId }) => conversationId);
    await shop.says(answered ?? "", "out");
    await systemPrisma.conversation.update({ where: { id: closed ?? "" }, data: { status: "closed" } });
    await shop.moves(assigned ?? "", "open", "assigned");
    shop.clock.now = new Date(NIGHT.getTime() + minutes(20));
    await shop.round();
    expect(shop.mails).toHaveLength(3);
    expect((await shop.alerts()).map(({ state }) => state)).toEqual([
      "acknowledged",
      "acknowledged",
      "acknowledged",
    ]);
  });

  it.each([
    ["calm", "Hello, which sizes does the rain jacket come in?", {}],
    ["automatic", URGENT, { automatic: true }],
  ])("is none that is %s", async (_what, text, data) => {
    const shop = await alertShop();
    const { messageId } = await shop.wrote(text);
    await systemPrisma.message.update({ where: { id: messageId }, data });
    await shop.urgent(messageId);
    expect(await shop.alerts()).toEqual([]);
  });

  it("is told to nobody in a shop that wants none", async () => {
    const shop = await alertShop({ on: false });
    const { messageId } = await shop.wrote(URGENT);
    expect(await shop.urgent(messageId)).toBe("alerts are off");
    expect(await shop.alerts()).toEqual([]);
  });

  it("does not leave a shop that has uninstalled the app", async () => {
    const shop = await alertShop();
    const { messageId } = await shop.wrote(URGENT);
    await shop.urgent(messageId);
    await shop.watch();
    await uninstallShop(shop.shop.domain, shop.clock.now);
    const [send] = await shop.sends();
    expect(await shop.send(send?.id ?? "")).toContain("cancelled");
    expect(shop.mails).toEqual([]);
  });
});

describe("what does not arrive", () => {
  const begun = async () => {
    const shop = await alertShop({ ...ALERTS, address: "" });
    const { messageId } = await shop.wrote(URGENT);
    await shop.urgent(messageId);
    await shop.watch();
    const [send] = await shop.sends();
    return { shop, sendId: send?.id ?? "" };
  };

  it("is tried again, later each time, with the same id, and given up at last", async () => {
    const { shop, sendId } = await begun();
    shop.answers.call = { outcome: "deferred", status: 503 };
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(shop.send(sendId)).rejects.toBeInstanceOf(TryAgainAt);
      // Too early is no attempt.
      await expect(shop.send(sendId)).rejects.toBeInstanceOf(TryAgainAt);
      shop.clock.now = new Date(shop.clock.now.getTime() + minutes(6));
    }
    expect(await shop.send(sendId)).toContain("failed");
    expect(shop.calls).toHaveLength(6);
    expect(new Set(shop.calls.map(({ headers }) => headers["Attune-Delivery"]))).toEqual(new Set([sendId]));
    expect(await shop.sends()).toMatchObject([{ status: "failed", response: "503", attempts: 6 }]);
  });

  it("is not tried again where it is refused, or may not be called", async () => {
    const refused = await begun();
    refused.shop.answers.call = { outcome: "refused", status: 404 };
    expect(await refused.shop.send(refused.sendId)).toBe("failed: 404");
    const forbidden = await begun();
    forbidden.shop.answers.call = { outcome: "forbidden", reason: "not_public" };
    expect(await forbidden.shop.send(forbidden.sendId)).toBe("failed: not_public");
  });

  it("is uncertain where nobody answered, or the run died, and only the next round tells again", async () => {
    const { shop, sendId } = await begun();
    shop.answers.call = { outcome: "unknown", reason: "timed_out" };
    expect(await shop.send(sendId)).toBe("uncertain: timed_out");
    expect(await shop.send(sendId)).toBe("it is uncertain");
    shop.clock.now = new Date(NIGHT.getTime() + minutes(15));
    await shop.watch();
    const second = (await shop.sends()).at(-1);
    await systemPrisma.alertSend.update({
      where: { id: second?.id ?? "" },
      data: { status: "sending", leaseUntil: new Date(shop.clock.now.getTime() + seconds(30)) },
    });
    await expect(shop.send(second?.id ?? "")).rejects.toBeInstanceOf(TryAgainAt);
    shop.clock.now = new Date(shop.clock.now.getTime() + seconds(31));
    expect(await shop.send(second?.id ?? "")).toContain("uncertain");
    expect(shop.calls).toHaveLength(1);
  });
});

describe("an escalation", () => {
  it("is told as a message that cannot wait is, whatever escalated it, and once", async () => {
    const shop = await alertShop();
    const { conversationId } = await shop.asked();
    await shop.inShop((tx) =>
      logEvent(tx, {
        ...{ shopId: shop.shop.id, conversationId, kind: "escalated", by: "rule:r1", at: shop.clock.now },
        data: {},
      }),
    );
    await shop.round();
    await shop.round();
    expect(shop.mails.map(({ subject }) => subject)).toEqual([
      "A conversation was escalated – Fernweh Supply",
    ]);
  });

  it("stays in the team where alerts are off", async () => {
    const shop = await alertShop({ on: false });
    const { conversationId } = await shop.asked();
    await shop.moves(conversationId, "open", "escalated");
    await shop.round();
    expect(shop.mails).toEqual([]);
    expect(await shop.alerts()).toMatchObject([{ state: "ended", lookAt: null }]);
  });
});

describe("a trial", () => {
  it("reaches both places once, though alerts are off, and leads to the settings", async () => {
    const shop = await alertShop({ ...ALERTS, on: false });
    const opened = await shop.inShop((tx) =>
      openAlert(tx, {
        ...{ shopId: shop.shop.id, key: `test:${randomUUID()}`, reason: "test" },
        ...{ conversationId: null, at: shop.clock.now },
      }),
    );
    expect(opened).not.toBeNull();
    await shop.round();
    shop.clock.now = new Date(NIGHT.getTime() + minutes(15));
    await shop.round();
    expect(shop.mails).toHaveLength(1);
    expect(shop.mails[0]?.text).toContain("/settings/service-levels");
    expect(shop.calls).toHaveLength(1);
  });
});
