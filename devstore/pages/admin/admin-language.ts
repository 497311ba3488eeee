import type { Request, Response } from "express";

/** The language of who is signed in: an account's setting at Shopify, here chosen by `?locale=de` and kept in the browser. */
const COOKIE = "devstore_locale";

export function languageOf(request: Request): string {
  const [, kept] = new RegExp(`(?:^|; )${COOKIE}=([A-Za-z0-9-]+)`).exec(request.headers.cookie ?? "") ?? [];
  return kept ?? "en";
}

export function keepLanguage(response: Response, locale: string): void {
  response.cookie(COOKIE, locale, { path: "/store", sameSite: "lax" });
}
