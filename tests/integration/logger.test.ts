import type { Writable } from "node:stream";
import pino from "pino";
import { expect, it, vi } from "vitest";
import { forShop } from "#app/db.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

it("the log quotes no value that a failed query stumbled over", async () => {
  const { shop } = await makeShop();
  const data = { shopId: shop.id, address: "ana.lindqvist@shopper.example", name: "Ana Lindqvist" };
  const inShop = forShop(shop.id);
  await inShop((tx) => tx.sendingAddress.create({ data }));
  const twice = await inShop((tx) => tx.sendingAddress.create({ data })).catch((error: unknown) => error);
  const wrong = await inShop((tx) =>
    tx.sendingAddress.create({ data: { ...data, isDefault: "Ana Lindqvist" as unknown as boolean } }),
  ).catch((error: unknown) => error);
  // What makes this worth a test: the errors themselves do quote it.
  expect(String(wrong)).toContain("Ana Lindqvist");

  const stream = Object(logger)[pino.symbols.streamSym] as Writable;
  const written = vi.spyOn(stream, "write").mockReturnValue(true);
  const log = logger.child({}, { level: "warn" });
  for (const err of [twice, wrong]) log.warn({ err }, "it failed");
  const lines = written.mock.calls.map(([line]) => String(line));
  written.mockRestore();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/"type":"PrismaClientKnownRequestError","code":"P2002"/);
  expect(lines[1]).toMatch(/"type":"PrismaClientValidationError","at":\["tests\/integration\/logger/);
  for (const line of lines) expect(line).not.toMatch(/lindqvist/iu);
});
