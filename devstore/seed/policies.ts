import type { Policy } from "../state/model.ts";

type PolicySeed = Pick<Policy, "type" | "title"> & { handle: string; paragraphs: string[] };

const POLICIES: PolicySeed[] = [
  {
    type: "REFUND_POLICY",
    title: "Refund policy",
    handle: "refund-policy",
    paragraphs: [
      "You can return unused items within 30 days of delivery. Write to care@fernweh.example with your order number and we send you a return label.",
      "Return shipping is free within the European Union and the United Kingdom. From other countries you pay the postage yourself.",
      "Once the return arrives in our warehouse we check it within 3 business days and refund the price of the items to the original payment method. Banks take up to 10 business days to show it.",
      "Items that arrive damaged or wrong are replaced or refunded in full, shipping included. Send us a photo within 14 days of delivery. You do not have to send a damaged item back if it costs less than 40 EUR.",
      "If a parcel is lost, or has shown no movement for 10 days, we replace it free of charge or refund it in full.",
      "Opened notebooks, gift cards and made-to-order items cannot be returned.",
    ],
  },
  {
    type: "SHIPPING_POLICY",
    title: "Shipping policy",
    handle: "shipping-policy",
    paragraphs: [
      "Orders placed before 14:00 (Berlin time) on a business day leave our warehouse in Hamburg the same day, all others on the next business day.",
      "Delivery takes 2 to 3 business days in Germany and Austria with DHL, 3 to 6 business days in France, Spain and Portugal, 4 to 7 business days in the United Kingdom with Royal Mail, 6 to 10 business days in the United States with UPS and 7 to 12 business days in Japan with Yamato.",
      "Standard shipping costs 4.90 EUR, 9.50 GBP, 12.00 USD or 1800 JPY. Orders above 150 EUR ship free within the European Union.",
      "You can change the delivery address until the parcel has left our warehouse. After that only the carrier can redirect it.",
      "After two failed delivery attempts the carrier keeps the parcel at a pickup point for 7 days, then it returns to us. We send it again once, free of charge.",
    ],
  },
  {
    type: "PRIVACY_POLICY",
    title: "Privacy policy",
    handle: "privacy-policy",
    paragraphs: [
      "We use your name, address, e-mail address and order history to deliver your order and to answer your messages.",
      "We share your address with the carrier that brings your parcel and with nobody else. We never sell data.",
      "You can ask for a copy of your data or for its deletion at any time: privacy@fernweh.example. We answer within 30 days.",
    ],
  },
  {
    type: "TERMS_OF_SERVICE",
    title: "Terms of service",
    handle: "terms-of-service",
    paragraphs: [
      "The contract is made when we confirm that your order has been shipped. Prices include value-added tax where it applies.",
      "An order can be cancelled free of charge until it has been handed to the carrier.",
      "Goods remain the property of Fernweh Supply GmbH until they are paid for. German law applies; mandatory consumer rights of your country remain untouched. The legal guarantee for defects is two years.",
    ],
  },
  {
    type: "CONTACT_INFORMATION",
    title: "Contact information",
    handle: "contact-information",
    paragraphs: [
      "Fernweh Supply GmbH, Speicherstraße 14, 20457 Hamburg, Germany",
      "E-mail: care@fernweh.example. Telephone: +49 40 555 0100, Monday to Friday from 9:00 to 17:00 (Berlin time).",
    ],
  },
];

/** The shop's policies as Shopify keeps them: HTML bodies with a public address. */
export function seedPolicies(input: {
  domain: string;
  shopId: string;
  at: string;
  nextId: () => string;
}): Policy[] {
  return POLICIES.map(({ type, title, handle, paragraphs }) => ({
    id: input.nextId(),
    type,
    title,
    body: paragraphs.map((text) => `<p>${text}</p>`).join("\n"),
    url: `https://${input.domain}/policies/${handle}`,
    createdAt: input.at,
    updatedAt: input.at,
  }));
}
