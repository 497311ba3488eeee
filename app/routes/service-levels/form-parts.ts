import type { Fields } from "./fields.ts";

export type Change = (change: Partial<Fields>) => void;
/** What is wrong with a field, in words, by its path. */
export type Errors = Record<string, string>;
