import {
  isSpanContextValid,
  trace,
  TraceFlags,
  type Context,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
} from "@opentelemetry/api";

const FIELD = "traceparent";
const SHAPE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** W3C Trace Context: carries a span from the process that caused something to the one that does it. */
export const traceParent: TextMapPropagator = {
  fields: () => [FIELD],
  inject(context: Context, carrier: unknown, setter: TextMapSetter) {
    const span = trace.getSpanContext(context);
    if (!span || !isSpanContextValid(span)) return;
    const flags = (span.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, "0");
    setter.set(carrier, FIELD, `00-${span.traceId}-${span.spanId}-${flags}`);
  },
  extract(context: Context, carrier: unknown, getter: TextMapGetter) {
    const given = getter.get(carrier, FIELD);
    const [, traceId, spanId, flags] = SHAPE.exec(typeof given === "string" ? given : "") ?? [];
    if (!traceId || !spanId || !flags) return context;
    const span = { traceId, spanId, traceFlags: parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
    return isSpanContextValid(span) ? trace.setSpanContext(context, span) : context;
  },
};
