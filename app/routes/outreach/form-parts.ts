import type { Fields } from "./fields.ts";

export type Change = (change: Partial<Fields>) => void;
/** What is wrong with a field, in words, by its name. */
export type Errors = Record<string, string>;
