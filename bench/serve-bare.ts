import { createHmac, timingSafeEqual } from "node:crypto";
import { announce } from "./announce.ts";
import { bareInsert } from "./bare-insert.ts";

/** The peer: node:http, the HMAC, one prepared insert. `sealed: false` leaves the sealing out, for reference. */
export function serveBare({ sealed }: { sealed: boolean }): Promise<void> {
  const secret = process.env["SHOPIFY_API_SECRET"] ?? "";
  const insert = bareInsert({ sealed });
  return announce((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const expected = createHmac("sha256", secret).update(body).digest();
      const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"]), "base64");
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        response.writeHead(401).end();
        return;
      }
      insert({
        shop: String(request.headers["x-shopify-shop-domain"]),
        topic: String(request.headers["x-shopify-topic"]),
        webhookId: String(request.headers["x-shopify-webhook-id"]),
        body,
      }).then(
        () => response.writeHead(200, { "Content-Length": 0 }).end(),
        () => response.writeHead(503).end(),
      );
    });
  });
}
