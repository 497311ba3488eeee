import type { IncomingMessage } from "node:http";
import type { Hold } from "#app/ingest/byte-budget.ts";

export type BodyRead =
  | { outcome: "read"; bytes: Buffer }
  | { outcome: "too_large" } // refused while reading: what is still to come is thrown away
  | { outcome: "aborted" };

/**
 * Reads a request's body up to a number of bytes, within a budget shared with other readers; `busy` when that is used up.
 * What is held is the caller's to release.
 */
export async function readBody(
  request: IncomingMessage,
  { limit, hold }: { limit: number; hold: Hold },
): Promise<BodyRead | { outcome: "busy" }> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return discardBody(request, "too_large");
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit && hold.add(chunk.length)) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      request.removeAllListeners("data");
      resolve(discardBody(request, size > limit ? "too_large" : "busy"));
    });
    request.once("end", () => resolve({ outcome: "read", bytes: joined(chunks) }));
    request.once("error", () => resolve({ outcome: "aborted" }));
    request.once("close", () => resolve({ outcome: "aborted" }));
  });
}

/** Most bodies come in one piece, which Node has copied out of its read buffer already. */
function joined(chunks: Buffer[]): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/** A client that still writes would not see the answer if the connection closed under it, so the rest is read and dropped. */
export function discardBody<O extends "too_large" | "busy">(
  request: IncomingMessage,
  outcome: O,
): { outcome: O } {
  request.resume();
  const timer = setTimeout(() => request.destroy(), 5_000);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
  return { outcome };
}
