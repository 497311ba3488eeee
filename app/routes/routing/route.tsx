import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { listRules } from "#app/desk/list-rules.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { namesFor } from "./names-for.server.ts";
import styles from "./routing.css?url";
import { RuleList } from "./rule-list.tsx";
import { Suggestions } from "./suggestions.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("triage.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, keys, shop, staff } = session;
  return inShop(async (tx) => {
    const rules = await listRules(tx, shop.id, new Date());
    return { rules, own: staff.id, ...(await namesFor(tx, keys)) };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeRules(session, await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function RoutingPage() {
  const say = useWords();
  const { lost, ...data } = useLoaderData<typeof clientLoader>();
  useEffect(() => known.remember("", data));
  const { rules, names, own } = data;
  const isEmpty = rules.length === 0;
  return (
    <Page
      title={say("triage.title")}
      subtitle={say("triage.subtitle")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
      primaryAction={{ content: say("triage.rule.add"), url: "/settings/routing/new" }}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <div data-rules tabIndex={-1} className="attune-rules-all">
          {isEmpty ? <Suggestions own={own} names={names} /> : <RuleList rules={rules} names={names} />}
        </div>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
