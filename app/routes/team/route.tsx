import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { listStaff } from "#app/shop/list-staff.server.ts";
import { mayDo } from "#app/shop/roles.ts";
import { requireStaff } from "#app/staff.server.ts";
import { changeTeam } from "./change-team.server.ts";
import { Members } from "./members.tsx";
import { OwnForm } from "./own-form.tsx";
import { RolesList } from "./roles-list.tsx";

export const meta = titled((say) => say("team.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys, staff, settings, shop } = await requireStaff(request);
  const members = await inShop((tx) => listStaff(tx, keys));
  return {
    members: members.map(({ seenAt, ...one }) => ({
      ...one,
      seenAt: seenAt.toISOString(),
      self: one.id === staff.id,
    })),
    may: { manage: mayDo(staff.role, "team"), sendAway: mayDo(staff.role, "triage") },
    signsAs: settings.staffNames[staff.id] ?? "",
    teamName: settings.voice.teamName || shop.name,
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeTeam(session, await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function TeamPage() {
  const { members, may, signsAs, teamName, lost } = useLoaderData<typeof clientLoader>();
  const say = useWords();
  useEffect(() => known.remember("", { members, may, signsAs, teamName }), [members, may, signsAs, teamName]);
  return (
    <Page title={say("team.title")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <LostConnection lost={lost} />
        <SettingsSection
          id="members"
          title={say("team.members")}
          description={say("team.members.description")}
        >
          <Members members={members} may={may} />
        </SettingsSection>
        <SettingsSection id="you" title={say("team.you")} description={say("team.you.description")}>
          <OwnForm saved={signsAs} teamName={teamName} />
        </SettingsSection>
        <SettingsSection id="roles" title={say("team.roles")} description={say("team.roles.description")}>
          <Card>
            <RolesList />
          </Card>
        </SettingsSection>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
