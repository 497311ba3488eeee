/** What Shopify calls the one variant of a product that has no choices. */
const ONLY = "Default Title";

/** The choice that was bought; null where there was none. */
export const variantOf = ({ variantTitle }: { variantTitle: string | null }): string | null =>
  variantTitle && variantTitle !== ONLY ? variantTitle : null;
