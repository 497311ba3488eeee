import { Unretryable } from "#app/job.ts";

/**
 * What a job's row keeps of an error. The message of somebody else's error may quote a value (a unique key, an address), so
 * only our own `Unretryable` is quoted; of the others stay class, code and the first frame of our own code.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `threw a ${typeof error}`;
  if (error instanceof Unretryable) return `${error.name}: ${error.message}`.slice(0, 300);
  const code = "code" in error && /^[\w.-]{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : "";
  return `${error.name}${code}${firstOwnFrame(error.stack ?? "")}`.slice(0, 300);
}

function firstOwnFrame(stack: string): string {
  for (const line of stack.split("\n")) {
    const frame = /\b((?:app|devstore|tests)\/[\w./$-]+\.tsx?:\d+)/.exec(line)?.[1];
    if (frame && !line.includes("node_modules")) return ` at ${frame}`;
  }
  return "";
}
