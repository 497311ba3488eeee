import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { countRules } from "#app/care/triage/count-rules.server.ts";
import { countProposed } from "#app/care/learn/count-edits.server.ts";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { env } from "#app/env.server.ts";
import { countSetAside, MOST_COUNTED } from "#app/desk/list-set-aside.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { listStaff } from "#app/shop/list-staff.server.ts";
import { areas, mayDo } from "#app/shop/roles.ts";
import { requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { groupItems } from "./group-items.ts";
import { SettingsIndex } from "./settings-index.tsx";
import styles from "./settings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("settings.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys, settings, staff, shop } = await requireStaff(request);
  const isKeeper = mayDo(staff.role, "privacy");
  const setAside = { count: isKeeper ? await countSetAside(inShop) : 0, most: MOST_COUNTED };
  return inShop(async (tx) => ({
    /** What of it whoever looks may change. */
    may: areas.filter((area) => mayDo(staff.role, area)),
    outreachOn: settings.outreach.on,
    serviceLevels: { on: settings.serviceLevels.on },
    modelOn: env.ANTHROPIC_API_KEY !== undefined && settings.modelAccepted,
    unproven: (await listSendingAddresses(tx)).filter(({ verifiedAt }) => verifiedAt === null).length,
    rules: (await countRules(tx, shop.id)).on,
    members: (await listStaff(tx, keys)).length,
    lessons: await countProposed(tx, shop.id),
    setAside,
  }));
};

/** The forms of all its pages: each names what it changes. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function SettingsPage() {
  const say = useWords();
  const summary = useLoaderData<typeof loader>();
  return (
    <Page title={say("settings.title")} backAction={{ content: say("settings.home"), url: "/" }}>
      <SettingsIndex groups={groupItems(say, summary)} />
    </Page>
  );
}
