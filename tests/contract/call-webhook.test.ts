// The webhook port against a real TLS server: where it goes, and what each way of answering (or not answering) means.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { createServer as createPlain, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { makeCallWebhook, type WebhookOptions } from "#app/adapters/call-webhook.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";

const pem = (name: string) =>
  readFileSync(new URL(`../fixtures/tls/hooks.${name}.pem`, import.meta.url), "utf8");
const ca = pem("cert");
const URL_OF_SHOP = "https://hooks.example.com/attune?to=team";
const HERE = { address: "127.0.0.1", family: 4 };

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

type Taken = { method: string; url: string; host: string; type: string; body: string; signature: string };
type Answer = { status: number; headers?: Record<string, string> } | "hang" | "drop";

async function receiver(answer: Answer) {
  const taken: Taken[] = [];
  const sockets = new Set<Duplex>();
  const server: Server = createServer({ key: pem("key"), cert: ca }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      taken.push({
        ...{ method, url, host: headers.host ?? "", type: headers["content-type"] ?? "" },
        body: Buffer.concat(chunks).toString("utf8"),
        signature: String(headers["attune-signature"]),
      });
      if (answer === "drop") request.socket.destroy();
      else if (answer !== "hang") response.writeHead(answer.status, answer.headers).end("thank you");
    });
  });
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  running.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });
  return { taken, port: (server.address() as AddressInfo).port };
}

const calling = (options: WebhookOptions, url = URL_OF_SHOP) =>
  makeCallWebhook({ resolve: () => Promise.resolve([HERE]), isAllowed: () => true, ca, ...options })({
    url,
    body: '{"id":"1"}',
    headers: { "Attune-Signature": "t=1,v1=ab" },
  });

describe("a webhook", () => {
  it("is one POST of JSON, to the address that was looked up, under the name it has", async () => {
    const { taken, port } = await receiver({ status: 204 });
    expect(await calling({ port })).toEqual({ outcome: "accepted", status: 204 });
    expect(taken).toEqual([
      {
        method: "POST",
        url: "/attune?to=team",
        host: "hooks.example.com",
        type: "application/json; charset=utf-8",
        body: '{"id":"1"}',
        signature: "t=1,v1=ab",
      },
    ]);
  });

  it.each([
    [{ status: 200 }, { outcome: "accepted", status: 200 }],
    [{ status: 400 }, { outcome: "refused", status: 400 }],
    [{ status: 410 }, { outcome: "refused", status: 410 }],
    [{ status: 429 }, { outcome: "deferred", status: 429 }],
    [{ status: 503 }, { outcome: "deferred", status: 503 }],
  ])("that is answered %o is %o", async (answer, outcome) => {
    const { port } = await receiver(answer);
    expect(await calling({ port })).toEqual(outcome);
  });

  it("follows no redirect", async () => {
    const elsewhere = await receiver({ status: 200 });
    const { port } = await receiver({
      status: 307,
      headers: { Location: `https://hooks.example.com:${elsewhere.port}/` },
    });
    expect(await calling({ port })).toEqual({ outcome: "refused", status: 307 });
    expect(elsewhere.taken).toEqual([]);
  });

  it("may have arrived when nobody answers", async () => {
    const silent = await receiver("hang");
    expect(await calling({ port: silent.port, deadline: milliseconds(400) })).toEqual({
      outcome: "unknown",
      reason: "timed_out",
    });
    const broken = await receiver("drop");
    expect(await calling({ port: broken.port })).toMatchObject({ outcome: "unknown" });
  });

  it("has not left when there is no connection, or not to whom it is for", async () => {
    const { port } = await receiver({ status: 200 });
    const closed = createPlain();
    await new Promise<void>((listening) => closed.listen(0, "127.0.0.1", listening));
    const { port: nobody } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(await calling({ port: nobody })).toEqual({ outcome: "unreachable", reason: "ECONNREFUSED" });
    // Another's certificate: whoever answers there is not whom the shop named.
    expect(await calling({ port }, "https://others.example.com/")).toMatchObject({ outcome: "unreachable" });
    expect(await calling({ port, ca: undefined })).toMatchObject({ outcome: "unreachable" });
    const nameless = () => Promise.reject(new Error("ENOTFOUND"));
    expect(await calling({ resolve: nameless })).toEqual({
      outcome: "unreachable",
      reason: "name_not_found",
    });
    const stuck = () => new Promise<never>(() => undefined);
    expect(await calling({ resolve: stuck, deadline: milliseconds(50) })).toEqual({
      outcome: "unreachable",
      reason: "name_not_found",
    });
  });

  it("goes to another address of the name while nothing can have left", async () => {
    const { taken, port } = await receiver({ status: 200 });
    const resolve = () => Promise.resolve([{ address: "127.0.0.9", family: 4 }, HERE]);
    expect(await calling({ port, resolve, deadline: seconds(5) })).toEqual({
      outcome: "accepted",
      status: 200,
    });
    expect(taken).toHaveLength(1);
  });
});

describe("what only we can reach", () => {
  const open = { isAllowed: undefined };

  it.each(["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1", "100.64.0.1"])(
    "is not called under a name that says %s",
    async (address) => {
      const { taken, port } = await receiver({ status: 200 });
      const resolve = () => Promise.resolve([{ address, family: 4 }]);
      expect(await calling({ ...open, port, resolve })).toEqual({
        outcome: "forbidden",
        reason: "not_public",
      });
      expect(taken).toEqual([]);
    },
  );

  it("is not called where only one of several addresses is", async () => {
    const resolve = () => Promise.resolve([{ address: "1.1.1.1", family: 4 }, HERE]);
    expect(await calling({ ...open, resolve })).toEqual({ outcome: "forbidden", reason: "not_public" });
  });

  it.each([
    ["http://hooks.example.com/", "not_https"],
    ["https://127.0.0.1/", "not_public"],
    ["https://localhost/", "not_public"],
    ["https://hooks.example.com:8443/", "other_port"],
    ["https://a:b@hooks.example.com/", "with_password"],
  ])("%s is not even looked up", async (url, reason) => {
    const resolve = () => Promise.reject(new Error("It was looked up"));
    expect(await calling({ resolve }, url)).toEqual({ outcome: "forbidden", reason });
  });

  it("is looked up once, so that a name that answers otherwise the next time changes nothing", async () => {
    const { taken, port } = await receiver({ status: 200 });
    const answers = [[HERE], [{ address: "10.0.0.1", family: 4 }]];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    expect(await calling({ port, resolve })).toEqual({ outcome: "accepted", status: 200 });
    expect([asked, taken.length]).toEqual([1, 1]);
  });
});
