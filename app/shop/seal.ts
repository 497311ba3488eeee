import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { z } from "zod";
import { searchWords } from "#app/shop/search-words.ts";

/**
 * The keys of one shop, derived from its data key. They live in memory only, and those that seal or index as key objects: Node
 * takes several times as long to do so with the bytes of a key.
 */
export type ShopKeys = {
  shopId: string;
  encrypt: KeyObject;
  index: KeyObject;
  search: KeyObject;
  /** Stands before what is digested, so it is text. */
  content: string;
};

/** Where a sealed value stands: table, column and row. It is authenticated, so a value moved elsewhere does not open. */
export type SealContext = `${string}.${string}:${string}`;

/** Nothing was altered: a later release sealed it, or nothing did. */
export class UnknownSeal extends Error {}

const PLAIN = 1;
const PACKED = 2;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function deriveShopKeys(shopId: string, dataKey: Buffer): ShopKeys {
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", dataKey, shopId, purpose, 32)));
  return {
    shopId,
    encrypt: derive("encrypt"),
    index: derive("index"),
    search: derive("search"),
    content: derive("content").export().toString("base64"),
  };
}

/** AES-256-GCM: version, nonce, tag, ciphertext. Version 2 was packed before it was sealed. */
export function sealBytes(keys: ShopKeys, context: SealContext, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return encrypt(keys.encrypt, `${keys.shopId}|${context}`, value);
}

/** Larger values are not packed: the process would stand still for longer than a millisecond. */
const PACKED_UP_TO = 256 * 1024;

/**
 * `sealBytes` of a text that is worth packing first: Shopify's JSON takes a quarter of the space then, and everything after it
 * less time. In pieces that belong together, for who puts many of them into one buffer and need not copy each before.
 */
export function sealPacked(keys: ShopKeys, context: SealContext, value: Uint8Array): Uint8Array[] {
  const associated = `${keys.shopId}|${context}`;
  if (value.length > PACKED_UP_TO) return encryptInPieces(keys.encrypt, { associated, value });
  const packed = deflateRawSync(value, { level: 1 });
  return encryptInPieces(keys.encrypt, { associated, value: packed, version: PACKED });
}

/** Throws when the bytes were altered, moved, or sealed by another shop's key. */
export function openBytes(keys: ShopKeys, context: SealContext, sealed: Uint8Array): Buffer {
  return decrypt(keys.encrypt, `${keys.shopId}|${context}`, sealed);
}

export function sealJson(keys: ShopKeys, context: SealContext, value: unknown): Uint8Array<ArrayBuffer> {
  return sealBytes(keys, context, Buffer.from(JSON.stringify(value)));
}

/** Opens and parses; the stored JSON is a door like any other. */
export function openJson<T extends z.ZodType>(
  keys: ShopKeys,
  sealed: { context: SealContext; bytes: Uint8Array },
  schema: T,
): z.infer<T> {
  return schema.parse(JSON.parse(openBytes(keys, sealed.context, sealed.bytes).toString("utf8")));
}

/** Equality without plain text: the same value of the same kind gives the same index within one shop. */
export function blindIndex(
  keys: ShopKeys,
  kind: "email" | "mail-id" | "phone" | "proof-code",
  value: string,
): string {
  return createHmac("sha256", keys.index)
    .update(`${kind}|${value.trim().toLowerCase()}`)
    .digest("base64url")
    .slice(0, 32);
}

/**
 * A short digest of a text, which tells nothing to who guesses it. Most of the hash is left away, so that nobody can go on from
 * its end; in one call it costs a third of an HMAC.
 *
 * @param length in characters of six bits, at most 20
 */
export function contentDigest(keys: ShopKeys, text: string, length: number): string {
  return hash("sha256", keys.content + text, "base64url").slice(0, length);
}

/**
 * Keyed tokens of a text: whole words, and prefixes from three letters, so that text can be searched without being readable. With and
 * without their accents; of scripts without spaces each two letters side by side.
 */
export function searchTokens(keys: ShopKeys, text: string, limit = 2_000): string[] {
  const tokens = new Set<string>();
  for (const { forms, pairs } of searchWords(text)) {
    for (const word of forms) {
      tokens.add(wordToken(keys, word));
      const longest = longestPrefix(word);
      for (let end = 3; end < word.length && end <= longest; end += 1)
        tokens.add(prefixToken(keys, word.slice(0, end)));
    }
    for (const pair of pairs) tokens.add(wordToken(keys, pair));
    if (tokens.size >= limit) break;
  }
  return [...tokens].slice(0, limit);
}

