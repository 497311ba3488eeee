import { gid } from "../ids.ts";
import { bulkOperationView } from "./bulk/bulk-operation-view.ts";
import { findRecord } from "./find-record.ts";
import { matchesSearch } from "./search.ts";
import { visibleOrders, type RequestContext } from "./request-context.ts";
import { customerView } from "./views/customer-view.ts";
import { orderView } from "./views/order-view.ts";
import { disputeView, productView, shopView } from "./views/shop-view.ts";
import { once, type View } from "./views/view.ts";

type ById = { id: string };
type Counting = { query?: string | null; limit?: number | null };

/** Shopify counts to `limit` (10,000 unless told) and says whether that was all. */
function countOf(views: () => View[], { query, limit }: Counting): View {
  const found = query ? views().filter((view) => matchesSearch(view, query)) : views();
  const cut = limit != null && found.length > limit;
  return {
    __typename: "Count",
    count: cut ? limit : found.length,
    precision: cut ? "AT_LEAST" : "EXACT",
  };
}

/** Shopify's `QueryRoot` over the shop's state. */
export function queryRoot(request: RequestContext): View {
  const { shop, devstore } = request;
  const byId = (type: string) => (args: ById) => findRecord(request, args.id, type);
  return {
    __typename: "QueryRoot",
    shop: () => shopView(request),
    node: ({ id }: ById) => findRecord(request, id),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => findRecord(request, id)),
    order: byId("Order"),
    customer: byId("Customer"),
    fulfillment: byId("Fulfillment"),
    fulfillmentOrder: byId("FulfillmentOrder"),
    refund: byId("Refund"),
    return: byId("Return"),
    dispute: byId("ShopifyPaymentsDispute"),
    product: byId("Product"),
    bulkOperation: byId("BulkOperation"),
    bulkOperations: () =>
      [...shop.bulkOperations].reverse().map((one) => bulkOperationView(devstore, shop, one)),
    currentBulkOperation: () => {
      const last = shop.bulkOperations.at(-1);
      return last ? bulkOperationView(devstore, shop, last) : null;
    },
    orders: once(() => visibleOrders(request).map((one) => orderView(request, one))),
    ordersCount: (args: Counting) =>
      countOf(() => visibleOrders(request).map((one) => orderView(request, one)), args),
    customers: () => shop.customers.map((one) => customerView(request, one)),
    customersCount: (args: Counting) =>
      countOf(() => shop.customers.map((one) => customerView(request, one)), args),
    products: () => shop.products.map(productView),
    disputes: () => shop.disputes.map((one) => disputeView(request, one)),
    orderByIdentifier: ({ identifier }: { identifier: { id?: string } }) =>
      identifier.id ? findRecord(request, identifier.id, "Order") : null,
    customerByIdentifier: ({ identifier }: { identifier: { id?: string; emailAddress?: string } }) =>
      identifier.id
        ? findRecord(request, identifier.id, "Customer")
        : customerByEmail(request, identifier.emailAddress),
    ...shopFields(request),
    currentAppInstallation: () => appInstallation(request),
    appInstallation: () => appInstallation(request),
  };
}

function shopFields({ shop, ...request }: RequestContext): Partial<View> {
  return {
    shopLocales: [
      {
        __typename: "ShopLocale",
        locale: shop.primaryLocale,
        name: "English",
        primary: true,
        published: true,
      },
    ],
    locations: () => [
      {
        __typename: "Location",
        id: gid("Location", shop.locationId),
        name: shop.locationName,
        isActive: true,
      },
    ],
    shopifyPaymentsAccount: () => ({
      __typename: "ShopifyPaymentsAccount",
      id: gid("ShopifyPaymentsAccount", shop.id),
      activated: true,
      country: shop.address.countryCode,
      defaultCurrency: shop.currency,
      disputes: shop.disputes.map((one) => disputeView({ shop, ...request }, one)),
    }),
  };
}

function customerByEmail(request: RequestContext, email: string | undefined): View | null {
  const customer = request.shop.customers.find((one) => one.email?.toLowerCase() === email?.toLowerCase());
  return customer ? customerView(request, customer) : null;
}

function appInstallation(request: RequestContext): View {
  const { shop, devstore } = request;
  return {
    __typename: "AppInstallation",
    id: gid("AppInstallation", shop.installationId),
    accessScopes: request.scopes.map((handle) => ({
      __typename: "AccessScope",
      handle,
      description: handle.replace(/^(read|write)_/, "$1 ").replaceAll("_", " "),
    })),
    launchUrl: `https://admin.shopify.com/store/${shop.handle}/apps/${devstore.options.apiKey}`,
    uninstallUrl: null,
    app: {
      __typename: "App",
      id: gid("App", "100000000001"),
      apiKey: devstore.options.apiKey,
      title: "Attune",
      handle: "attune",
      embedded: true,
    },
  };
}
