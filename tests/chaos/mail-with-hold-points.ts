// A mail server that can be stopped at each moment of a delivery, and says what it had taken by then.
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { gate } from "#tests/factories/gate.ts";

/**
 * Where the server stops, chosen by the local part of the address. `answered` stops before its answer too, and can be let go
 * by itself: what is left then is the sender's commit. `none` never stops.
 */
export const holdPoints = ["before-mail", "within-data", "after-dot", "answered", "none"] as const;
export type HoldPoint = (typeof holdPoints)[number];

export type HoldingMail = {
  url: string;
  /** Message-IDs in the order they were taken, with the recipient's local part. */
  taken: { to: string; messageId: string }[];
  /** Resolves when a delivery for this hold point has come to it. */
  reached: (point: HoldPoint) => Promise<void>;
  letGo: (point: HoldPoint) => void;
  /** Resolves when a sender has heard the answer and said goodbye. */
  left: (point: HoldPoint) => Promise<void>;
  /** From now on nothing is held. */
  release: () => void;
  stop: () => Promise<void>;
};

export async function startHoldingMail(): Promise<HoldingMail> {
  const taken: HoldingMail["taken"] = [];
  const gates = new Map(holdPoints.map((point) => [point, { reached: gate(), open: gate(), left: gate() }]));
  /** The server forgets a session's envelope once its mail is taken. */
  const sessions = new Map<string, HoldPoint>();
  const gatesOf = (point: HoldPoint) => gates.get(point) ?? { reached: gate(), open: gate(), left: gate() };
  const goOn = async (point: HoldPoint, who: string, next: () => void) => {
    if (who === point) {
      gatesOf(point).reached.resolve();
      await gatesOf(point).open.promise;
    }
    next();
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 50,
    onMailFrom: (address, _session, done) => {
      // MAIL names no recipient, but the sender's local part says the same.
      void goOn("before-mail", localPart(address), () => done(null));
    },
    onData: (stream, session, done) => {
      const to = localPart(session.envelope.rcptTo[0]);
      const known = holdPoints.find((point) => point === to);
      if (known) sessions.set(session.id, known);
      const chunks: Buffer[] = [];
      const read = () => {
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const messageId = /^Message-ID: (\S+)/imu.exec(Buffer.concat(chunks).toString("utf8"))?.[1] ?? "";
          taken.push({ to, messageId });
          const point = to === "answered" ? "answered" : "after-dot";
          void goOn(point, to, () => done(null, "taken"));
        });
      };
      void goOn("within-data", to, read);
    },
    onClose: (session) => {
      const point = sessions.get(session.id);
      if (point) gatesOf(point).left.resolve();
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    reached: (point) => gatesOf(point).reached.promise,
    letGo: (point) => gatesOf(point).open.resolve(),
    left: (point) => gatesOf(point).left.promise,
    release: () => {
      // What a killed sender left open is cut off first: a peer that is gone sends no more.
      for (const connection of server.connections)
        (connection as unknown as { _socket: Socket })._socket.destroy();
      for (const { open } of gates.values()) open.resolve();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const localPart = (address: { address: string } | undefined) => address?.address.split("@")[0] ?? "";
