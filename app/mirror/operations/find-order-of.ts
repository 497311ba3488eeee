/** Which order a return or a fulfillment order belongs to: not every webhook says. */
export const FIND_ORDER_OF = `#graphql
  query FindOrderOf($id: ID!) {
    node(id: $id) {
      id
      ... on Return { order { id } }
      ... on FulfillmentOrder { orderId }
    }
  }
`;
