import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** Shopify's library answers 410 to headless browsers and bots. */
export const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";

/** The system's Chromium when there is one, else the one that arrives from the registry with the libraries it needs. */
export async function browserPath(): Promise<string> {
  const installed = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find(
    (file) => file && existsSync(file),
  );
  if (installed) return installed;
  // The package unpacks its shared libraries only where it believes to run on Amazon's Linux.
  const before = process.env["AWS_EXECUTION_ENV"];
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  if (before === undefined) delete process.env["AWS_EXECUTION_ENV"];
  else process.env["AWS_EXECUTION_ENV"] = before;
  return executablePath;
}

/** A Chromium of its own for whoever asks. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    // Not the package's own: they run one process, which dies with its first window, and switch web security off.
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}

/**
 * The router's own words for an answer that ends while it is read: broken off since it asks anew, or left with its page. Nothing is lost,
 * and nothing of ours says it; where the connection really went, the screen does.
 */
const BROKEN_OFF = ["AbortError: BodyStreamBuffer was aborted", "TypeError: network error"];

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A visitor with a window of that size. Errors on its pages are collected in `errors`. */
export async function openWindow(browser: Browser, viewport: { width: number; height: number }) {
  const context: BrowserContext = await browser.newContext({
    viewport,
    userAgent: USER_AGENT,
    locale: "en-GB",
  });
  await context.addInitScript(addFont, { font: japaneseFont(), families: ["Inter", "Segoe UI"] });
  // What is not there by then is said by its name, before the test's own time is over.
  context.setDefaultTimeout(20_000);
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  context.on("console", (message) => {
    const isBrokenOff = BROKEN_OFF.some((words) => message.text().startsWith(words));
    if (message.type() === "error" && !isBrokenOff) errors.push(message.text());
  });
  return { context, page: await context.newPage(), errors };
}

/** Keeps what the window shows among the results of the run (CI artefacts): `name` + `.png`. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  const folder = path.join(process.env["TEST_RESULTS"] ?? "test-results", "screens");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: "disabled" });
}

/** The packaged browser has no Japanese glyphs. */
function japaneseFont(): string {
  const file = createRequire(import.meta.url).resolve(
    "@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2",
  );
  return `url(data:font/woff2;base64,${readFileSync(file).toString("base64")})`;
}

/** Runs in every frame: the first family a page asks for that it has no file of gets Japanese characters, and only those. */
function addFont({ font, families }: { font: string; families: string[] }) {
  for (const family of families) {
    document.fonts.add(new FontFace(family, font, { unicodeRange: "U+3000-30FF, U+4E00-9FFF, U+FF00-FFEF" }));
  }
}
