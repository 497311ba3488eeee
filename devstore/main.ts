import { parseArgs } from "node:util";
import { z } from "zod";
import type { StartOptions } from "./options.ts";
import { startDevstore } from "./start.ts";

const port = z.coerce.number().int().min(0).max(65_535).default(0);
const flags = z.object({
  port,
  host: z.string().optional(),
  "data-dir": z.string().optional(),
  "app-url": z.url(),
  "api-key": z.string().min(1),
  "api-secret": z.string().min(1),
  "smtp-port": port,
  "inbound-url": z.url().optional(),
  "inbound-token": z.string().optional(),
  toml: z.string().optional(),
});

/** `node devstore/main.ts --app-url URL --api-key K --api-secret S [--port N] [--data-dir DIR] …`; prints `{url, smtpPort}` when it listens. */
async function main(): Promise<void> {
  const names = Object.keys(flags.shape);
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
  });
  const parsed = flags.safeParse(values);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    process.stderr.write(`devstore: --${issue?.path.join(".")}: ${issue?.message}\n`);
    process.exitCode = 2;
    return;
  }
  const devstore = await startDevstore(optionsOf(parsed.data));
  process.stdout.write(`${JSON.stringify({ url: devstore.url, smtpPort: devstore.smtpPort })}\n`);
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    void devstore.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function optionsOf(given: z.infer<typeof flags>): StartOptions {
  const optional = {
    host: given.host,
    dataDir: given["data-dir"],
    inboundUrl: given["inbound-url"],
    inboundToken: given["inbound-token"],
    toml: given.toml,
  };
  return {
    port: given.port,
    smtpPort: given["smtp-port"],
    appUrl: given["app-url"],
    apiKey: given["api-key"],
    apiSecret: given["api-secret"],
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

await main();
