import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deriveShopKeys, openBytes, sealBytes, sealPacked, type SealContext } from "#app/shop/seal.ts";

const keys = deriveShopKeys("one-shop", randomBytes(32));
const HERE: SealContext = "webhook_deliveries.sealed_body:1";
const order = Buffer.from(
  JSON.stringify({ lines: Array.from({ length: 80 }, (_, id) => ({ id, title: "Mug" })) }),
);
const packed = (value: Uint8Array) => Buffer.concat(sealPacked(keys, HERE, value));

describe("sealing", () => {
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["text", order],
    ["bytes that do not become fewer", randomBytes(5_000)],
    ["more than is packed", randomBytes(300 * 1024)],
  ])("opens %s as it was, packed or not", (_what, value) => {
    expect(openBytes(keys, HERE, packed(value)).equals(value)).toBe(true);
    expect(openBytes(keys, HERE, sealBytes(keys, HERE, value)).equals(value)).toBe(true);
  });

  it("takes less space for a packed text", () => {
    expect(packed(order).length).toBeLessThan(order.length / 3);
  });

  it("does not open what was altered, moved, or is another shop's", () => {
    const other = deriveShopKeys("other-shop", randomBytes(32));
    for (const sealed of [packed(order), sealBytes(keys, HERE, order)]) {
      expect(() => openBytes(keys, "webhook_deliveries.sealed_body:2", sealed)).toThrow(/authenticate/);
      expect(() => openBytes(other, HERE, sealed)).toThrow(/authenticate/);
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(altered.length - 1) ^ 1, altered.length - 1);
      expect(() => openBytes(keys, HERE, altered)).toThrow(/authenticate/);
    }
  });

  it("does not read a packed value as a plain one, nor the other way round", () => {
    for (const sealed of [packed(order), Buffer.from(sealBytes(keys, HERE, order))]) {
      sealed[0] = sealed[0] === 1 ? 2 : 1;
      expect(() => openBytes(keys, HERE, sealed)).toThrow(/authenticate/);
      sealed[0] = 3;
      expect(() => openBytes(keys, HERE, sealed)).toThrow(/seal version/);
    }
  });
});
