// The dev store as a process of its own, with a gate before its Admin API.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ShopState } from "#devstore/state/model.ts";
import type { Random } from "#devstore/seed/random.ts";
import { startAdminGate, type AdminGate } from "./admin-gate.ts";
import { startProgram, until, type Program } from "./program.ts";

const root = path.resolve(import.meta.dirname, "../..");
const toml = path.join(root, "shopify.app.toml");

export type Shopify = {
  /** For the app: the Admin API behind the gate. */
  gate: AdminGate;
  program: Program;
  smtpPort: number;
  /** POST to the control API, unless another method is named. Null when the dev store refuses (not possible now). */
  control: (to: string, body?: object, method?: "PUT") => Promise<unknown>;
  get: (to: string) => Promise<unknown>;
  /** A shopper's mail; false when the app did not take it, and it is to be handed in again. */
  hand: (letter: object) => Promise<boolean>;
  /** Everything it knows of the shop. */
  records: () => Promise<ShopState>;
  stop: () => Promise<void>;
};

type Given = {
  folder: string;
  port: number;
  smtpPort: number;
  appUrl: string;
  /** Where webhooks go: not to the app itself. */
  webhooksTo: string;
  env: Record<string, string>;
  random: Random;
};

export async function startShopify(given: Given): Promise<Shopify> {
  const manifest = path.join(given.folder, "shopify.app.toml");
  writeFileSync(
    manifest,
    readFileSync(toml, "utf8").replaceAll('uri = "/webhooks"', `uri = "${given.webhooksTo}"`),
  );
  const flags = {
    port: given.port,
    "smtp-port": given.smtpPort,
    "app-url": given.appUrl,
    "api-key": given.env["SHOPIFY_API_KEY"],
    "api-secret": given.env["SHOPIFY_API_SECRET"],
    "inbound-url": `${given.appUrl}/inbound/email`,
    "inbound-token": given.env["INBOUND_TOKEN"],
    toml: manifest,
  };
  const program = startProgram({
    name: "devstore",
    args: ["devstore/main.ts", ...Object.entries(flags).map(([name, value]) => `--${name}=${String(value)}`)],
    env: {},
    log: path.join(given.folder, "devstore.log"),
  });
  const url = `http://127.0.0.1:${given.port}`;
  const gate = await startAdminGate({ shopify: url, random: given.random });
  const get = async (to: string) => {
    const answer = await fetch(`${url}${to}`);
    if (!answer.ok) throw new Error(`GET ${to}: ${answer.status}`);
    return answer.json() as Promise<unknown>;
  };
  await until("the dev store listens", () => {
    if (!program.running()) throw new Error("the dev store ended while it started");
    return get("/control/state").catch(() => null);
  });
  return {
    gate,
    program,
    smtpPort: given.smtpPort,
    get,
    control: async (to, body = {}, method) => {
      const answer = await fetch(`${url}/control${to}`, {
        method: method ?? "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (answer.status === 409 || answer.status === 404) return null;
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${text.slice(0, 300)}`);
      return JSON.parse(text) as unknown;
    },
    hand: async (letter) => {
      const answer = await fetch(`${url}/control/mail`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(letter),
      });
      return answer.status === 202;
    },
    records: async () => recordsSchema.parse(await get("/control/records")),
    stop: async () => {
      await program.stop();
      await gate.stop();
    },
  };
}

/** The dev store's own state, as it keeps it. */
const recordsSchema = z.custom<ShopState>(
  (value) => typeof value === "object" && value !== null && "orders" in value,
);
