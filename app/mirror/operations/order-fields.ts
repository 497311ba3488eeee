/** What the mirror reads of an order without connections: the same in the bulk query and in a single read. */
export const ORDER_FIELDS = `
      id
      name
      createdAt
      processedAt
      updatedAt
      cancelledAt
      cancelReason
      closedAt
      displayFinancialStatus
      displayFulfillmentStatus
      currencyCode
      totalPriceSet { shopMoney { amount currencyCode } }
      customerLocale
      tags
      test
      email
      phone
      note
      customAttributes { key value }
      statusPageUrl
      customer { id firstName lastName }
      shippingAddress { name company address1 address2 city province zip country countryCodeV2 phone }
      transactions(first: 20) { kind status processedAt createdAt manualPaymentGateway }
      disputes { id initiatedAs status }`;

export const FULFILLMENT_FIELDS = `
        id
        status
        displayStatus
        createdAt
        updatedAt
        estimatedDeliveryAt
        deliveredAt
        trackingInfo(first: 1) { company number url }`;

/** Where a parcel left from. Not in a bulk query, which refuses a connection inside a list. */
export const STOCK_FIELDS = `
        fulfillmentOrders(first: 1) { nodes { assignedLocation { name } } }`;

export const REFUND_FIELDS = `
        id
        createdAt
        processedAt
        updatedAt
        totalRefundedSet { shopMoney { amount currencyCode } }`;

export const LINE_FIELDS = `id title variantTitle sku quantity currentQuantity originalUnitPriceSet { shopMoney { amount currencyCode } }`;
export const RETURN_FIELDS = `id name status closedAt`;
export const FULFILLMENT_ORDER_FIELDS = `id status requestStatus fulfillAt updatedAt assignedLocation { name } fulfillmentHolds { reason reasonNotes }`;

export const CUSTOMER_FIELDS = `
          id
          createdAt
          updatedAt
          firstName
          lastName
          note
          state
          locale
          tags
          numberOfOrders
          amountSpent { amount currencyCode }
          lastOrder { id }
          defaultEmailAddress { emailAddress marketingState marketingUpdatedAt }
          defaultPhoneNumber { phoneNumber }
          defaultAddress { name company address1 address2 city province zip country countryCodeV2 phone }`;
