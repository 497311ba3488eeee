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

export const BULK_CUSTOMERS = `#graphql
  query BulkCustomers {
    customers {
      edges {
        node {${CUSTOMER_FIELDS}
        }
      }
    }
  }
`;

/**
 * Events of fulfillments, where they left from and transactions of refunds are not here: Shopify refuses a connection inside a
 * list in a bulk query. They are read afterwards (READ_PARTS).
 */
export const BULK_ORDERS = `#graphql
  query BulkOrders {
    orders {
      edges {
        node {${ORDER_FIELDS}
          fulfillments(first: 50) {${FULFILLMENT_FIELDS}
          }
          refunds(first: 50) {${REFUND_FIELDS}
          }
          lineItems { edges { node { ${LINE_FIELDS} } } }
          returns { edges { node { ${RETURN_FIELDS} } } }
          fulfillmentOrders { edges { node { ${FULFILLMENT_ORDER_FIELDS} } } }
        }
      }
    }
  }
`;

export const RUN_BULK = `#graphql
  mutation RunBulk($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: false) {
      bulkOperation { id status }
      userErrors { code field message }
    }
  }
`;

export const READ_BULK = `#graphql
  query ReadBulk($id: ID!) {
    bulkOperation(id: $id) { id status errorCode objectCount rootObjectCount url }
  }
`;

/** Events of fulfillments, where they left from, and the state of refunds, a few at a time: about 30 points for each. */
export const READ_PARTS = `#graphql
  query ReadParts($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Fulfillment {
        order { id }
        events(first: 25, sortKey: HAPPENED_AT) {
          nodes { id status message city country happenedAt estimatedDeliveryAt createdAt }
          pageInfo { hasNextPage endCursor }
        }${STOCK_FIELDS}
      }
      ... on Refund {
        transactions(first: 5) { nodes { id kind status } }
      }
    }
  }
`;

/** The further events of a parcel with more than a page of them. */
export const READ_MORE_EVENTS = `#graphql
  query ReadMoreEvents($id: ID!, $after: String!) {
    node(id: $id) {
      id
      ... on Fulfillment {
        order { id }
        events(first: 100, after: $after, sortKey: HAPPENED_AT) {
          nodes { id status message city country happenedAt estimatedDeliveryAt createdAt }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;
