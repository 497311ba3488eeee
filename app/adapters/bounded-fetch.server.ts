const MOST_BYTES = 512 * 1024;

class AnswerTooLarge extends Error {
  override name = "AnswerTooLarge";
}

/** Whether `boundedFetch` gave up on an answer for its size. */
export const tooLarge = (error: unknown): boolean => error instanceof AnswerTooLarge;

/**
 * `fetch` that has the whole body in memory when it returns: what reads it afterwards can neither stall nor be flooded. Redirects
 * are refused, since they would carry the key and the question elsewhere. Rejects when the body is larger than 512 kB.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "error" });
  const { status, statusText, headers } = response;
  const kept = new Headers(headers);
  // The body below is neither packed nor of the length that was announced.
  kept.delete("content-encoding");
  kept.delete("content-length");
  const bytes = await readBody(response);
  return new Response(NO_BODY.has(status) ? null : bytes, { status, statusText, headers: kept });
}

/** `boundedFetch` for a body that is read while it comes: whoever reads it must be able to give up, and fails where it is too large. */
export async function flowingFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "error" });
  let length = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > MOST_BYTES) throw new AnswerTooLarge(`The answer is longer than ${MOST_BYTES} bytes`);
      controller.enqueue(chunk);
    },
  });
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(response.body?.pipeThrough(counted) ?? null, { status, statusText, headers });
}

const NO_BODY = new Set([101, 204, 205, 304]);

async function readBody({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let length = 0;
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    length += next.value.length;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      throw new AnswerTooLarge(`The answer is longer than ${MOST_BYTES} bytes`);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
