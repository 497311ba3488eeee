import type { Fault } from "#app/lib/fault.ts";
import type { Fields } from "./fields.ts";

export type Change = (change: Partial<Fields>) => void;
/** What is wrong with a field, by its name. */
export type Errors = Record<string, Fault>;
