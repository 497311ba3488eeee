import { PrismaPg } from "adapter-pg-cli";
import pg from "pg";
import { defineConfig } from "prisma/config";

const connectionString = process.env["DATABASE_URL"] ?? "";

// The WebAssembly engine inside the prisma package is used: nothing is downloaded. The newer adapter (an alias)
// reads catalogue columns of type `name`, which the 6.19 one refuses.
export default defineConfig({
  schema: "prisma/schema.prisma",
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => {
    const factory = new PrismaPg({ connectionString, allowExitOnIdle: true }); // the CLI does not close it
    const connect = factory.connect.bind(factory);
    factory.connect = async () => {
      const connection = await connect();
      connection.executeScript = runWholeScript;
      return connection;
    };
    return factory;
  },
});

/** The adapter splits a script at every semicolon, also inside $$ … $$. Sent whole, a migration is also one transaction. */
async function runWholeScript(script: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}
