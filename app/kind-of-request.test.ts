import { expect, it } from "vitest";
import { kindOfRequest } from "#app/kind-of-request.ts";

it.each([
  ["/webhooks", "webhook"],
  ["/webhooks/orders", "screen"],
  ["/inbound/email", "inbound"],
  ["/readyz", "health"],
  ["/api/conversations/6f1c", "api"],
  ["/proxy/contact", "proxy"],
  ["/assets/entry.client-BzQ.js", "asset"],
  ["/app/conversations", "screen"],
  ["/wp-login.php", "screen"],
])("%s is a request of the kind %s", (path, kind) => {
  expect(kindOfRequest(path)).toBe(kind);
});
