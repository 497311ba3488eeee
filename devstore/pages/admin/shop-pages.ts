import type { Customer, Fulfillment, Order, ShopState } from "../../state/model.ts";
import { fulfillmentStatus, orderTotals } from "../../state/order-totals.ts";
import { customerName, money, parcelStatus, statusBadges, time, words } from "../format.ts";
import { html, type Html } from "../html.ts";

/** The pages of the shop itself, read only: what happens to orders is made to happen on the scenarios page. */
export function homeBody(shop: ShopState): Html {
  const open = shop.orders.filter(
    (order) => !order.cancelledAt && fulfillmentStatus(order) !== "fulfilled",
  ).length;
  return html`<div class="page stack">
    <h1>${shop.name}</h1>
    <ul class="facts">
      <li class="card">
        <p class="facts__number">${shop.orders.length}</p>
        <a href="/store/${shop.handle}/orders">Orders</a>
      </li>
      <li class="card">
        <p class="facts__number">${open}</p>
        <p>To fulfill</p>
      </li>
      <li class="card">
        <p class="facts__number">${shop.customers.length}</p>
        <a href="/store/${shop.handle}/customers">Customers</a>
      </li>
    </ul>
    <p class="soft">This is a store on your own machine. Nothing here reaches Shopify or a real person.</p>
  </div>`;
}

export function ordersBody(shop: ShopState): Html {
  const orders = shop.orders.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return html`<div class="page stack">
    <h1>Orders</h1>
    <div class="card table-scroll card--flush" role="region" aria-label="Orders" tabindex="0">
      ${
        orders.length === 0
          ? html`<p class="empty">No orders yet.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Order</th>
                  <th scope="col">Date</th>
                  <th scope="col">Customer</th>
                  <th scope="col" class="amount">Total</th>
                  <th scope="col">Status</th>
                  <th scope="col">Parcel</th>
                </tr>
              </thead>
              <tbody>
                ${orders.map((order) => orderRow(shop, order))}
              </tbody>
            </table>`
      }
    </div>
  </div>`;
}

function orderRow(shop: ShopState, order: Order): Html {
  return html`<tr>
    <td><a href="/store/${shop.handle}/orders/${order.id}">${order.name}</a></td>
    <td>${time(order.createdAt, shop.timezone)}</td>
    <td>${customerName(customerOf(shop, order))}</td>
    <td class="amount">${money(orderTotals(order).currentTotal, order.currency)}</td>
    <td>${statusBadges(order)}</td>
    <td>${parcelStatus(order)}</td>
  </tr>`;
}

export function orderBody(shop: ShopState, order: Order): Html {
  const totals = orderTotals(order);
  const customer = customerOf(shop, order);
  return html`<div class="page stack">
    <p><a href="/store/${shop.handle}/orders">Orders</a></p>
    <div class="row">
      <h1>${order.name}</h1>
      ${statusBadges(order)}
    </div>
    <p class="soft">${time(order.createdAt, shop.timezone)}</p>
    <div class="columns">
      <div class="stack">
        <section class="card stack" aria-labelledby="lines">
          <h2 id="lines">Items</h2>
          <ul class="stack">
            ${order.lines.map(
              (line) =>
                html`<li class="spread">
                  <span
                    >${line.title}${line.variantTitle ? html` <span class="soft">${line.variantTitle}</span>` : ""}<br /><span
                      class="soft small"
                      >${line.currentQuantity} × ${money(line.price, order.currency)}</span
                    ></span
                  ><span>${money(line.currentQuantity * line.price, order.currency)}</span>
                </li>`,
            )}
          </ul>
          <dl class="sums">
            ${totals.discount > 0 ? sumRow("Discount", -totals.discount, order) : ""}
            ${sumRow("Shipping", totals.shipping, order)} ${sumRow("Total", totals.total, order)}
            ${totals.refunded > 0 ? sumRow("Refunded", -totals.refunded, order) : ""}
          </dl>
        </section>
        ${order.fulfillments.map((fulfillment) => parcelCard(shop, fulfillment))}
        ${
          order.note
            ? html`<section class="card stack">
                <h2>Note</h2>
                <p>${order.note}</p>
              </section>`
            : ""
        }
      </div>
      <section class="card stack" aria-labelledby="customer">
        <h2 id="customer">Customer</h2>
        ${
          customer
            ? html`<p>
                <a href="/store/${shop.handle}/customers/${customer.id}">${customerName(customer)}</a
                ><br />${customer.email ?? ""}<br />${customer.locale}
              </p>`
            : html`<p class="soft">No customer</p>`
        }
        ${order.shippingAddress ? html`<address>${order.shippingAddress.address1}<br />${order.shippingAddress.zip} ${order.shippingAddress.city}<br />${order.shippingAddress.country}</address>` : ""}
      </section>
    </div>
  </div>`;
}

