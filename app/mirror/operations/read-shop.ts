/** The shop, its policies, what was granted, and how much there is to fetch. */
export const READ_SHOP = `#graphql
  query ReadShop {
    shop {
      name
      myshopifyDomain
      currencyCode
      ianaTimezone
      updatedAt
      shopPolicies { type title body url updatedAt }
    }
    currentAppInstallation { accessScopes { handle } }
    customersCount { count }
    ordersCount(limit: null) { count }
  }
`;

export const READ_SCOPES = `#graphql
  query ReadScopes {
    currentAppInstallation { accessScopes { handle } }
  }
`;
