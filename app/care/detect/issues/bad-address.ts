import { addressFault, isPostBox } from "#app/care/detect/address-fault.ts";
import { orderSays, says } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen } from "#app/care/detect/issue.ts";
import { looked, orderTraits } from "#app/care/detect/looked.ts";
import { awaitsShipping, openParts } from "#app/care/detect/order-state.ts";
import { refusesBoxes } from "#app/care/detect/post-boxes.ts";
import { plain } from "#app/care/understand/shipments.ts";

/** The address cannot be delivered to, and nothing has left yet: the shopper can still put it right. */
export const badAddress: IssueRule = {
  kind: "bad_address",
  look: (seen) =>
    looked(seen, () => {
      const { order } = seen;
      const fault = awaitsShipping(order) ? faultOf(seen) : null;
      if (!fault) return null;
      const { address1, zip, city } = order.shippingAddress ?? {};
      const address = { kind: "text", field: "shippingAddress" } as const;
      return {
        subject: `order:${order.id}`,
        knownSince: new Date(order.placedAt),
        weight: 3,
        evidence: [
          ...orderSays(order, "name", "placed"),
          ...says(order, {
            key: "address",
            label: "Delivery address",
            value: [address1, zip, city].filter(Boolean).join(", "),
            ...address,
          }),
          ...says(order, { key: "addressFault", label: "What is wrong with it", value: fault, ...address }),
        ],
        traits: orderTraits(order),
      };
    }),
};

function faultOf(seen: Seen): string | null {
  const { order } = seen;
  const address = order.shippingAddress;
  if (!address) return null;
  const held = openParts(order).some(({ holds }) =>
    holds.some(({ reason }) => plain(reason) === "incorrect_address"),
  );
  if (held) return "held_as_incorrect";
  if (isPostBox(address)) return refusesBoxes(seen) ? "post_box" : null;
  return addressFault(address);
}
