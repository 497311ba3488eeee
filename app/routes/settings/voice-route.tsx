import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { listWaiting } from "#app/care/review/list-waiting.server.ts";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import styles from "./settings.css?url";
import { VoiceForm } from "./voice-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** So many drafts may be chosen from. */
const MOST_WAITING = 6;

export const meta = titled((say) => say("settings.voice"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { settings, staff, shop, inShop, keys } = session;
  const { voice, answerWithinHours, staffNames } = settings;
  return {
    saved: { ...voice, staffName: staffNames[staff.id] ?? "", answerWithinHours },
    shopName: shop.name,
    waiting: await inShop((tx) => listWaiting(tx, keys, MOST_WAITING)),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function VoicePage() {
  const say = useWords();
  const { saved, shopName, waiting } = useLoaderData<typeof loader>();
  return (
    <Page
      title={say("settings.voice")}
      subtitle={say("settings.voice.description")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
    >
      <VoiceForm saved={saved} shopName={shopName} waiting={waiting} />
    </Page>
  );
}
