import { join } from "node:path";
import type { DevstoreOptions } from "./context.ts";

/** Shopify's 8 retries, with waits a person at a demo can bear. */
const BACKOFF_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000, 30_000];

export type StartOptions = Partial<Omit<DevstoreOptions, "appUrl" | "apiKey" | "apiSecret">> &
  Pick<DevstoreOptions, "appUrl" | "apiKey" | "apiSecret">;

/** Fills in what a caller leaves out. */
export function completeOptions(given: StartOptions): DevstoreOptions {
  return {
    port: 0,
    host: "127.0.0.1",
    smtpPort: 0,
    toml: join(import.meta.dirname, "..", "shopify.app.toml"),
    now: () => new Date(),
    webhookBackoffMs: BACKOFF_MS,
    ...given,
    appUrl: given.appUrl.replace(/\/$/, ""),
  };
}
