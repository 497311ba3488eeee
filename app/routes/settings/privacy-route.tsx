import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { reachOr } from "#app/components/last-known.ts";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { listExports } from "#app/privacy/read-exports.server.ts";
import { listDataRequests } from "#app/privacy/read-data-requests.server.ts";
import { listRetentionChanges } from "#app/shop/list-retention-changes.server.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { DataRequestsCard } from "./data-requests-card.tsx";
import { ExportCard } from "./export-card.tsx";
import { RetentionCard } from "./retention-card.tsx";

/** So many changes of how long it is kept are shown. */
const MOST_CHANGES = 20;

export const meta = titled((say) => say("settings.privacy"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "privacy");
  return session.inShop(async (tx) => ({
    dataRequests: await listDataRequests(tx),
    retention: session.settings.retention,
    changes: await listRetentionChanges(tx, session.keys, MOST_CHANGES),
    zone: await readTimeZone(tx, session.shop.id),
    exports: await listExports(tx, session.shop.id, new Date()),
  }));
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function PrivacyPage() {
  const say = useWords();
  const { dataRequests, retention, changes, zone, exports } = useLoaderData<typeof loader>();
  return (
    <Page title={say("settings.privacy")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <SettingsSection
          id="retention"
          title={say("retention.title")}
          description={say("retention.description")}
        >
          <RetentionCard retention={retention} changes={changes} zone={zone} />
        </SettingsSection>
        <SettingsSection id="export" title={say("export.title")} description={say("export.description")}>
          <ExportCard exports={exports} />
        </SettingsSection>
        <SettingsSection
          id="requests"
          title={say("privacy.requests")}
          description={say("settings.privacy.description")}
        >
          <DataRequestsCard requests={dataRequests} />
        </SettingsSection>
      </BlockStack>
    </Page>
  );
}
