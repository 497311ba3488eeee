import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { StartedServer } from "./start-process.ts";

export type Measured = { perSecond: number; p50: number; p99: number; cpuMicros: number; answered: number };

type Given = { body: Buffer; headers: Record<string, string>; connections: number; seconds: number };

/** What is new in every request: Shopify gives each delivery and each event an id of its own. */
const ID_HEADERS = ["x-shopify-webhook-id", "x-shopify-event-id"];
const SUCCESS = /^HTTP\/1\.1 2\d\d /;

/**
 * One body again and again under new webhook ids, from so many connections, each sending its next when it was answered.
 * `cpuMicros` is the server process's CPU per request. Throws when any answer is not 2xx.
 *
 * Over plain sockets: sender, server and database share the machine's cores, and a client library that makes each request anew
 * takes more of them than the door does.
 */
export async function load(server: StartedServer, given: Given): Promise<Measured> {
  const before = await server.cost();
  const began = performance.now();
  const until = began + given.seconds * 1_000;
  const took = (
    await Promise.all(Array.from({ length: given.connections }, () => converse(server.url, given, until)))
  ).flat();
  const seconds = (performance.now() - began) / 1_000;
  const after = await server.cost();
  const sorted = took.toSorted((a, b) => a - b);
  const atShare = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return {
    perSecond: took.length / seconds,
    p50: atShare(0.5),
    p99: atShare(0.99),
    cpuMicros: (after.cpuMicros - before.cpuMicros) / took.length,
    answered: took.length,
  };
}

/** One connection: request, answer, request. Answers how long each took, in milliseconds. */
async function converse(url: string, given: Given, until: number): Promise<number[]> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  socket.on("error", () => {}); // its connection closes then, which answerOf tells
  const { request, renew } = prepare(url, given);
  const took: number[] = [];
  for (let now = performance.now(); now < until;) {
    renew();
    const answer = answerOf(socket);
    socket.write(request);
    const head = await answer;
    if (!SUCCESS.test(head)) throw new Error(`Refused: ${head.split("\r\n", 1)[0]}`);
    const ended = performance.now();
    took.push(ended - now);
    now = ended;
  }
  socket.destroy();
  return took;
}

/** The bytes of a request, in which only the ids are written anew. */
function prepare(url: string, { body, headers }: Given): { request: Buffer; renew: () => void } {
  const { pathname, host } = new URL(url);
  const ids = Object.fromEntries(ID_HEADERS.map((name) => [name, randomUUID()]));
  const lines = Object.entries({ host, ...headers, "content-length": String(body.length), ...ids });
  const head = `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const request = Buffer.concat([Buffer.from(head, "latin1"), body]);
  const places = Object.values(ids).map((id) => head.indexOf(id));
  return { request, renew: () => places.forEach((at) => request.write(randomUUID(), at, "latin1")) };
}

/** The head of the next answer, when all of it is there. None has a body. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const broken = () => reject(new Error("The connection broke"));
    const onData = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (!isWhole(text)) return;
      socket.off("data", onData).off("close", broken);
      resolve(text);
    };
    socket.on("data", onData).once("close", broken);
  });
}

const isWhole = (text: string) =>
  text.endsWith(/\r\ntransfer-encoding: chunked\r\n/i.test(text) ? "\r\n\r\n0\r\n\r\n" : "\r\n\r\n");
