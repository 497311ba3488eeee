/** The order that claims are held against in tests; what a test is about it adds. */
export const recorded = {
  id: "1",
  name: "#1",
  placedAt: "2026-11-07T12:00:00Z",
  total: { amount: "49.90", currency: "EUR" },
  currency: "EUR",
  lines: [
    { id: "l1", title: "Wool blanket", quantity: 1, price: { amount: "24.90", currency: "EUR" } },
    { id: "l2", title: "Trail bottle", quantity: 2, price: { amount: "12.50", currency: "EUR" } },
  ],
};
