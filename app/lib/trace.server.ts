import {
  context,
  propagation,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from "@opentelemetry/api";

const tracer = trace.getTracer("attune");

/** The W3C `traceparent` of the work at hand, to be kept beside what it causes; null when nobody traces. */
export function activeTrace(): string | null {
  return traceOf(context.active());
}

function traceOf(active: Context): string | null {
  if (!trace.getSpanContext(active)) return null;
  const carrier: { traceparent?: string } = {};
  propagation.inject(active, carrier);
  return carrier.traceparent ?? null;
}

/** `parent`: a kept `traceparent`; without one a span stands under the work at hand. Attributes are ids and counts. */
export type Spanned = { parent?: string | null | undefined; attributes?: Attributes };

const within = (parent: string | null | undefined): Context =>
  parent ? propagation.extract(context.active(), { traceparent: parent }) : context.active();

/** Runs `work` as a span. */
export async function traced<T>(
  name: string,
  { parent, attributes }: Spanned,
  work: () => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { ...(attributes ? { attributes } : {}) }, within(parent), (span) =>
    ending([span], work),
  );
}

/**
 * Runs `work` that was caused by many as a span for each cause, in that cause's trace, linked to one of the work itself.
 * `work` is told the `traceparent` of each, for what it causes in turn.
 */
export async function tracedTogether<T>(
  name: string,
  causes: readonly Spanned[],
  work: (traces: (string | null)[]) => Promise<T>,
): Promise<T> {
  const [first] = causes;
  if (first && causes.length === 1) return traced(name, first, () => work([activeTrace()]));
  if (causes.every(({ parent }) => !parent)) return work(causes.map(() => null));
  const attributes = { "job.count": causes.length };
  return tracer.startActiveSpan(`${name} together`, { attributes }, async (span) => {
    const link = { context: span.spanContext() };
    const spans = causes.map((cause) =>
      tracer.startSpan(
        name,
        { ...(cause.attributes ? { attributes: cause.attributes } : {}), links: [link] },
        within(cause.parent),
      ),
    );
    const traces = spans.map((one) => traceOf(trace.setSpan(context.active(), one)));
    return ending([...spans, span], () => work(traces));
  });
}

async function ending<T>(spans: Span[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Not the error's message: it may quote a value.
    for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}
