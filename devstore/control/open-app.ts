/** Shopify's library answers 410 to what does not look like a browser. */
const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const PATIENCE_MS = 30_000;

/** Opens an address as the merchant's browser would, following redirects. Status 0 with a reason when nobody answers. */
export async function openApp(url: string): Promise<{ status: number; url: string; detail?: string }> {
  try {
    const response = await fetch(url, {
      headers: { "user-agent": BROWSER, accept: "text/html" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const page = await response.text();
    return {
      status: response.status,
      url: response.url,
      ...(response.status !== 200 && { detail: page.slice(0, 500) }),
    };
  } catch (error) {
    return { status: 0, url, detail: error instanceof Error ? error.message : "no answer" };
  }
}
