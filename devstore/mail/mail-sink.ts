import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { MailSink } from "../context.ts";
import { createBehaviour, type Behaviour } from "./behaviour.ts";
import { openMailboxFile, type MailboxFile } from "./mailbox-file.ts";
import { readMessage } from "./read-message.ts";

type MailSinkOptions = {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Folder of `mailbox.json`; without it nothing is kept. */
  dataDir?: string;
  now: () => Date;
  /** What becomes of a mail once it is taken, besides being shown. */
  onTaken?: (raw: Uint8Array, recipients: string[]) => void;
};

type DataCallback = (error?: Error | null, message?: string) => void;

/**
 * The mail server of every shopper: takes all mail by SMTP and shows it in the mailbox. A message is acknowledged after it
 * is in the file. How it answers can be changed for tests, see `MailBehaviour`.
 */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const file = openMailboxFile(options.dataDir ? join(options.dataDir, "mailbox.json") : undefined);
  const behaviour = createBehaviour();
  const server = createServer({ file, behaviour, now: options.now, onTaken: options.onTaken });
  const port = await listen(server, options);

  return {
    port,
    messages: () => file.contents.received.toReversed(),
    sent: () => file.contents.sent.toReversed(),
    async recordSent(message) {
      file.contents.sent.push(message);
      await file.save();
    },
    behaviour: behaviour.current,
    setBehaviour: behaviour.set,
    async close() {
      behaviour.release();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await file.save();
    },
  };
}

type Mailbox = { file: MailboxFile; behaviour: Behaviour } & Pick<MailSinkOptions, "now" | "onTaken">;

function createServer(mailbox: Mailbox): SMTPServer {
  const { behaviour } = mailbox;
  const server = new SMTPServer({
    authOptional: true,
    // Credentials in SMTP_URL are taken, whatever they are: this is everyone's mailbox.
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "anyone" }),
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    closeTimeout: 500,
    onRcptTo(address, _session, callback) {
      const refusal = behaviour.current().onRcpt ? behaviour.applying([address.address]).onRcpt : undefined;
      callback(refusal ? smtpError(refusal.code, refusal.message) : null);
    },
    onData: (stream, session, callback) => void answer(stream, session, callback),
  });
  // A sender that goes away in the middle is no fault of the mailbox.
  server.on("error", () => undefined);

  async function answer(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: DataCallback,
  ): Promise<void> {
    try {
      const raw = await bytesOf(stream);
      if (stream.sizeExceeded) throw smtpError(552, "5.3.4 Message too large");
      callback(null, await take(mailbox, raw, { session, drop: () => socketOf(server, session)?.destroy() }));
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return server;
}

/** Answers one whole message as the behaviour says; throws what is to be said instead of 250. */
async function take(
  { file, behaviour, now, onTaken }: Mailbox,
  raw: Uint8Array,
  { session, drop }: { session: SMTPServerSession; drop: () => void },
): Promise<string> {
  const envelope = envelopeOf(session);
  const applied = behaviour.current().onRcpt ? {} : behaviour.applying(envelope.to);
  const action = applied.onData ?? "accept";
  if (action === "defer") throw smtpError(451, "4.3.2 Try again later");
  if (action === "reject") throw smtpError(554, "5.7.1 Message refused");
  if (action === "accept" || applied.keep !== false) {
    file.contents.received.push(await readMessage({ raw, envelope, at: now() }));
    await file.save();
    onTaken?.(raw, envelope.to);
  }
  if (action === "drop-after-dot") {
    drop();
    throw smtpError(421, "4.4.2 Connection dropped");
  }
  if (action === "hang-after-dot") await behaviour.hang();
  return "Message accepted";
}

function listen(server: SMTPServer, { port, host }: MailSinkOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.server.address();
      if (address && typeof address === "object") resolve(address.port);
      else reject(new Error("The mailbox's SMTP server has no port."));
    });
  });
}

function envelopeOf(session: SMTPServerSession): { from: string; to: string[] } {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) };
}

/** smtp-server hands out no socket; its set of connections has it, under the session's id. */
function socketOf(server: SMTPServer, session: SMTPServerSession): Socket | undefined {
  type Connection = { id: string; _socket: Socket };
  for (const connection of server.connections as Set<Connection>) {
    if (connection.id === session.id) return connection._socket;
  }
  return undefined;
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
