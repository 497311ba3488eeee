import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError, type ClientActionFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { webhookSecret } from "#app/care/triage/sign-webhook.ts";
import { reachOr } from "#app/components/last-known.ts";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { dayIn } from "#app/components/zoned-time.ts";
import { recentAlerts } from "#app/desk/recent-alerts.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeLevels } from "./change-levels.server.ts";
import { fieldsOf } from "./fields.ts";
import { LevelsForm } from "./levels-form.tsx";
import styles from "./service-levels.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("levels.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { settings, inShop, shop, keys } = session;
  const { serviceLevels } = settings;
  return {
    fields: fieldsOf(serviceLevels),
    timeZone: shop.timezone ?? "UTC",
    today: dayIn(shop.timezone, Date.now()),
    languages: composedLanguages,
    secret: webhookSecret(keys, serviceLevels.alerts.secretVersion),
    recent: await inShop((tx) => recentAlerts(tx, shop.id)),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  return changeLevels(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function ServiceLevelsPage() {
  const say = useWords();
  const { fields, ...given } = useLoaderData<typeof loader>();
  return (
    <Page title={say("levels.title")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <LevelsForm saved={fields} {...given} />
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