function sumRow(label: string, amount: number, order: Order): Html {
  return html`<div class="spread">
    <dt>${label}</dt>
    <dd>${money(amount, order.currency)}</dd>
  </div>`;
}

function parcelCard(shop: ShopState, parcel: Fulfillment): Html {
  return html`<section class="card stack" aria-label="Parcel ${parcel.name}">
    <h2>Parcel ${parcel.name}</h2>
    <p>${parcel.trackingCompany ?? "No carrier"} <span class="mono">${parcel.trackingNumber ?? ""}</span></p>
    ${parcel.estimatedDeliveryAt ? html`<p class="soft">Estimated delivery ${time(parcel.estimatedDeliveryAt, shop.timezone)}</p>` : ""}
    <ol class="events">
      ${parcel.events
        .toSorted((a, b) => b.happenedAt.localeCompare(a.happenedAt))
        .map(
          (event) =>
            html`<li>
              <span>${words(event.status)}${event.city ? html`, ${event.city}` : ""}</span
              ><span class="soft small">${time(event.happenedAt, shop.timezone)}</span>
            </li>`,
        )}
    </ol>
  </section>`;
}

export function customersBody(shop: ShopState): Html {
  return html`<div class="page stack">
    <h1>Customers</h1>
    <div class="card table-scroll card--flush" role="region" aria-label="Customers" tabindex="0">
      ${
        shop.customers.length === 0
          ? html`<p class="empty">No customers yet.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Customer</th>
                  <th scope="col">Email</th>
                  <th scope="col">Language</th>
                  <th scope="col" class="amount">Orders</th>
                </tr>
              </thead>
              <tbody>
                ${shop.customers.map(
                  (customer) =>
                    html`<tr>
                      <td>
                        <a href="/store/${shop.handle}/customers/${customer.id}">${customerName(customer)}</a>
                      </td>
                      <td>${customer.email ?? "None"}</td>
                      <td>${customer.locale}</td>
                      <td class="amount">
                        ${shop.orders.filter((order) => order.customerId === customer.id).length}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </div>
  </div>`;
}

export function customerBody(shop: ShopState, customer: Customer): Html {
  const orders = shop.orders.filter((order) => order.customerId === customer.id);
  return html`<div class="page stack">
    <p><a href="/store/${shop.handle}/customers">Customers</a></p>
    <h1>${customerName(customer)}</h1>
    <section class="card stack">
      <h2>Contact</h2>
      <p>${customer.email ?? "No email"}<br />${customer.phone ?? ""}<br />${customer.locale}</p>
      ${customer.note ? html`<p class="soft">${customer.note}</p>` : ""}
    </section>
    <section class="card stack">
      <h2>Orders</h2>
      ${
        orders.length === 0
          ? html`<p class="soft">None yet.</p>`
          : html`<ul class="stack">
              ${orders.map((order) => html`<li class="row"><a href="/store/${shop.handle}/orders/${order.id}">${order.name}</a>${statusBadges(order)}</li>`)}
            </ul>`
      }
    </section>
  </div>`;
}

function customerOf(shop: ShopState, order: Order): Customer | undefined {
  return shop.customers.find((customer) => customer.id === order.customerId);
}
