import { describe, expect, it } from "vitest";
import { parseEnv } from "#app/env.server.ts";
import { mostConnections } from "#app/pool-sizes.ts";

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

describe("the model", () => {
  it("is none without a key, and has a name with one", () => {
    expect(parseEnv({ ...complete, ANTHROPIC_API_KEY: "" }).ANTHROPIC_API_KEY).toBeUndefined();
    expect(parseEnv({ ...complete, ANTHROPIC_API_KEY: "sk-ant-test" })).toMatchObject({
      ANTHROPIC_MODEL: "claude-sonnet-5-5",
      ANTHROPIC_READING_MODEL: "claude-haiku-5-5",
    });
    expect(() => parseEnv({ ...complete, ANTHROPIC_BASE_URL: "api.anthropic.com" })).toThrow(
      /ANTHROPIC_BASE_URL/,
    );
  });
});

describe("sizes", () => {
  it("refuses more jobs at once than the connections can serve", () => {
    const sizes = { DATABASE_POOL_SIZE: "4", WORKER_CONCURRENCY: "16" };
    expect(parseEnv({ ...complete, ...sizes })).toMatchObject({ WORKER_CONCURRENCY: 16 });
    expect(() => parseEnv({ ...complete, ...sizes, WORKER_CONCURRENCY: "17" })).toThrow(
      /WORKER_CONCURRENCY: is at most 4 times DATABASE_POOL_SIZE/,
    );
    expect(() => parseEnv({ ...complete, DATABASE_POOL_SIZE: "2", WORKER_CONCURRENCY: "200" })).toThrow(
      /WORKER_CONCURRENCY/,
    );
  });

  it("knows how many connections a process takes at most", () => {
    const env = parseEnv(complete);
    expect([mostConnections("web", env), mostConnections("worker", env)]).toEqual([31, 27]);
    expect(mostConnections("worker", { ...env, REDIS_URL: "redis://queue.example.test" })).toBe(21);
  });
});
