import type { DevstoreContext } from "../../context.ts";
import type { Order, ShopState } from "../../state/model.ts";
import { customerName, parcelStatus } from "../format.ts";
import { html, json, type Html } from "../html.ts";
import { toolBar } from "../layout.ts";
import { orderActions, type Action, type Field } from "./actions.ts";
import { readyTexts } from "./ready-texts.ts";

/** The panel of things that can be made to happen. Each form posts JSON to `/control/…` by assets/scenarios.js. */
export function scenariosBody(context: DevstoreContext, shop: ShopState): Html {
  const orders = shop.orders.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return html`${toolBar("scenarios", `/store/${shop.handle}`)}
    <main id="main" class="scenarios stack" tabindex="-1" data-shop="${shop.domain}">
      <div>
        <h1>Scenarios</h1>
        <p class="soft">
          Make something happen in ${shop.name}. The shop changes for real, and the app hears of it by webhook
          or by mail.
        </p>
      </div>
      <noscript><p class="notice notice--critical">This page needs JavaScript.</p></noscript>
      <div class="scenarios__result" role="status" aria-live="polite" data-result></div>
      <script type="application/json" data-texts>
        ${json(readyTexts)}
      </script>
      <div class="scenarios__columns">
        <div class="stack">${placeOrder(shop)} ${orderPanel(shop, orders)}</div>
        <div class="stack">${mailPanel(shop, orders)} ${appPanel(shop)} ${webhookPanel()}</div>
      </div>
    </main>`;
}

function placeOrder(shop: ShopState): Html {
  return html`<section class="card stack" aria-labelledby="place">
    <h2 id="place">Place an order</h2>
    <form class="stack" data-control="orders" data-reload>
      ${selectField({ name: "customer", label: "Customer", options: shop.customers.map((one): [string, string] => [one.id, `${customerName(one)} (${one.locale})`]) })}
      ${selectField({ name: "variantId", label: "Product", options: variantsOf(shop) })}
      <div class="row"><button class="primary" type="submit">Place order</button></div>
    </form>
  </section>`;
}

function orderPanel(shop: ShopState, orders: Order[]): Html {
  return html`<section class="card stack" aria-labelledby="order-title">
    <h2 id="order-title">Something happens to an order</h2>
    ${
      orders.length === 0
        ? html`<p class="empty">No orders yet. Place one above.</p>`
        : html`<div class="field">
              <label for="order">Order</label>
              <select id="order" data-order>
                ${orders.map((order) => html`<option value="${order.id}">${orderLabel(shop, order)}</option>`)}
              </select>
            </div>
            ${orderActions.map(
              ({ title, actions }) =>
                html`<div class="stack">
                  <h3>${title}</h3>
                  <div class="actions">${actions.map(actionForm)}</div>
                </div>`,
            )}`
    }
  </section>`;
}

function orderLabel(shop: ShopState, order: Order): string {
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  const parcel = order.cancelledAt ? "Cancelled" : parcelStatus(order) || "Not shipped";
  return `${order.name}, ${customerName(customer)}, ${parcel}`;
}

function actionForm(action: Action): Html {
  return html`<form class="action" data-control="${action.path}">
    ${(action.fields ?? []).map((one) => fieldView(one, action.path))}
    <button type="submit" class="${action.tone ?? ""}">${action.label}</button>
  </form>`;
}

function fieldView(field: Field, path: string): Html {
  const id = `${path}-${field.name}`.replaceAll(/[^a-z]+/gi, "-");
  if (field.type === "select") return selectField({ ...field, options: field.options ?? [], id });
  return html`<div class="field">
    <label for="${id}">${field.label}</label>
    <input id="${id}" name="${field.name}" type="text" value="${field.value ?? ""}" autocomplete="off" />
  </div>`;
}

type Select = { name: string; label: string; options: [string, string][]; id?: string; value?: string };

