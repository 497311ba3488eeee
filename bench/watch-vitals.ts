/** What a browser reports of a page; times in milliseconds. `inpMs`: the slowest answer to a key or a click. */
export type Vitals = { lcpMs: number; cls: number; inpMs: number };

/** Runs in every frame before anything else: keeps what the browser reports in `globalThis.vitals`. */
export function watchVitals() {
  const vitals = { lcpMs: Number.NaN, cls: 0, inpMs: 0 };
  Object.assign(globalThis, { vitals });
  new PerformanceObserver((list) => {
    vitals.lcpMs = list.getEntries().at(-1)?.startTime ?? vitals.lcpMs;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as unknown as { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) vitals.cls += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const event = entry as unknown as { interactionId: number; duration: number };
      if (event.interactionId > 0) vitals.inpMs = Math.max(vitals.inpMs, event.duration);
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}
