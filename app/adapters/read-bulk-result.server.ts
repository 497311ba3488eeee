import type { ReadableStream as NodeStream } from "node:stream/web";
import { originOf } from "#app/adapters/devstore-fetch.server.ts";
import { env } from "#app/env.server.ts";
import { minutes, seconds } from "#app/lib/duration.ts";
import { splitLines } from "#app/lib/split-lines.ts";
import type { BulkLines, BulkPlace, ReadBulkResult } from "#app/ports.ts";

/** Where Shopify keeps results of bulk operations. The address comes from an answer, so it is checked like any input. */
const STORAGE_HOSTS = [
  /^storage\.googleapis\.com$/,
  /(^|\.)shopify\.com$/,
  /(^|\.)shopifycloud\.com$/,
  /\.myshopify\.com$/,
];
/** One record is a few kilobytes; a line without end must not fill the memory. */
const LONGEST_LINE = 8 * 1024 * 1024;
const ANSWERS_WITHIN = seconds(30);
const DEADLINE = minutes(30);
const NEWLINE = 10;
/** What storage says of an address that has expired, of a result removed after its seven days, or of one that is shorter. */
const GONE = new Set([400, 401, 403, 404, 410, 416]);

/**
 * Asks for the rest only, and for the newline before it, which proves that the place is the end of a line of this very file.
 * A storage that sends the whole all the same is read over, line by line, to the same place.
 */
export const readBulkResult: ReadBulkResult = async (url, from = { line: 0, byte: 0 }) => {
  const silence = new AbortController();
  const deadline = AbortSignal.any([silence.signal, AbortSignal.timeout(DEADLINE)]);
  const timer = setTimeout(() => silence.abort(new Error("The bulk result did not answer")), ANSWERS_WITHIN);
  const response = await ask(checkedUrl(url), from, deadline).finally(() => clearTimeout(timer));
  if (GONE.has(response.status)) {
    await response.body?.cancel();
    return { outcome: "gone" };
  }
  if (!response.ok || !response.body) throw new Error(`The bulk result answered ${response.status}`);
  return {
    outcome: "found",
    stretches: stretchesFrom(response, response.body as NodeStream<Uint8Array>, from),
  };
};

function ask(url: string, from: BulkPlace, signal: AbortSignal): Promise<Response> {
  // Bytes are counted as they lie in storage, so they must come as they lie there.
  const headers = new Headers({ "Accept-Encoding": "identity" });
  if (from.byte > 0) headers.set("Range", `bytes=${from.byte - 1}-`);
  return fetch(url, { redirect: "error", signal, headers });
}

async function* stretchesFrom(
  response: Response,
  body: NodeStream<Uint8Array>,
  from: BulkPlace,
): AsyncGenerator<BulkLines> {
  if (response.status !== 206) {
    const packed = (response.headers.get("content-encoding") ?? "identity") !== "identity";
    for await (const { end, ...found } of overread(linesOf(body, { line: 0, byte: 0 }), from.line))
      yield { ...found, end: packed ? { ...end, byte: 0 } : end };
    return;
  }
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1]);
  if (start !== from.byte - 1) throw new Error("The bulk result answered another range");
  // The newline itself makes an empty line, which is dropped.
  yield* linesOf(body, { line: from.line, byte: start }, (first) => {
    if (first !== NEWLINE) throw new Error("The bulk result is not the one that was begun");
  });
}

/** Drops the lines before a place. */
async function* overread(stretches: AsyncIterable<BulkLines>, skip: number): AsyncGenerator<BulkLines> {
  for await (const stretch of stretches) {
    const { lines, end } = stretch;
    if (end.line <= skip) continue;
    const before = end.line - lines.length;
    const left = lines.slice(skip - before);
    yield before < skip ? { lines: left, bytes: Buffer.from(left.join("\n")), end } : stretch;
  }
}

async function* linesOf(
  body: NodeStream<Uint8Array>,
  from: BulkPlace,
  checkFirst: (byte: number | undefined) => void = () => {},
): AsyncGenerator<BulkLines> {
  let { line, byte } = from;
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let checked = false;
  for await (const bytes of body) {
    if (!checked) checkFirst(bytes[0]);
    checked = true;
    const last = endOfStretch(bytes);
    if (last < 0) {
      rest.push(bytes);
      restBytes += bytes.length;
      if (restBytes > LONGEST_LINE) throw new Error("A line of the bulk result is too long");
      continue;
    }
    // A cut at a newline never falls inside a character.
    const whole = Buffer.concat([...rest, bytes.subarray(0, last)]);
    const lines = splitLines(whole);
    line += lines.length;
    byte += restBytes + last + 1;
    rest = [bytes.subarray(last + 1)];
    restBytes = bytes.length - last - 1;
    if (lines.length > 0) yield { lines, bytes: whole, end: { line, byte } };
  }
  // As if a newline stood there: what is asked for after it is not there (416), and the operation is run again.
  const whole = Buffer.concat(rest);
  const lines = splitLines(whole);
  if (lines.length > 0)
    yield { lines, bytes: whole, end: { line: line + lines.length, byte: byte + restBytes + 1 } };
}

const OF_ANOTHER = Buffer.from('"__parentId"'); // in a text its quotes would be escaped

/**
 * Where a stretch may end so that what belongs together stays so: at the last newline between somebody's child and a record that
 * is nobody's; else before the last record that is nobody's; else at the last newline.
 */
function endOfStretch(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(NEWLINE);
  let beforeRoot = -1;
  for (let end = last, rootFollows = false; end > 0;) {
    const before = bytes.lastIndexOf(NEWLINE, end - 1);
    if (before < 0) break;
    const isChild = Buffer.from(bytes.buffer, bytes.byteOffset + before, end - before).includes(OF_ANOTHER);
    if (isChild && rootFollows) return end;
    if (!isChild && beforeRoot < 0) beforeRoot = before;
    rootFollows = !isChild;
    end = before;
  }
  return beforeRoot < 0 ? last : beforeRoot;
}

function checkedUrl(given: string): string {
  const url = originOf(given, env.DEVSTORE_ORIGIN);
  const { protocol, hostname, origin } = new URL(url);
  if (env.DEVSTORE_ORIGIN && origin === new URL(env.DEVSTORE_ORIGIN).origin) return url;
  if (protocol === "https:" && STORAGE_HOSTS.some((host) => host.test(hostname))) return url;
  throw new Error("The bulk result is not at one of Shopify's storage hosts");
}
