// Stops whoever writes into a table: the moment between two stages, held open for as long as a test wants.
import pg from "pg";
import { until } from "./program.ts";

export type HeldTable = {
  /** Resolves when somebody waits to write into it. */
  reached: () => Promise<void>;
  /** Lets go of it. */
  letGo: () => Promise<void>;
};

/** Who reads it is not stopped. */
export async function holdTable(
  databaseUrl: string,
  table: "outreaches" | "drafts" | "deliveries",
): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A test that fails lets go of nothing: its database goes away under the lock.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  return {
    reached: async () => {
      await until(`somebody waits to write into ${table}`, async () => {
        const { rowCount } = await client.query(
          `SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
          [table],
        );
        return (rowCount ?? 0) > 0;
      });
    },
    letGo: async () => {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}
