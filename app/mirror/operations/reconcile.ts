import {
  CUSTOMER_FIELDS,
  FULFILLMENT_FIELDS,
  FULFILLMENT_ORDER_FIELDS,
  LINE_FIELDS,
  ORDER_FIELDS,
  REFUND_FIELDS,
  RETURN_FIELDS,
  STOCK_FIELDS,
} from "#app/mirror/operations/order-fields.ts";

/** As much of an order as tells whether the mirror has all of it: versions and ids. About nine points for an order. */
const ORDER_DIGEST = `
        id
        updatedAt
        customer { id numberOfOrders amountSpent { amount } }
        fulfillments(first: 10) {
          id
          updatedAt
          deliveredAt
          events(first: 10, sortKey: HAPPENED_AT, reverse: true) { nodes { id } pageInfo { hasNextPage } }
        }
        refunds(first: 10) { id }
        returns(first: 5) { nodes { id status } }
        fulfillmentOrders(first: 10) { nodes { id status updatedAt } }`;

/** What changed since a moment, the longest ago first. */
export const CHANGED_ORDERS = `#graphql
  query ChangedOrders($query: String!, $first: Int!, $after: String) {
    orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {${ORDER_DIGEST}
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const DIGEST_ORDERS = `#graphql
  query DigestOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Order {${ORDER_DIGEST}
      }
    }
  }
`;

/** Several orders whole, without the carriers' events. The page sizes are those of READ_ORDER. */
export const READ_ORDERS = `#graphql
  query ReadOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Order {${ORDER_FIELDS}
        fulfillments(first: 30) {${FULFILLMENT_FIELDS}${STOCK_FIELDS}
        }
        refunds(first: 20) {${REFUND_FIELDS}
          transactions(first: 4) { nodes { id kind status } }
        }
        lineItems(first: 100) { nodes { ${LINE_FIELDS} } pageInfo { hasNextPage endCursor } }
        returns(first: 20) { nodes { ${RETURN_FIELDS} } }
        fulfillmentOrders(first: 20) { nodes { ${FULFILLMENT_ORDER_FIELDS} } }
      }
    }
  }
`;

export const CHANGED_CUSTOMERS = `#graphql
  query ChangedCustomers($query: String!, $first: Int!, $after: String) {
    customers(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes { id updatedAt defaultEmailAddress { marketingState } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const READ_CUSTOMERS = `#graphql
  query ReadCustomers($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Customer {${CUSTOMER_FIELDS}
      }
    }
  }
`;

export const RECENT_DISPUTES = `#graphql
  query RecentDisputes($after: String) {
    disputes(first: 50, after: $after, reverse: true) {
      nodes {
        id
        status
        type
        amount { amount currencyCode }
        reasonDetails { reason }
        evidenceDueBy
        initiatedAt
        order { id }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** The first order that the app may see: without `read_all_orders` those of the last 60 days only. */
export const OLDEST_ORDER = `#graphql
  query OldestOrder {
    orders(first: 1, sortKey: ID) { nodes { id } }
  }
`;

export const COUNT_ORDERS = `#graphql
  query CountOrders($query: String) {
    ordersCount(query: $query, limit: null) { count }
  }
`;

export const COUNT_CUSTOMERS = `#graphql
  query CountCustomers($query: String) {
    customersCount(query: $query, limit: null) { count }
  }
`;

/** Which of these records there still are: null stands for one that is gone. */
export const STILL_THERE = `#graphql
  query StillThere($ids: [ID!]!) {
    nodes(ids: $ids) { id }
  }
`;
