export type Field = {
  name: string;
  label: string;
  type: "text" | "select";
  options?: [value: string, label: string][];
  value?: string;
};

export type Action = {
  label: string;
  /** Path under /control; `:order` and `:customer` stand for what is chosen above. */
  path: string;
  fields?: Field[];
  tone?: "critical";
};

const CARRIER_EVENTS = [
  "label_purchased",
  "carrier_picked_up",
  "in_transit",
  "delayed",
  "out_for_delivery",
  "attempted_delivery",
  "ready_for_pickup",
  "delivered",
  "failure",
];

const eventOptions = CARRIER_EVENTS.map((status): [string, string] => [
  status,
  status.charAt(0).toUpperCase() + status.slice(1).replaceAll("_", " "),
]);

/** What can be made to happen to the chosen order, in the order it happens in life. */
export const orderActions: { title: string; actions: Action[] }[] = [
  {
    title: "The parcel",
    actions: [
      { label: "Ship it", path: "orders/:order/ship" },
      {
        label: "Carrier event",
        path: "orders/:order/event",
        fields: [
          {
            name: "status",
            label: "Status",
            type: "select",
            options: eventOptions,
            value: "in_transit",
          },
          { name: "city", label: "City (optional)", type: "text" },
        ],
      },
      { label: "Let it stall", path: "orders/:order/stall" },
      { label: "Fail a delivery", path: "orders/:order/fail-delivery" },
      { label: "Deliver it", path: "orders/:order/deliver" },
    ],
  },
  {
    title: "Money and changes",
    actions: [
      {
        label: "Refund",
        path: "orders/:order/refund",
        fields: [
          {
            name: "amount",
            label: "Amount (empty: one item)",
            type: "text",
          },
          { name: "note", label: "Note (optional)", type: "text" },
        ],
      },
      { label: "Open a return", path: "orders/:order/return" },
      { label: "Open a dispute", path: "orders/:order/dispute" },
      { label: "Cancel it", path: "orders/:order/cancel", tone: "critical" },
    ],
  },
];
