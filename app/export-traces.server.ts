import { context, diag, DiagLogLevel, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type ReadableSpan,
  type Sampler,
  type SpanExporter,
} from "@opentelemetry/sdk-trace";
import type { Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { traceParent } from "#app/lib/trace-parent.ts";

type Options = { service: string; process: string; ratio: number; within: Duration };

/** Makes every span of this process go to the collector. The only place that speaks to OpenTelemetry's SDK. */
export function exportTraces({ service, process, ratio, within }: Options): TracerProvider {
  diag.setLogger(
    {
      error: () => logger.warn("traces are not exported"),
      warn: () => logger.debug("OpenTelemetry warns"),
      info: () => {},
      debug: () => {},
      verbose: () => {},
    },
    DiagLogLevel.WARN,
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(traceParent);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": service, "attune.process": process }),
    sampler: new ParentBasedSampler({ root: rootsOfOurs(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: withoutWords(new OTLPTraceExporter({ timeoutMillis: within })),
        exportTimeoutMillis: within,
        scheduledDelayMillis: within,
      }),
    ],
  });
  trace.setGlobalTracerProvider(provider);
  return provider;
}

/** A trace begins at a door, a screen or a job of ours. BullMQ's housekeeping would begin one at every turn. */
function rootsOfOurs(ratio: number): Sampler {
  const ours = new TraceIdRatioBasedSampler(ratio);
  const none = new AlwaysOffSampler();
  return {
    // oxlint-disable-next-line max-params -- the signature is OpenTelemetry's
    shouldSample: (active, traceId, name) =>
      name.endsWith(" attune") ? none.shouldSample() : ours.shouldSample(active, traceId),
    toString: () => `roots of ours, ${ours.toString()}`,
  };
}

/** An error that BullMQ notes on its span may quote a value: its words stay here. */
function withoutWords(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done) => {
      for (const { events } of spans) for (const { attributes } of events) strip(attributes);
      exporter.export(spans, done);
    },
    shutdown: () => exporter.shutdown(),
  };
}

function strip(attributes: ReadableSpan["attributes"] | undefined): void {
  if (!attributes) return;
  delete attributes["exception.message"];
  delete attributes["exception.stacktrace"];
}
