import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";

const spansSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: z.unknown() })) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              attributes: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type CollectedSpan = z.infer<
  typeof spansSchema
>["resourceSpans"][number]["scopeSpans"][number]["spans"][number] & { process: string };

/** An OTLP collector that keeps what it was sent. */
export async function startCollector() {
  const spans: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const sent = spansSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      for (const { resource, scopeSpans } of sent.resourceSpans) {
        const process = JSON.stringify(
          resource.attributes.find(({ key }) => key === "attune.process")?.value ?? "",
        );
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) spans.push({ ...span, process });
      }
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
