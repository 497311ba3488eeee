/** The mirror holds no stock, so that nothing which needs some is offered by itself. A person who looked may. */
export const STOCK_UNREAD = "Stock is not read";
