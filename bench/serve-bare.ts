import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { announce } from "./announce.ts";

/** The peer: what any webhook receiver must do at least. Checks the HMAC, does one prepared insert, answers. */
export function serve(): Promise<void> {
  const secret = process.env["SHOPIFY_API_SECRET"] ?? "";
  const pool = new pg.Pool({
    connectionString: process.env["DATABASE_URL"],
    max: Number(process.env["DATABASE_POOL_SIZE"]),
  });
  return announce(
    createServer((request, response) => {
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
        pool
          .query({
            name: "bare",
            text: "INSERT INTO bare_deliveries (shop, topic, webhook_id, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            values: [
              request.headers["x-shopify-shop-domain"],
              request.headers["x-shopify-topic"],
              request.headers["x-shopify-webhook-id"],
              body,
            ],
          })
          .then(
            () => response.writeHead(200, { "Content-Length": 0 }).end(),
            () => response.writeHead(503).end(),
          );
      });
    }),
  );
}
