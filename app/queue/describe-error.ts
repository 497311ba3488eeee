import { Unretryable } from "#app/job.ts";
import { safeError } from "#app/lib/safe-error.ts";

/**
 * What a job's row keeps of an error. The message of somebody else's error may quote a value (a unique key, an address), so
 * only our own `Unretryable` is quoted; of the others stay class, code and the first frame of our own code.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `threw a ${typeof error}`;
  if (error instanceof Unretryable) return `${error.name}: ${error.message}`.slice(0, 300);
  const { type, code, at: [first] = [] } = safeError(error);
  return `${type}${code ? ` ${code}` : ""}${first ? ` at ${first}` : ""}`.slice(0, 300);
}
