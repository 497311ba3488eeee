/** What narrows a list of conversations, beside its view: each may stand several times in the inbox's address. */
export const narrowings = [
  "emotion",
  "intent",
  "language",
  "order",
  "tag",
  "assignee",
  "channel",
  "priority",
  "incident",
] as const;
export type Narrowing = (typeof narrowings)[number];

/** What is kept of an address as a saved view, and says what a filter is. */
export const filterNames = ["status", ...narrowings] as const;
export type FilterName = (typeof filterNames)[number];
