import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { originOf } from "#app/adapters/devstore-fetch.server.ts";
import { env } from "#app/env.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { ReadBulkResult } from "#app/ports.ts";

/** Where Shopify keeps results of bulk operations. The address comes from an answer, so it is checked like any input. */
const STORAGE_HOSTS = [
  /^storage\.googleapis\.com$/,
  /(^|\.)shopify\.com$/,
  /(^|\.)shopifycloud\.com$/,
  /\.myshopify\.com$/,
];
/** One record is a few kilobytes; a line without end must not fill the memory. */
const LONGEST_LINE = 8 * 1024 * 1024;
const DEADLINE = minutes(30);

/** Streams a finished bulk operation's JSONL, one line at a time and in constant memory. Throws when the stream breaks. */
export const readBulkResult: ReadBulkResult = async function* readBulkResult(url) {
  const response = await fetch(checkedUrl(url), { redirect: "error", signal: AbortSignal.timeout(DEADLINE) });
  if (!response.ok || !response.body) throw new Error(`The bulk result answered ${response.status}`);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of Readable.fromWeb(response.body as NodeStream)) {
    const lines = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw new Error("A line of the bulk result is too long");
    yield* lines.filter((line) => line.trim() !== "");
  }
  if (rest.trim() !== "") yield rest;
};

function checkedUrl(given: string): string {
  const url = originOf(given, env.DEVSTORE_ORIGIN);
  const { protocol, hostname, origin } = new URL(url);
  if (env.DEVSTORE_ORIGIN && origin === new URL(env.DEVSTORE_ORIGIN).origin) return url;
  if (protocol === "https:" && STORAGE_HOSTS.some((host) => host.test(hostname))) return url;
  throw new Error("The bulk result is not at one of Shopify's storage hosts");
}
