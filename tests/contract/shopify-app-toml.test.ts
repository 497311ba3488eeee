import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { parse } from "smol-toml";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");

const manifestSchema = z.object({
  application_url: z.url(),
  embedded: z.literal(true),
  access_scopes: z.object({ scopes: z.string() }),
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z.array(
      z.object({
        topics: z.array(z.string()).default([]),
        compliance_topics: z.array(z.string()).default([]),
        uri: z.string(),
      }),
    ),
  }),
  app_proxy: z.object({ url: z.string(), subpath: z.string(), prefix: z.string() }),
});

const schemaAsset = z.object({
  data: z.object({
    __schema: z.object({
      types: z.array(
        z.object({
          name: z.string(),
          enumValues: z.array(z.object({ name: z.string(), description: z.string().nullish() })).nullish(),
        }),
      ),
    }),
  }),
});

let source: string;
let manifest: z.infer<typeof manifestSchema>;
/** Shopify's topics of this API version, with the description that names the scopes each needs. */
let shopifyTopics: Map<string, string>;

beforeAll(async () => {
  source = await readFile(join(root, "shopify.app.toml"), "utf8");
  manifest = manifestSchema.parse(parse(source));
  const toolkit = dirname(createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json"));
  const asset = join(toolkit, `skills/shopify-admin/assets/admin_${manifest.webhooks.api_version}.json.br`);
  const schema = schemaAsset.parse(JSON.parse(brotliDecompressSync(await readFile(asset)).toString("utf8")));
  const topics = schema.data.__schema.types.find(({ name }) => name === "WebhookSubscriptionTopic");
  shopifyTopics = new Map(topics?.enumValues?.map(({ name, description }) => [name, description ?? ""]));
});

const declaredTopics = () => manifest.webhooks.subscriptions.flatMap(({ topics }) => topics);
const declaredScopes = () => manifest.access_scopes.scopes.split(",");
const asEnum = (topic: string) => topic.replaceAll(/[/.]/g, "_").toUpperCase();

describe("shopify.app.toml", () => {
  it("reads Shopify's own list of topics", () => {
    expect(shopifyTopics.size).toBeGreaterThan(200);
    expect(shopifyTopics.has("ORDERS_CREATE")).toBe(true);
  });

  it("declares only topics that Shopify knows, each once", () => {
    expect(declaredTopics().filter((topic) => !shopifyTopics.has(asEnum(topic)))).toEqual([]);
    expect(new Set(declaredTopics()).size).toBe(declaredTopics().length);
  });

  it.each([
    ["orders", ["create", "updated", "edited", "cancelled", "fulfilled", "partially_fulfilled", "delete"]],
    ["order_transactions", ["create"]],
    ["fulfillments", ["create", "update"]],
    ["fulfillment_events", ["create", "delete"]],
    ["fulfillment_orders", ["placed_on_hold", "hold_released", "moved", "rescheduled", "cancelled"]],
    ["refunds", ["create"]],
    ["returns", ["request", "approve", "decline", "update", "process", "close", "reopen", "cancel"]],
    ["disputes", ["create", "update"]],
    ["customers", ["create", "update", "delete", "enable", "disable", "merge", "purchasing_summary"]],
    ["customers_email_marketing_consent", ["update"]],
    ["shop", ["update"]],
    ["bulk_operations", ["finish"]],
    ["app", ["uninstalled", "scopes_update"]],
  ])("hears everything the mirror needs of %s", (resource, actions) => {
    expect(declaredTopics()).toEqual(
      expect.arrayContaining(actions.map((action) => `${resource}/${action}`)),
    );
  });

  it("declares the three compliance topics, once each", () => {
    const compliance = manifest.webhooks.subscriptions.flatMap((one) => one.compliance_topics);
    expect(compliance.toSorted()).toEqual(["customers/data_request", "customers/redact", "shop/redact"]);
  });

  it("sends every topic to the one door", () => {
    expect(new Set(manifest.webhooks.subscriptions.map(({ uri }) => uri))).toEqual(new Set(["/webhooks"]));
  });

  it("asks for a scope that each declared topic accepts", () => {
    const scopes = new Set(declaredScopes());
    const unheard = declaredTopics().filter((topic) => {
      const accepted = shopifyTopics.get(asEnum(topic))?.match(/\b(?:read|write)_[a-z_]+/g) ?? [];
      return accepted.length > 0 && !accepted.some((scope) => scopes.has(scope));
    });
    expect(unheard).toEqual([]);
  });

  it("gives a reason for every scope, and for no other", () => {
    const reasons = [...source.matchAll(/^# {3}((?:read|write)_\w+) {2,}\S.{20,}$/gm)].map(
      (match) => match[1],
    );
    expect(reasons).toEqual(declaredScopes());
  });

  it("does not ask for read_all_orders, nor to write orders or customers", () => {
    expect(declaredScopes()).not.toContain("read_all_orders");
    expect(declaredScopes().filter((scope) => scope.startsWith("write_"))).toEqual(["write_app_proxy"]);
  });

  it("routes the storefront form's address to the proxy door", async () => {
    const { prefix, subpath, url } = manifest.app_proxy;
    const block = await readFile(join(root, "extensions/attune-contact/blocks/contact-form.liquid"), "utf8");
    expect(url).toBe("/proxy");
    expect(block).toContain(`data-endpoint="/${prefix}/${subpath}/contact"`);
  });
});
