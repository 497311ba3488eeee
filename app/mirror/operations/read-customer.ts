import { CUSTOMER_FIELDS } from "#app/mirror/operations/order-fields.ts";

/** One customer as they are now; null when they are really gone. */
export const READ_CUSTOMER = `#graphql
  query ReadCustomer($id: ID!) {
    customer(id: $id) {${CUSTOMER_FIELDS}
    }
  }
`;
