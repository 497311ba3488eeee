import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { OutgoingCard } from "./outgoing-card.tsx";

export const meta = titled((say) => say("outgoing.settings.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  return { undoSeconds: session.settings.desk.undoSeconds };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function SendingPage() {
  const say = useWords();
  const { undoSeconds } = useLoaderData<typeof loader>();
  return (
    <Page
      title={say("outgoing.settings.title")}
      subtitle={say("outgoing.settings.about")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
    >
      <OutgoingCard undoSeconds={undoSeconds} />
    </Page>
  );
}
