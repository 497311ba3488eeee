import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";

export type Tracing = {
  /** Sends what is still to be sent, for a few seconds at most. */
  flush: () => Promise<void>;
};

const nothing: Tracing = { flush: async () => {} };
/** A collector that hangs must not keep the process from stopping. */
const EXPORT_WITHIN = seconds(3);

/**
 * Traces go to the collector at OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP). Without one nothing is loaded, and `traced`
 * costs a function call.
 */
export async function startTracing(process: "web" | "worker"): Promise<Tracing> {
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return nothing;
  const { exportTraces } = await import("#app/export-traces.server.ts");
  const provider = exportTraces({
    service: env.OTEL_SERVICE_NAME,
    process,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
    within: EXPORT_WITHIN,
  });
  return {
    flush: async () => {
      try {
        await provider.shutdown();
      } catch (err) {
        logger.warn({ err }, "the last traces were not sent");
      }
    },
  };
}
