import { expect, it } from "vitest";
import { mirrorDeliveries } from "#app/mirror/mirror-deliveries.server.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { openBytes } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { EMAIL } from "#tests/factories/inhabited-shop.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

it.each(["alone", "together"])(
  "empties the webhook of a redacted order's parcel that comes later (%s)",
  async (how) => {
    const { shop, keys } = await makeShop();
    const ports = portsWith({});
    await makeCustomer(shop, keys, { id: "7001", person: { email: EMAIL } });
    await makeOrder(shop, keys, { id: "8001", customerId: "7001", person: { email: EMAIL } });
    const request = await makeDelivery(keys, {
      topic: "customers/redact",
      domain: shop.domain,
      body: `{"shop_id":1,"shop_domain":"${shop.domain}","customer":{"id":7001,"email":"${EMAIL}"},"orders_to_redact":[8001]}`,
    });
    await mirrorDelivery(ports, makeRun(shop.id), { shopId: shop.id, deliveryId: request });
    await redactCustomer(ports, makeRun(shop.id), { shopId: shop.id, deliveryId: request });
    const arrives = async (id: number, orderId: number) => {
      const deliveryId = await makeDelivery(keys, {
        topic: "fulfillments/update",
        domain: shop.domain,
        body: `{"id":${id},"admin_graphql_api_id":"gid://shopify/Fulfillment/${id}","order_id":${orderId},"status":"success",
          "created_at":"2026-11-20T10:00:00Z","updated_at":"2026-11-21T10:00:00Z","shipment_status":"in_transit",
          "tracking_company":"DHL","tracking_number":"JJD1","tracking_numbers":["JJD1"],"tracking_url":null,
          "email":"${EMAIL}","destination":{"name":"Jonna Okafor","address1":"Some street 1"},"line_items":[]}`,
      });
      const data = { shopId: shop.id, deliveryId };
      if (how === "alone") await mirrorDelivery(ports, makeRun(shop.id), data);
      else await mirrorDeliveries(ports, makeRun(shop.id), [{ data, trace: null }]);
      const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
      return openBytes(keys, `webhook_deliveries.sealed_body:${deliveryId}`, row.sealedBody).toString();
    };
    expect(await arrives(9001, 8001)).toBe("{}");
    expect(await arrives(9002, 8002)).toContain("Some street 1");
  },
);
