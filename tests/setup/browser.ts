import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext } from "playwright-core";

/** Shopify's library answers 410 to headless browsers and bots. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";

/** The system's Chromium when there is one, else the one that arrives from the registry with the libraries it needs. */
export async function openBrowser(): Promise<Browser> {
  const installed = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find(
    (path) => path && existsSync(path),
  );
  if (installed) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  // The package unpacks its shared libraries only where it believes to run on Amazon's Linux.
  const before = process.env["AWS_EXECUTION_ENV"];
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  if (before === undefined) delete process.env["AWS_EXECUTION_ENV"];
  else process.env["AWS_EXECUTION_ENV"] = before;
  // Not the package's own arguments: they run one process, which dies with its first window, and switch web security off.
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A visitor with a window of that size. Errors on its pages are collected in `errors`. */
export async function openWindow(browser: Browser, viewport: { width: number; height: number }) {
  const context: BrowserContext = await browser.newContext({
    viewport,
    userAgent: USER_AGENT,
    locale: "en-GB",
  });
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { context, page: await context.newPage(), errors };
}
