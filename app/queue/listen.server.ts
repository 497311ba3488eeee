import pg from "pg";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";

export type Listener = {
  /** Makes the connection again when it was lost. */
  check: () => void;
  isListening: () => boolean;
  stop: () => Promise<void>;
};

type Listening = {
  channel: "attune_jobs" | "attune_desk";
  /** The connection's name, by which other processes know this one. */
  application: string;
  heard: (payload: string) => void;
  /** The connection is there (again): what was said meanwhile was not heard. */
  connected: () => void;
  lost?: () => void;
};

/** LISTEN on a connection of its own, which `check` makes again when it was lost. */
export function listen({
  channel,
  application,
  heard,
  connected,
  lost = () => undefined,
}: Listening): Listener {
  let client: pg.Client | null = null;
  let connecting = false;
  let stopped = false;
  const forget = (gone: pg.Client) => {
    const wasListening = client === gone;
    if (wasListening) client = null;
    gone.end().catch(() => {}); // It is gone already.
    if (wasListening) lost();
  };
  const connect = async () => {
    const next = new pg.Client({
      connectionString: env.DATABASE_URL,
      application_name: application,
      keepAlive: true,
      connectionTimeoutMillis: seconds(5),
    });
    next.on("notification", ({ payload = "" }) => heard(payload));
    next.on("error", () => forget(next));
    next.on("end", () => forget(next));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      if (stopped) await next.end();
      else client = next;
    } catch (err) {
      logger.warn({ err, channel }, "cannot listen: what is said is found by polling");
      forget(next);
    }
  };
  const check = () => {
    if (client || connecting || stopped) return;
    connecting = true;
    void connect().finally(() => {
      connecting = false;
      connected();
    });
  };
  check();
  return {
    check,
    isListening: () => client !== null,
    stop: async () => {
      stopped = true;
      const open = client;
      client = null;
      await open?.end();
    },
  };
}
