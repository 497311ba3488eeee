import { EmptyState, Page } from "@shopify/polaris";
import { PolarisProvider } from "#app/components/polaris-provider.tsx";
import { titled, useWords } from "#app/components/words.tsx";

export const meta = titled((say) => say("app.name"));

/** Where somebody ends up who opens the app's own address: there is nothing to sign in to outside the Shopify admin. */
export default function OpenFromAdmin() {
  const say = useWords();
  return (
    <PolarisProvider>
      <Page>
        <EmptyState heading={say("openFromAdmin.title")} image="">
          <p>{say("openFromAdmin.how")}</p>
        </EmptyState>
      </Page>
    </PolarisProvider>
  );
}
