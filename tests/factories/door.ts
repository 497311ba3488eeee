import { once } from "node:events";
import { Agent, createServer, request, type RequestListener } from "node:http";
import type { makeWebhook } from "#tests/factories/webhook.ts";

export type Answer = { status: number; took: number };

/** An HTTP server on a free port around one listener, and a client for many requests at once. */
export async function startDoor(listener: RequestListener) {
  const server = createServer({ keepAliveTimeout: 65_000 }, listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const { port } = address;
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  return {
    port,
    /** `took` in milliseconds, from the request being sent to the answer's head. */
    send: ({ method, headers, body }: ReturnType<typeof makeWebhook>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        let began = 0;
        const sent = request({ port, host: "127.0.0.1", path: "/webhooks", method, headers, agent });
        sent.once("finish", () => {
          began = performance.now();
        });
        sent.once("response", (response) => {
          resolve({ status: response.statusCode ?? 0, took: performance.now() - began });
          response.resume();
        });
        sent.once("error", reject);
        sent.end(body);
      }),
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