/**
 * What a query must be found with: one token of each list. Each word is looked for whole or, from three letters, as a prefix, as it is
 * written or without its accents; a word of a script without spaces wherever its letters stand so.
 */
export function queryTokens(keys: ShopKeys, query: string): string[][] {
  return searchWords(query).flatMap(({ forms, pairs, isUnspaced }) => {
    const whole = forms.flatMap((word) => [
      wordToken(keys, word),
      ...(word.length >= 3 ? [prefixToken(keys, word.slice(0, longestPrefix(word)))] : []),
    ]);
    if (!isUnspaced || pairs.length === 0) return [whole];
    return pairs.map((pair) => [...new Set([wordToken(keys, pair), ...whole])]);
  });
}

/** In letters. Words differ within the first eleven; of a carrier's tracking numbers the first ten may be the same. */
const longestPrefix = (word: string) => (/\p{N}/u.test(word) ? 20 : 11);

const wordToken = (keys: ShopKeys, word: string) => token(keys, `w|${word}`);
const prefixToken = (keys: ShopKeys, prefix: string) => token(keys, `p|${prefix}`);
const token = (keys: ShopKeys, value: string) =>
  createHmac("sha256", keys.search).update(value).digest("base64url").slice(0, 11);

/** Seals with the deployment's newest key: wrapped shop keys, sessions, webhooks of shops we do not know. */
export function sealWithDeploymentKey(
  keys: Buffer[],
  context: string,
  value: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const [newest] = keys;
  if (!newest) throw new Error("No deployment key");
  return Buffer.concat([keyId(newest), encrypt(newest, `deployment|${context}`, value)]);
}

/** Opens with whichever deployment key sealed it (key rotation). Throws when that key is no longer configured. */
export function openWithDeploymentKey(keys: Buffer[], context: string, sealed: Uint8Array): Buffer {
  const id = Buffer.from(sealed.subarray(0, 4));
  const key = keys.find((candidate) => keyId(candidate).equals(id));
  if (!key) throw new Error("Sealed by a deployment key that ENCRYPTION_KEY no longer lists");
  return decrypt(key, `deployment|${context}`, sealed.subarray(4));
}

const keyId = (key: Buffer) => createHash("sha256").update(key).digest().subarray(0, 4);

function encrypt(key: Buffer | KeyObject, associated: string, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return Buffer.concat(encryptInPieces(key, { associated, value }));
}

type Plain = { associated: string; value: Uint8Array; version?: number };

function encryptInPieces(
  key: Buffer | KeyObject,
  { associated, value, version = PLAIN }: Plain,
): Uint8Array[] {
  const iv = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES }).setAAD(
    authenticated(version, associated),
  );
  const ciphertext = cipher.update(value);
  const rest = cipher.final();
  return [Uint8Array.of(version), iv, cipher.getAuthTag(), ciphertext, rest];
}

/** A value's place, and how to read it when that is not as it stands. */
const authenticated = (version: number, associated: string) =>
  Buffer.from(version === PLAIN ? associated : `${version}|${associated}`);

const DRAWN_AT_ONCE = 256;
let nonces = Buffer.alloc(0);

/**
 * Random, and never given twice. Many are drawn at once: to draw one takes half as long as to seal with it. A drawn buffer is
 * never drawn into again, since `sealPacked` gives parts of it away.
 */
function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(IV_BYTES * DRAWN_AT_ONCE);
  const nonce = nonces.subarray(0, IV_BYTES);
  nonces = nonces.subarray(IV_BYTES);
  return nonce;
}

function decrypt(key: Buffer | KeyObject, associated: string, sealed: Uint8Array): Buffer {
  const [version] = sealed;
  if (version !== PLAIN && version !== PACKED) throw new UnknownSeal(`Unknown seal version ${version}`);
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES })
    .setAAD(authenticated(version, associated))
    .setAuthTag(tag);
  const value = Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  return version === PACKED ? inflateRawSync(value, { maxOutputLength: PACKED_UP_TO }) : value;
}
