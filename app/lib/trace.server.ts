import {
  context,
  propagation,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
} from "@opentelemetry/api";

const tracer = trace.getTracer("attune");

/** The W3C `traceparent` of the work at hand, to be kept beside what it causes; null when nobody traces. */
export function activeTrace(): string | null {
  if (!trace.getSpanContext(context.active())) return null;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Runs `work` as a span: under `parent` (a kept `traceparent`) when there is one, else under the work at hand. */
export async function traced<T>(
  name: string,
  { parent, attributes }: { parent?: string | null | undefined; attributes?: Attributes },
  work: () => Promise<T>,
): Promise<T> {
  const within: Context = parent
    ? propagation.extract(context.active(), { traceparent: parent })
    : context.active();
  return tracer.startActiveSpan(name, { ...(attributes ? { attributes } : {}) }, within, async (span) => {
    try {
      return await work();
    } catch (error) {
      // Not the error's message: it may quote a value.
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
