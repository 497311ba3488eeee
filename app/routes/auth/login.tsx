import type { MetaFunction } from "@remix-run/node";
import { EmptyState, Page } from "@shopify/polaris";
import { PolarisProvider } from "#app/components/polaris-provider.tsx";

export const meta: MetaFunction = () => [{ title: "Attune" }];

/** Where somebody ends up who opens the app's own address: there is nothing to sign in to outside the Shopify admin. */
export default function OpenFromAdmin() {
  return (
    <PolarisProvider>
      <Page>
        <EmptyState heading="Open Attune from your Shopify admin" image="">
          <p>You find it under Apps. Not installed yet? Install it from the Shopify App Store.</p>
        </EmptyState>
      </Page>
    </PolarisProvider>
  );
}
