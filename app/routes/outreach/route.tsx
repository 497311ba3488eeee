import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { reachOr } from "#app/components/last-known.ts";
import { ScreenError } from "#app/components/screen-error.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { showCarriers } from "#app/desk/show-carriers.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { CarriersCard } from "./carriers-card.tsx";
import { changeOutreach } from "./change-outreach.server.ts";
import { fieldsOf } from "./fields.ts";
import styles from "./outreach.css?url";
import { OutreachForm } from "./outreach-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("outreach.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "outreach");
  const { settings, inShop, shop } = session;
  return { fields: fieldsOf(settings), carriers: await inShop((tx) => showCarriers(tx, shop.id)) };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeOutreach(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function OutreachSettingsPage() {
  const say = useWords();
  const { fields, carriers } = useLoaderData<typeof loader>();
  return (
    <Page title={say("outreach.title")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <OutreachForm saved={fields} />
        <SettingsSection
          id="carriers"
          title={say("outreach.carriers")}
          description={say("outreach.carriers.description")}
        >
          <CarriersCard carriers={carriers} />
        </SettingsSection>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
