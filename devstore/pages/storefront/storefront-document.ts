import type { Customer, ShopState } from "../../state/model.ts";
import { customerName, money, parcelStatus } from "../format.ts";
import { html, raw, type Html } from "../html.ts";
import { htmlDocument, toolBar } from "../layout.ts";
import type { RenderedEmbed } from "./render-embeds.ts";
import { directionOf, shopWords } from "./shop-words.ts";

type Storefront = {
  shop: ShopState;
  customer: Customer | undefined;
  locale: string;
  embeds: RenderedEmbed[];
};

const LOCALES: [string, string][] = [
  ["en", "English"],
  ["de", "Deutsch"],
  ["es", "Español"],
  ["fr", "Français"],
  ["pt-PT", "Português"],
  ["pt-BR", "Português (Brasil)"],
  ["ar", "العربية"],
];

/** A plain theme: who is shopping, their orders, the products, and at the end of the body the app's embed. */
export function storefrontDocument({ shop, customer, locale, embeds }: Storefront): string {
  const words = shopWords(locale);
  return htmlDocument({
    title: shop.name,
    lang: locale,
    styles: ["storefront.css"],
    scripts: ["storefront.js"],
    body: html`<div lang="en" dir="ltr">
        ${toolBar("storefront", `/store/${shop.handle}`)}${visitorForm(shop, customer, locale)}
      </div>
      <div class="shop" dir="${directionOf(locale)}" data-shop-direction>
        <header class="shop__head"><p class="shop__name">${shop.name}</p></header>
        <main id="main" class="shop__main stack" tabindex="-1">
          ${customer ? yourOrders(shop, customer, words) : ""}
          <h1>${words.products}</h1>
          <ul class="products">
            ${shop.products.map((product) => {
              const prices = product.variants.map(({ prices: byCurrency }) => byCurrency[shop.currency] ?? 0);
              const price = prices.length === 0 ? "" : money(Math.min(...prices), shop.currency, locale);
              return html`<li class="product">
                <div class="product__picture" aria-hidden="true">${product.title.charAt(0)}</div>
                <h2>${product.title}</h2>
                <p class="soft">${product.productType}</p>
                <p>${prices.length > 1 ? `${words.from} ${price}` : price}</p>
              </li>`;
            })}
          </ul>
        </main>
        ${embeds.map((embed) => html`${embed.stylesheet ? html`<link rel="stylesheet" href="${embed.stylesheet}" />` : ""}${raw(embed.markup)}${embed.javascript ? html`<script src="${embed.javascript}" defer></script>` : ""}`)}
      </div>`,
  });
}

function visitorForm(shop: ShopState, customer: Customer | undefined, locale: string): Html {
  const option = (value: string, label: string, current: string) =>
    html`<option value="${value}" ${value === current ? html`selected` : ""}>${label}</option>`;
  return html`<form class="visitor" method="post" action="/storefront/session" data-visitor>
    <div>
      <label for="customer">Shopping as</label>
      <select id="customer" name="customer">
        ${option("", "A visitor, not signed in", customer?.id ?? "")}
        ${shop.customers.map((one) => option(one.id, `${customerName(one)} (${one.locale})`, customer?.id ?? ""))}
      </select>
    </div>
    <div>
      <label for="locale">Language of the shop</label>
      <select id="locale" name="locale">
        ${LOCALES.map(([value, label]) => option(value, label, locale))}
      </select>
    </div>
    <button type="submit">Change</button>
  </form>`;
}

function yourOrders(shop: ShopState, customer: Customer, words: ReturnType<typeof shopWords>): Html {
  const orders = shop.orders
    .filter((order) => order.customerId === customer.id)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return html`<section class="stack" aria-labelledby="orders">
    <h2 id="orders">${words.orders}</h2>
    ${
      orders.length === 0
        ? html`<p class="soft">${words.none}</p>`
        : html`<ul class="orders">
            ${orders.map((order) => html`<li class="card"><strong>${order.name}</strong><span>${order.lines.map(({ title }) => title).join(", ")}</span><span class="soft">${parcelStatus(order)}</span></li>`)}
          </ul>`
    }
  </section>`;
}

export function isKnownLocale(locale: string): boolean {
  return LOCALES.some(([value]) => value === locale);
}

/** The shop's language for a customer: the nearest one the theme offers, else English. */
export function localeFor(customer: Customer | undefined): string {
  if (!customer) return "en";
  const [language] = customer.locale.split("-");
  return (
    LOCALES.find(([value]) => value === customer.locale)?.[0] ??
    LOCALES.find(([value]) => value.split("-")[0] === language)?.[0] ??
    "en"
  );
}
