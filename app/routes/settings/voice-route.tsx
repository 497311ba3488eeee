import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { VoiceForm } from "./voice-form.tsx";

export const meta = titled((say) => say("settings.voice"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { settings, staff, shop } = session;
  const { voice, answerWithinHours, staffNames } = settings;
  return {
    saved: { ...voice, staffName: staffNames[staff.id] ?? "", answerWithinHours },
    shopName: shop.name,
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
  const { saved, shopName } = useLoaderData<typeof loader>();
  return (
    <Page
      title={say("settings.voice")}
      subtitle={say("settings.voice.description")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
    >
      <VoiceForm saved={saved} shopName={shopName} />
    </Page>
  );
}