function selectField({ name, label, options, id = `place-${name}`, value }: Select): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      ${options.map(([one, text]) => html`<option value="${one}" ${one === value ? html`selected` : ""}>${text}</option>`)}
    </select>
  </div>`;
}

function mailPanel(shop: ShopState, orders: Order[]): Html {
  const latest = (id: string) => orders.find((order) => order.customerId === id)?.name ?? "";
  return html`<section class="card stack" aria-labelledby="mail-title">
    <h2 id="mail-title">A shopper writes an email</h2>
    <form class="stack" data-control="mail" data-mail>
      <div class="field">
        <label for="writer">Who writes</label>
        <select id="writer" data-writer>
          ${shop.customers.filter(({ email }) => email).map((one) => html`<option value="${one.email}" data-name="${customerName(one)}" data-first="${one.firstName}" data-order="${latest(one.id)}">${customerName(one)}, ${one.email}</option>`)}
          <option
            value="somebody.else@example.com"
            data-name="Somebody Else"
            data-first="S."
            data-order="${orders[0]?.name ?? ""}"
          >
            Somebody the shop does not know
          </option>
        </select>
      </div>
      <div class="field">
        <label for="ready">Ready text</label>
        <select id="ready" data-ready>
          ${readyTexts.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="subject">Subject</label><input id="subject" name="subject" required dir="auto" />
      </div>
      <div class="field">
        <label for="text">Text</label><textarea id="text" name="text" rows="8" required dir="auto"></textarea>
      </div>
      <div class="row">
        <button class="primary" type="submit">Send email</button>
        <button type="button" data-post="mail/welcome">Send the twelve prepared emails</button>
      </div>
    </form>
  </section>`;
}

function appPanel(shop: ShopState): Html {
  return html`<section class="card stack" aria-labelledby="app-title">
    <h2 id="app-title">The app</h2>
    <p>
      ${shop.installed ? html`<span class="badge badge--good">Installed</span>` : html`<span class="badge badge--caution">Not installed</span>`}
    </p>
    <div class="row">
      <button type="button" data-post="install" data-reload>Install</button>
      <button type="button" class="critical" data-post="uninstall" data-reload>Uninstall</button>
    </div>
  </section>`;
}

function webhookPanel(): Html {
  return html`<section class="card stack" aria-labelledby="hooks-title">
    <h2 id="hooks-title">Webhooks</h2>
    <form class="stack" data-control="webhooks" data-method="PUT">
      <div class="row">
        <input type="checkbox" id="hold" name="hold" /><label for="hold">Hold deliveries back</label>
      </div>
      <div class="row">
        <input type="checkbox" id="shuffle" name="shuffle" /><label for="shuffle"
          >Send held ones in a mixed order</label
        >
      </div>
      <div class="pair">
        <div class="field">
          <label for="duplicate">Send each this many times</label
          ><input id="duplicate" name="duplicate" type="number" min="1" max="10" value="1" />
        </div>
        <div class="field">
          <label for="loseEvery">Lose every n-th (0: none)</label
          ><input id="loseEvery" name="loseEvery" type="number" min="0" max="100" value="0" />
        </div>
      </div>
      <div class="row">
        <button type="submit">Apply</button
        ><button type="button" data-post="webhooks/flush">Send held ones now</button>
      </div>
    </form>
    <h3 id="deliveries-title">Latest deliveries</h3>
    <div class="table-scroll" role="region" aria-labelledby="deliveries-title" tabindex="0" data-deliveries>
      <p class="soft">Loading</p>
    </div>
  </section>`;
}

function variantsOf(shop: ShopState): [string, string][] {
  return shop.products.flatMap((product) =>
    product.variants.map((variant): [string, string] => [
      variant.id,
      variantName(product.title, variant.title),
    ]),
  );
}

/** Shopify calls the only variant of a product "Default Title". */
function variantName(product: string, variant: string): string {
  return variant === "Default Title" || variant === "" ? product : `${product}, ${variant}`;
}
