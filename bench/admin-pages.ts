// Is an admin page there at once? Largest Contentful Paint and layout shift of each screen, inside the admin's frame, when the
// browser has been there before.
import type { Browser, Frame, Page } from "playwright-core";
import { openBrowser, USER_AGENT } from "#tests/setup/browser.ts";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";
import { startDemo, type DemoFile } from "#tests/setup/demo.ts";

const LOADS = 7;
const LIMITS = { lcpMs: 1_500, cls: 0.05 };
const SETTLE_MS = 500;

type Vitals = { lcpMs: number; cls: number };
type Screen = { name: string; path: string; landmark: string };

export async function bench(): Promise<void> {
  const demo = await startDemo();
  const browser = await openBrowser();
  try {
    const results = [];
    for (const screen of await screensOf(demo.file)) {
      results.push({ screen, vitals: await measure(browser, demo.file, screen) });
    }
    print(results);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function screensOf(demo: DemoFile): Promise<Screen[]> {
  const client = demoClient(demo);
  const items = await eventually(async () => {
    const list = (await (await client.api("conversations")).json()) as { items: { id: string }[] };
    return list.items.length > 0 ? list.items : null;
  });
  const drafted = await eventually(async () => {
    const all = await Promise.all(
      items.map(
        async ({ id }) =>
          (await (await client.api(`conversations/${id}`)).json()) as { id: string; draft: object | null },
      ),
    );
    return all.find(({ draft }) => draft);
  });
  return [
    { name: "home", path: "", landmark: "What needs you now" },
    { name: "inbox", path: "/inbox", landmark: "Drafts to review" },
    { name: "conversation", path: `/inbox/${drafted.id}`, landmark: "Draft reply" },
    { name: "settings", path: "/settings", landmark: "Your inbound address" },
  ];
}

async function measure(browser: Browser, demo: DemoFile, screen: Screen): Promise<Vitals[]> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    userAgent: USER_AGENT,
  });
  await context.addInitScript(watchVitals);
  const page = await context.newPage();
  const measured: Vitals[] = [];
  // The first load fills the browser's cache and does not count.
  for (let load = 0; load <= LOADS; load += 1) {
    const frame = await open(page, `${demo.adminUrl}${screen.path}`, screen.landmark);
    await new Promise((settled) => setTimeout(settled, SETTLE_MS));
    const vitals = await frame.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
    if (load > 0) measured.push(vitals);
  }
  await context.close();
  return measured;
}

async function open(page: Page, address: string, landmark: string): Promise<Frame> {
  await page.goto(address);
  const inside = page.frameLocator("iframe").first();
  await inside.getByText(landmark).filter({ visible: true }).first().waitFor();
  const frame = page.frames()[1];
  if (!frame) throw new Error("The admin page shows no app");
  return frame;
}

/** Runs in every frame before anything else: keeps what the browser reports. */
function watchVitals() {
  const vitals = { lcpMs: Number.NaN, cls: 0 };
  Object.assign(globalThis, { vitals });
  new PerformanceObserver((list) => {
    vitals.lcpMs = list.getEntries().at(-1)?.startTime ?? vitals.lcpMs;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) vitals.cls += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function print(results: { screen: Screen; vitals: Vitals[] }[]): void {
  console.log(`Warm loads inside the admin's frame, median of ${LOADS} (worst)\n`);
  console.log("| screen | LCP ms | CLS | |");
  console.log("| --- | ---: | ---: | --- |");
  for (const { screen, vitals } of results) {
    const lcp = vitals.map(({ lcpMs }) => lcpMs);
    const cls = vitals.map((one) => one.cls);
    const passed = median(lcp) <= LIMITS.lcpMs && median(cls) <= LIMITS.cls;
    if (!passed) process.exitCode = 1;
    console.log(
      `| ${screen.name} | ${Math.round(median(lcp))} (${Math.round(Math.max(...lcp))}) | ${median(cls).toFixed(3)} (${Math.max(...cls).toFixed(3)}) | ${passed ? "PASS" : "FAIL"} |`,
    );
  }
  console.log(`\nLimits: LCP ≤ ${LIMITS.lcpMs} ms, CLS ≤ ${LIMITS.cls}.`);
}
