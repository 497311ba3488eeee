import { isolated } from "#app/components/labels.ts";

/** "Lyon, France": each in its own direction, in the order of the line they stand in. */
export const placeWords = (...parts: (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part ? [isolated(part)] : [])).join(", ");
