import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";

export type CsatScale = 2 | 5;
export type CsatChoice = { answer: number; says: MessageKey };

const FIVE: readonly CsatChoice[] = [
  { answer: 5, says: "csat.very_good" },
  { answer: 4, says: "csat.good" },
  { answer: 3, says: "csat.so_so" },
  { answer: 2, says: "csat.poor" },
  { answer: 1, says: "csat.very_poor" },
];
const TWO: readonly CsatChoice[] = [
  { answer: 2, says: "csat.good" },
  { answer: 1, says: "csat.not_good" },
];

/** The answers to choose from, the best first. */
export const csatChoices = (scale: CsatScale): readonly CsatChoice[] => (scale === 2 ? TWO : FIVE);

/** A later release may know other scales. */
export const csatScaleOf = (stored: number | null): CsatScale => (stored === 2 ? 2 : 5);

/** Whether somebody has to look: of five the lower two, of two the lower one. */
export const isLow = (scale: CsatScale, answer: number): boolean => answer <= (scale === 2 ? 1 : 2);

/** Whether it went well: of five the upper two, of two the upper one. */
export const isSatisfied = (scale: CsatScale, answer: number): boolean => answer >= (scale === 2 ? 2 : 4);
