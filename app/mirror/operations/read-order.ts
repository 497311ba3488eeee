import {
  FULFILLMENT_FIELDS,
  FULFILLMENT_ORDER_FIELDS,
  LINE_FIELDS,
  ORDER_FIELDS,
  REFUND_FIELDS,
  RETURN_FIELDS,
  STOCK_FIELDS,
} from "#app/mirror/operations/order-fields.ts";

/** The further lines of an order with more than a page of them. */
export const READ_MORE_LINES = `#graphql
  query ReadMoreLines($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 250, after: $after) { nodes { ${LINE_FIELDS} } pageInfo { hasNextPage endCursor } }
    }
  }
`;

/** One order as it is now. The page sizes keep the query under Shopify's limit of 1,000 points. */
export const READ_ORDER = `#graphql
  query ReadOrder($id: ID!) {
    order(id: $id) {${ORDER_FIELDS}
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
`;
