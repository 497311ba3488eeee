import { describe, expect, it } from "vitest";
import { parseBody } from "#app/mirror/parse-body.ts";
import { meanings, topicOf, type Meaning } from "#app/mirror/topics.ts";
import { orderPayloadSchema, orderRows } from "#app/mirror/payloads/order.ts";
import { declaredTopics, exampleBody } from "#tests/fixtures/webhooks/examples.ts";

const SHOP = "fernweh.myshopify.com";
const example = (topic: string) => parseBody(exampleBody(topic, SHOP));
const meaningOf = (topic: string): Meaning => {
  const meaning = topicOf(topic);
  if (!meaning) throw new Error(`${topic} has no meaning`);
  return meaning;
};

describe("Shopify's documented example payloads", () => {
  it.each(declaredTopics())("%s fits its schema", (topic) => {
    const parsed = meanings[meaningOf(topic)].safeParse(example(topic));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("keep ids above 2^53 exact", () => {
    const rows = orderRows(orderPayloadSchema.parse(example("orders/create")));
    expect(rows.orders?.[0]?.id).toBe("820982911946154508");
    expect(rows.orders?.[0]?.customerId).toBe("115310627314723954");
    const edited = meanings.orderEdited.parse(
      parseBody(
        '{"order_edit":{"id":78912328793123780,"order_id":820982911946154508,"created_at":"2021-12-31T19:00:00-05:00"}}',
      ),
    );
    expect(edited.order_edit.order_id).toBe("820982911946154508");
  });

  // The signature does not cover the topic: a body must not pass for another topic that takes something away.
  const TAKES_AWAY: Meaning[] = [
    "appUninstalled",
    "shopRedact",
    "customerRedact",
    "orderDeleted",
    "customerDeleted",
    "customerMerged",
  ];
  it.each(TAKES_AWAY)("do not fit %s unless they are its own", (meaning) => {
    const fitting = declaredTopics().filter((topic) => meanings[meaning].safeParse(example(topic)).success);
    const own = declaredTopics().filter((topic) => topicOf(topic) === meaning);
    // Shopify sends the same body for both; an uninstall is undone by opening the app.
    const shared = meaning === "appUninstalled" ? ["shop/update"] : [];
    expect(fitting.toSorted()).toEqual([...own, ...shared].toSorted());
  });
});
