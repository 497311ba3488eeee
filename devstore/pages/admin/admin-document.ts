import type { ShopState } from "../../state/model.ts";
import { html, type Html } from "../html.ts";
import { htmlDocument } from "../layout.ts";

type Section = "home" | "orders" | "customers" | "app";
type AdminPage = {
  shop: ShopState;
  apiKey: string;
  section: Section;
  title: string;
  body: Html;
  scripts?: string[];
};

/** The admin around a page: top bar, navigation on the left (a drawer on a phone), the page itself. */
export function adminDocument({ shop, apiKey, section, title, body, scripts = [] }: AdminPage): string {
  return htmlDocument({
    title: `${title} · ${shop.name}`,
    styles: ["admin.css"],
    scripts: ["admin-drawer.js", ...scripts],
    bodyClass: "admin",
    body: html`<a class="skip" href="#main">Skip to content</a>
      ${topBar(shop)}
      <div class="admin__columns">
        ${navigation({ shop, apiKey, section })}
        <main id="main" class="admin__main${section === "app" ? " admin__main--app" : ""}" tabindex="-1">
          ${body}
        </main>
      </div>`,
  });
}

function topBar(shop: ShopState): Html {
  const initials = shop.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2);
  return html`<header class="topbar">
      <button type="button" class="topbar__menu" aria-expanded="false" aria-controls="navigation" data-drawer>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path
            d="M3 5.5h14M3 10h14M3 14.5h14"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
          />
        </svg>
        <span class="visually-hidden">Menu</span>
      </button>
      <p class="topbar__brand"><span class="topbar__mark" aria-hidden="true"></span>Admin</p>
      <p class="topbar__shop">
        <span class="topbar__initials" aria-hidden="true">${initials}</span>${shop.name}
      </p>
    </header>
    <div class="progress" role="progressbar" aria-label="Loading" hidden data-progress></div>`;
}

const ICONS: Record<string, string> = {
  home: "M3 9l7-6 7 6v8H3z M8 17v-5h4v5",
  orders: "M4 3h12v14l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5z M7 7h6M7 10.5h6",
  customers: "M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z M4 17c.6-3.4 3-5 6-5s5.400 1.600 6 5",
  app: "M3 4h14v10H9l-4 3v-3H3z",
  tool: "M3 6h14v11H3z M7 6V3h6v3",
};

function icon(name: string): Html {
  return html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <path
      d="${ICONS[name] ?? ""}"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  </svg>`;
}

function navigation({ shop, apiKey, section }: Pick<AdminPage, "shop" | "apiKey" | "section">): Html {
  const base = `/store/${shop.handle}`;
  const item = (name: Section, label: string, path: string) =>
    html`<li>
      <a
        href="${base}${path}"
        ${section === name ? html`aria-current="page"` : ""}
        ${name === "app" ? html`data-app-home` : ""}
        >${icon(name)}${label}</a
      >
    </li>`;
  return html`<nav id="navigation" class="sidebar" aria-label="Admin" data-sidebar>
      <ul>
        ${item("home", "Home", "")} ${item("orders", "Orders", "/orders")}
        ${item("customers", "Customers", "/customers")}
      </ul>
      <h2>Apps</h2>
      <ul>
        ${item("app", "Attune", `/apps/${apiKey}`)}
        <li><ul class="sidebar__app" data-app-nav hidden aria-label="Attune"></ul></li>
      </ul>
      <h2>This dev store</h2>
      <ul>
        ${[
          ["Storefront", "/storefront"],
          ["Mailbox", "/mailbox"],
          ["Scenarios", "/scenarios"],
        ].map(([label, path]) => html`<li><a href="${path}">${icon("tool")}${label}</a></li>`)}
      </ul>
    </nav>
    <div class="scrim" data-scrim hidden></div>`;
}
