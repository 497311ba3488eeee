import { html, type Html } from "./html.ts";

type Page = {
  title: string;
  /** BCP 47 of the page's own words. */
  lang?: string;
  /** Files under /devstore-assets/. */
  styles?: string[];
  scripts?: string[];
  bodyClass?: string;
  body: Html;
};

/** A whole document. Scripts are deferred: pages work, if more plainly, without them. */
export function htmlDocument(page: Page): string {
  return html`<!doctype html>
    <html lang="${page.lang ?? "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="/devstore-assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/devstore-assets/base.css" />
        ${(page.styles ?? []).map((name) => html`<link rel="stylesheet" href="/devstore-assets/${name}" />`)}
        ${(page.scripts ?? []).map((name) => html`<script src="/devstore-assets/${name}" defer></script>`)}
      </head>
      <body class="${page.bodyClass ?? ""}">
        ${page.body}
      </body>
    </html>`.markup;
}

type Tool = "mailbox" | "scenarios" | "storefront";

/** The bar over the pages that exist only on this machine: it leads from one to the other and to the admin. */
export function toolBar(current: Tool, adminUrl: string): Html {
  const link = (tool: Tool, label: string) =>
    html`<a href="/${tool}" ${current === tool ? html`aria-current="page"` : ""}>${label}</a>`;
  return html`<a class="skip" href="#main">Skip to content</a>
    <header class="toolbar">
      <p class="toolbar__name">Dev store</p>
      <nav aria-label="Dev store">
        <a href="${adminUrl}">Admin</a>
        ${link("storefront", "Storefront")} ${link("mailbox", "Mailbox")} ${link("scenarios", "Scenarios")}
      </nav>
    </header>`;
}
