import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

/** Shopify waits this long for the whole answer. */
const ANSWER_WITHIN_MS = 5000;

type Posting = { url: string; body: string; headers: Record<string, string>; signal: AbortSignal };

/** One HTTP POST. Never throws: a refused connection or a late answer is an `error`. Redirects are not followed. */
export function deliverOnce(posting: Posting): Promise<{ httpStatus?: number; error?: string }> {
  const url = new URL(posting.url);
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const body = Buffer.from(posting.body);
  return new Promise((resolve) => {
    const signal = AbortSignal.any([posting.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const sent = request(
      url,
      { method: "POST", headers: { ...posting.headers, "content-length": body.length }, signal },
      (response) => {
        response.resume();
        response.on("end", () => resolve({ httpStatus: response.statusCode ?? 0 }));
        response.on("error", (error) => resolve({ error: error.message }));
      },
    );
    sent.on("error", (error) => resolve({ error: error.message }));
    sent.end(body);
  });
}
