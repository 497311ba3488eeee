import { describe, expect, it } from "vitest";
import { parseEnv } from "#app/env.server.ts";

const complete = {
  NODE_ENV: "test",
  DATABASE_URL: "postgresql://attune@db.example.test/attune",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SHOPIFY_API_KEY: "test-api-key",
  SHOPIFY_API_SECRET: "test-api-secret",
  SHOPIFY_APP_URL: "https://app.example.test",
  INBOUND_DOMAIN: "inbound.example.test",
  INBOUND_TOKEN: "test-inbound-token-0123456789",
  SMTP_URL: "smtp://mail.example.test",
  MAIL_FROM: "care@attune.example.test",
};

describe("the environment", () => {
  it("takes an empty variable for one that is not set", () => {
    const empty = {
      PORT: "",
      METRICS_PORT: "",
      INBOUND_SMTP_PORT: "",
      DATABASE_POOL_SIZE: "",
      REDIS_URL: "",
    };
    const env = parseEnv({ ...complete, ...empty });
    expect(env).toMatchObject({ PORT: 3000, DATABASE_POOL_SIZE: 10 });
    expect([env.METRICS_PORT, env.INBOUND_SMTP_PORT, env.REDIS_URL]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("names an empty variable that must be set, and no value", () => {
    const wrong = { ...complete, SHOPIFY_API_KEY: "", PORT: "seventy" };
    expect(() => parseEnv(wrong)).toThrow(/SHOPIFY_API_KEY: is not set/);
    expect(() => parseEnv(wrong)).toThrow(/PORT: /);
    expect(() => parseEnv(wrong)).not.toThrow(/seventy/);
  });
});
