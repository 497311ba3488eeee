import { describe, expect, it } from "vitest";
import { z } from "zod";
import { detectIssuesBy } from "#app/care/detect/detect-issues.server.ts";
import type { FindIssues } from "#app/care/detect/settle-issues.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { exportCustomerData } from "#app/privacy/export-customer-data.server.ts";
import { listDataRequests, readDataExport } from "#app/privacy/read-data-requests.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { countIssues } from "#tests/factories/inhabited-issues.ts";
import { countConversations, CUSTOMER, EMAIL, inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { makeJob } from "#tests/factories/job.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer } from "#tests/factories/order.ts";
import { ADA, outgoingShop } from "#tests/factories/outgoing-shop.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";
import { receive } from "#tests/integration/mail/receiving.ts";

const BOB = { name: "Bob Canary", address: "bob@office.example" };

type Place = Awaited<ReturnType<typeof makeShop>>;

const redactBody = (domain: string, customer: object, orders: string[] = []) =>
  `{"shop_id":954889,"shop_domain":"${domain}","customer":${JSON.stringify(customer)},"orders_to_redact":[${orders.join(",")}]}`;

async function redact({ shop, keys }: Place, body: string) {
  const deliveryId = await makeDelivery(keys, { topic: "customers/redact", body, domain: shop.domain });
  await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
  return redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
}

describe("customers/redact", () => {
  it("removes the person everywhere and nobody else, and leaves figures without a person", async () => {
    const place = await inhabitedShop();
    const { shop, keys } = place;
    const inShop = forShop(shop.id);

    const phrase = await redact(
      place,
      redactBody(shop.domain, { id: Number(CUSTOMER), email: EMAIL, phone: null }).replace(
        `"id":${Number(CUSTOMER)}`,
        `"id":${CUSTOMER}`,
      ),
    );

    expect(phrase).toBe("redacted: orders 2, conversations 1");
    expect(await countConversations(shop.id)).toEqual({
      conversation: 1,
      conversationJoin: 0,
      conversationMerge: 0,
      // Somebody else's reply of which she had a copy stays, without her.
      message: 2,
      attachment: 0,
      reading: 0,
      modelReading: 0,
      readingCorrection: 0,
      draftAnswer: 0,
      translation: 0,
      draft: 0,
      delivery: 1,
      promise: 0,
      sentClaim: 0,
      staffFact: 0,
      conversationEvent: 0,
      presence: 0,
      savedView: 1,
      proofCode: 0,
      draftEdit: 0,
      lesson: 0,
      ...{ serviceLevel: 1, alert: 0, alertSend: 0, csatRequest: 0 },
      conversationPriority: 0,
      triageApplication: 0,
      // The team's own.
      triageRule: 1,
      triageTurn: 1,
    });
    expect(await countIssues(shop.id)).toEqual({
      ...{ orderIssue: 1, orderOccasion: 1, orderWatch: 1, outreach: 1, holdOut: 1 },
      ...{ incident: 1, carrierHabit: 1, detection: 1 },
    });
    const orders = await inShop((tx) =>
      readOrders(tx, keys, [place.order.id, place.guest.id, place.ottos.id]),
    );
    expect(
      orders.map(({ customer, shippingAddress }) => ({ customer, city: shippingAddress?.city ?? null })),
    ).toEqual([
      { customer: null, city: null },
      { customer: null, city: null },
      { customer: { id: null, name: "Otto", email: "otto@example.com" }, city: "Hamburg" },
    ]);
    expect(orders[0]?.refunds).toHaveLength(1);
    expect(await inShop((tx) => tx.customer.count())).toBe(0);
    expect(await inShop((tx) => tx.conversation.findMany({ select: { id: true } }))).toEqual([
      { id: place.his.conversationId },
    ]);
    expect(await systemPrisma.shopExportPart.count({ where: { shopId: keys.shopId } })).toBe(0);
    await expectNowhere(keys, /jonna|canary/i);
  });

  it("is not undone by a late webhook, but lets the person buy again", async () => {
    const place = await inhabitedShop();
    const { shop, keys, order } = place;
    await redact(place, redactBody(shop.domain, { id: null, email: EMAIL }));
    const inShop = forShop(shop.id);
    const late = { ...order, updatedAt: "2026-12-01T00:00:00.000Z" };
    const again = {
      ...order,
      id: "9000",
      placedAt: "2099-01-01T00:00:00.000Z",
      updatedAt: "2099-01-01T00:00:00.000Z",
      customerId: null,
    };
    await inShop((tx) => writeRows(sqlOf(tx), keys, { orders: [late, again] }));
    await makeCustomer(shop, keys, {
      id: CUSTOMER,
      updatedAt: "2026-12-01T00:00:00.000Z",
      person: { firstName: "Jonna", email: EMAIL },
    });

    // Nobody is left to be told of what is wrong with it.
    const items = [order.id, "9000"].map((orderId) => ({ data: { shopId: shop.id, orderId }, trace: null }));
    const finds: FindIssues = ({ now }) => ({
      ...{ lookAt: now },
      found: [
        {
          kind: "stalled",
          subject: "order",
          knownSince: now,
          evidence: [],
          weight: 2,
          severity: 2,
          stakes: [],
        },
      ],
    });
    expect(await detectIssuesBy(finds)(portsWith({}), makeRun(shop.id), items)).toEqual([
      "nothing new",
      "opened stalled",
    ]);
    expect(await inShop((tx) => tx.orderWatch.count({ where: { orderId: order.id } }))).toBe(0);
    const [redacted, bought] = await inShop((tx) => readOrders(tx, keys, [order.id, "9000"]));
    expect(redacted).toMatchObject({ customer: null, shippingAddress: null, updatedAt: late.updatedAt });
    expect(bought?.customer?.email).toBe(EMAIL);
    expect(await inShop((tx) => tx.customer.count())).toBe(0);
  });

  it("redacts somebody who only wrote, and can be repeated", async () => {
    const place = await makeShop();
    const { shop, keys } = place;
    await makeConversation({ keys, contact: { name: "Jonna Canary", address: EMAIL } });
    const deliveryId = await makeDelivery(keys, {
      topic: "customers/redact",
      body: redactBody(shop.domain, { email: EMAIL }),
      domain: shop.domain,
    });
    await mirrorDelivery(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    const go = () => redactCustomer(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    expect(await go()).toBe("redacted: orders 0, conversations 1");
    expect(await go()).toBe("it was redacted before");
    await expectNowhere(keys, /jonna|canary/i);
  });

  it.each(["had a copy of ours", "wrote, too"])(
    "takes who %s out of the copies of what others wrote",
    async (how) => {
      const shop = await outgoingShop();
      const place = await shop.asked();
      await shop.approve(place, { copies: how === "wrote, too" ? [] : [BOB] });
      await shop.send();
      const there = { to: shop.mail.taken[0]?.replyTo.address ?? "" };
      if (how === "wrote, too") {
        const wrote = await receive(
          shop.keys,
          { from: `Bob Canary <${BOB.address}>`, text: "And mine?" },
          there,
        );
        await systemPrisma.inboundMessage.update({
          where: { id: wrote.messageId },
          data: { senderIndex: blindIndex(shop.keys, "email", BOB.address) },
        });
      }
      const { messageId, conversation } = await receive(
        shop.keys,
        {
          from: `Ada Berg <${ADA}>`,
          to: `Shop <care@fernweh.example>, Bob Canary <${BOB.address}>`,
          headers: { Cc: `Bob <${BOB.address.toUpperCase()}>, Eva <eva@office.example>` },
        },
        there,
      );
      expect(conversation?.id).toBe(place.conversationId);
      const copied = async () => {
        const thread = await shop.read(place.conversationId);
        const { to = [], cc = [] } = thread?.messages.find(({ id }) => id === messageId)?.content ?? {};
        return [...to, ...cc].map(({ address }) => address.toLowerCase());
      };
      expect(await copied()).toContain(BOB.address);
      await redact(shop, redactBody(shop.shop.domain, { email: BOB.address }));
      expect(await copied()).toEqual(["care@fernweh.example", "eva@office.example"]);
    },
  );

  it("waits for webhooks about the person that are not handled yet", async () => {
    const place = await makeShop();
    const waiting = await makeDelivery(place.keys, {
      topic: "customers/update",
      body: { email: EMAIL },
      domain: place.shop.domain,
    });
    await makeJob(place.shop.id, { name: "mirrorDelivery", data: { deliveryId: waiting } });
    await expect(redact(place, redactBody(place.shop.domain, { email: EMAIL }))).rejects.toMatchObject({
      name: "TryAgainAt",
    });
  });
});

describe("customers/data_request", () => {
  it("makes one file of everything held, for the owner to download", async () => {
    const { shop, keys, order } = await inhabitedShop();
    const body = `{"shop_id":954889,"shop_domain":"${shop.domain}","customer":{"id":${CUSTOMER},"email":"${EMAIL}"},"orders_requested":[],"data_request":{"id":9999}}`;
    const deliveryId = await makeDelivery(keys, {
      topic: "customers/data_request",
      body,
      domain: shop.domain,
    });
    const go = () => exportCustomerData(portsWith({}), makeRun(shop.id), { shopId: shop.id, deliveryId });
    await go();
    await go();

    const inShop = forShop(shop.id);
    const requests = await inShop((tx) => listDataRequests(tx));
    expect(requests).toMatchObject([{ requestKey: "9999", state: "ready" }]);
    const file = await inShop((tx) => readDataExport(tx, keys, requests[0]?.id ?? ""));
    const [heard] = await inShop((tx) => tx.orderIssue.findMany({ where: { orderId: order.id } }));
    const parsed = z
      .object({
        customers: z.array(z.unknown()),
        orders: z.array(z.object({ id: z.string() })),
        conversations: z.array(z.unknown()),
        events: z.array(z.unknown()),
        issues: z.array(z.unknown()),
        outreach: z.array(z.unknown()),
        heldOut: z.array(z.unknown()),
      })
      .parse(JSON.parse(file?.toString("utf8") ?? ""));
    expect(parsed.orders.map(({ id }) => id)).toContain(order.id);
    expect(parsed).toMatchObject({
      customers: [{ email: EMAIL }],
      conversations: [
        {
          messages: [
            {
              content: { text: "Hello, my parcel has not arrived." },
              attachments: [{ base64: Buffer.from("hello").toString("base64") }],
            },
          ],
          modelReadings: [{ outcome: "answered", value: { label: "worry" } }],
          draftAnswers: [{ content: { outcome: "answered" } }],
          translations: [{ language: "de", content: { paragraphs: ["Jonna schrieb."] } }],
          drafts: [{ content: { text: "Dear Jonna" } }],
          promises: [{ content: { text: "by Friday" } }],
          saidOfOrders: [{ orderId: order.id, neededBy: "2026-11-24T00:00:00.000Z", gift: true }],
          addedByTeam: [{ content: { text: "The warehouse found Jonna's parcel." } }],
          told: [{ state: "standing", content: { facts: [{ value: "#1001" }] } }],
          edits: [{ class: "greeting", content: { after: "Dear Jonna," } }],
        },
        // What was asked of the carrier about her.
        { content: { contactName: "Carrier", subject: "Jonna's parcel" } },
      ],
      issues: [{ id: heard?.id, orderId: order.id, kind: "stalled", evidence: [{ kind: "text" }] }],
      outreach: [{ issueId: heard?.id, stage: "first", state: "sent" }],
      heldOut: [{ orderId: order.id, kind: "stalled", arm: "written" }],
    });
    expect(file?.toString("utf8")).not.toMatch(/otto/i);
    const stored = await systemPrisma.dataRequest.findFirstOrThrow({ where: { shopId: shop.id } });
    expect(Buffer.from(stored.sealedExport ?? []).toString("latin1")).not.toContain("jonna");
  });
});
