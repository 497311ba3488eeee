import { makeByteBudget } from "#app/ingest/byte-budget.ts";

/** Sealing and writing a mail takes a few copies of it: four of the largest at once in one process. */
export const holdMail = makeByteBudget(100 * 1024 * 1024);
