import { BullMQOtel } from "bullmq-otel";
import { env } from "#app/env.server.ts";

/**
 * What a Queue or a Worker is given so that the time a job spends in BullMQ is part of its trace. Nothing when nobody traces.
 * Asked for when the queue is made: a tracer of another copy of OpenTelemetry's API that is taken earlier stays without effect.
 */
export const queueTelemetry = () =>
  env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? {}
    : { telemetry: new BullMQOtel({ tracerName: "bullmq" }) };

/** How a message carries the trace of the job it is about: the queue is fed by a relay that serves many traces at once. */
export const carriedTrace = (trace: string | null) =>
  trace === null
    ? {}
    : { telemetry: { metadata: JSON.stringify({ traceparent: trace }), omitContext: false } };
