import { once } from "node:events";
import type { Server } from "node:http";

/** Listens on a free port and prints it for the bench that started this process. */
export async function announce(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  console.log(`port ${address.port}`);
}
