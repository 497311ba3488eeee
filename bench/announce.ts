import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

/** Where a process under test says what it has cost: its own CPU and memory. */
export const COST_PATH = "/bench/cost";
/** CPU in microseconds since the process began, resident memory in bytes. */
export type Cost = { cpuMicros: number; rss: number };

/** Serves on a free port and prints it for the bench that started this process. */
export async function announce(listener: RequestListener): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === COST_PATH) response.end(JSON.stringify(cost()));
    else listener(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  process.once("SIGTERM", () => process.exit(0));
  console.log(`port ${address.port}`);
}

function cost(): Cost {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, rss: process.memoryUsage.rss() };
}
