// The mail port against a real SMTP server: what each way of answering (or not answering) means for the delivery.
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { makeSmtpMail } from "#app/adapters/smtp-mail.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import type { OutgoingMail } from "#app/ports.ts";

const mail: OutgoingMail = {
  messageId: "<k1@inbound.example.test>",
  from: { name: 'Fernweh "Süd", Supply', address: "care@shop.example.test" },
  to: { name: "Ada", address: "ada@shopper.example.test" },
  replyTo: { name: "Fernweh", address: "abc+tok@inbound.example.test" },
  subject: "Re: Where is my parcel?",
  text: "Hello Ada,\n.\nit left on Monday – grüße\n",
  inReplyTo: "<m1@shopper.example.test>",
  references: ["<m0@shopper.example.test>", "<m1@shopper.example.test>"],
};

const timeouts = { connect: seconds(5), greeting: seconds(5), idle: seconds(5), whole: seconds(10) };
type Stage = "connect" | "mail" | "rcpt" | "data";
type Mode = { refuse?: { stage: Stage; code: number }; afterDot?: "drop" | "hang"; login?: boolean };

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

async function sink(mode: Mode) {
  const taken: { raw: string; rcpt: string[]; from: string }[] = [];
  const at = (stage: Stage) =>
    mode.refuse?.stage === stage
      ? Object.assign(new Error("4.0.0 no"), { responseCode: mode.refuse.code })
      : null;
  const server = new SMTPServer({
    authOptional: !mode.login,
    disabledCommands: mode.login ? [] : ["AUTH"],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: (auth, _session, done) =>
      auth.password === "right" ? done(null, { user: "u" }) : done(new Error("no")),
    onConnect: (_session, done) => done(at("connect")),
    onMailFrom: (_address, _session, done) => done(at("mail")),
    onRcptTo: (_address, _session, done) => done(at("rcpt")),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
        const rcpt = session.envelope.rcptTo.map(({ address }) => address);
        if (!mode.refuse) taken.push({ raw: Buffer.concat(chunks).toString("utf8"), rcpt, from });
        if (mode.afterDot === "drop")
          for (const connection of server.connections) socketOf(connection).destroy();
        else if (!mode.afterDot) done(at("data"));
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { taken, port, url: `smtp://127.0.0.1:${port}` };
}

/** smtp-server hands out no socket; its connections hold it. */
const socketOf = (connection: unknown) => (connection as { _socket: Socket })._socket;

async function tcp(onConnection: (socket: Socket) => void) {
  const server: Server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(() => new Promise((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (url: string, given: Partial<OutgoingMail> = {}) =>
  makeSmtpMail({ url, timeouts })({ ...mail, ...given });
/** For a server that will not answer. */
const sendImpatiently = (url: string, impatience: Partial<typeof timeouts>) =>
  makeSmtpMail({ url, timeouts: { ...timeouts, ...impatience } })(mail);

describe("the mail port", () => {
  it("is accepted with one recipient and the headers as given", async () => {
    const server = await sink({});
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "accepted" });
    expect(server.taken).toHaveLength(1);
    const [{ raw, rcpt, from } = { raw: "", rcpt: [], from: "" }] = server.taken;
    expect(rcpt).toEqual(["ada@shopper.example.test"]);
    expect(from).toBe("care@shop.example.test");
    expect(raw).toContain("Message-ID: <k1@inbound.example.test>");
    expect(raw).toContain("In-Reply-To: <m1@shopper.example.test>");
    expect(raw).toMatch(/References: <m0@shopper\.example\.test>\s+<m1@shopper\.example\.test>/u);
    expect(raw).toContain("abc+tok@inbound.example.test");
  });

  it("lets no name, subject or reference add a header or a recipient", async () => {
    const server = await sink({});
    const evil = "x\r\nBcc: evil@example.test\r\n";
    const outcome = await send(server.url, {
      to: { name: evil, address: mail.to.address },
      from: { name: evil, address: mail.from.address },
      subject: evil,
      references: [evil],
    });
    expect(outcome.outcome).toBe("accepted");
    expect(server.taken[0]?.rcpt).toEqual(["ada@shopper.example.test"]);
    expect(server.taken[0]?.raw).not.toMatch(/^Bcc:/mu);
  });

  it.each<Stage>(["connect", "mail", "rcpt", "data"])("is deferred by a 4xx at %s", async (stage) => {
    const server = await sink({ refuse: { stage, code: 451 } });
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "deferred", code: 451 });
  });

  it.each<Stage>(["mail", "rcpt", "data"])("is rejected by a 5xx at %s", async (stage) => {
    const server = await sink({ refuse: { stage, code: 550 } });
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "rejected", code: 550 });
  });

  it("is deferred by a 421 that closes the connection", async () => {
    const server = await sink({ refuse: { stage: "rcpt", code: 421 } });
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "deferred", code: 421 });
  });

  it("is unknown when the connection drops after the final dot", async () => {
    const server = await sink({ afterDot: "drop" });
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "unknown" });
    expect(server.taken).toHaveLength(1);
  });

  it("is unknown when nothing is said after the final dot", async () => {
    const server = await sink({ afterDot: "hang" });
    await expect(sendImpatiently(server.url, { idle: seconds(1) })).resolves.toMatchObject({
      outcome: "unknown",
    });
  });

  it("is rejected, without a connection, when it cannot be put together", async () => {
    const server = await sink({});
    const headers: Record<string, string> = {};
    Object.defineProperty(headers, "X-Broken", {
      enumerable: true,
      get: () => {
        throw new Error("cannot be read");
      },
    });
    await expect(send(server.url, { headers })).resolves.toMatchObject({ outcome: "rejected", code: 554 });
    expect(server.taken).toHaveLength(0);
  });

  it("is unreachable when nobody listens", async () => {
    const server = await sink({});
    await running.pop()?.();
    await expect(send(server.url)).resolves.toMatchObject({ outcome: "unreachable" });
  });

  it("is unreachable when the server never greets, or hangs up before it did", async () => {
    const silent = await tcp((socket) => socket.on("error", () => undefined));
    await expect(sendImpatiently(silent, { greeting: milliseconds(300) })).resolves.toMatchObject({
      outcome: "unreachable",
    });
    const gone = await tcp((socket) => socket.destroy());
    await expect(send(gone)).resolves.toMatchObject({ outcome: "unreachable" });
  });

  it("ends at its deadline when a server keeps the connection alive without answering", async () => {
    const url = await tcp((socket) => {
      socket.on("error", () => undefined);
      socket.write("220 drip\r\n");
      // Every command is answered with a continuation line that never ends: the idle timeout never comes.
      const drip = setInterval(() => socket.write("250-wait\r\n"), 50);
      socket.on("close", () => clearInterval(drip));
    });
    const outcome = await sendImpatiently(url, { whole: milliseconds(500) });
    expect(outcome).toMatchObject({ outcome: "unreachable" });
  });

  it("logs in with the credentials of the address, and counts a refused login as not sent", async () => {
    const server = await sink({ login: true });
    await expect(send(`smtp://u:right@127.0.0.1:${server.port}`)).resolves.toMatchObject({
      outcome: "accepted",
    });
    await expect(send(`smtp://u:wrong@127.0.0.1:${server.port}`)).resolves.toMatchObject({
      outcome: "unreachable",
    });
    expect(server.taken).toHaveLength(1);
  });
});
