import type { Case, Felt } from "./case.ts";

/** A conversation that a shopper began at noon and that nobody did anything about. */
export const caseOf = (given: Partial<Case> = {}): Case => ({
  id: "1",
  intent: "order_status",
  about: null,
  wroteAt: new Date("2026-11-02T12:00:00Z"),
  begunByUs: false,
  answeredAt: null,
  closedAt: null,
  first: null,
  last: null,
  products: [],
  carriers: [],
  ...given,
});

export const sure = (emotion: string): Felt => ({ emotion, unsure: false });

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
