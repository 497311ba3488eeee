import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useLocation,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { stillThere } from "#app/components/still-there.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { listRules } from "#app/desk/list-rules.server.ts";
import { LONGEST_NAME, type Rule } from "#app/care/triage/rule.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import type { Say } from "#app/words/say.ts";
import { saveRuleForm } from "./change-rules.server.ts";
import { namesFor } from "./names-for.server.ts";
import styles from "./routing.css?url";
import { blankDraft, draftOf, type RuleDraft } from "./rule-draft.ts";
import { RuleForm } from "./rule-form.tsx";
import { suggestedRule, suggestions } from "./suggested-rules.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

type Loaded = { rule: { name: string } | null };
export const meta = titled((say, data: Loaded | undefined) => data?.rule?.name ?? say("triage.rule.new"));

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "triage");
  const { inShop, keys, shop, staff } = session;
  const id = params["ruleId"] ?? "new";
  const query = new URL(request.url).searchParams;
  const [like, copy] = [query.get("like"), query.get("copy")];
  return inShop(async (tx) => {
    const rules = id === "new" && copy === null ? [] : await listRules(tx, shop.id, new Date());
    const rule = rules.find((one) => one.id === id) ?? null;
    if (id !== "new" && !rule) throw new Response("There is no such rule.", { status: 404 });
    return {
      ...{ rule, own: staff.id, currency: shop.currency ?? "EUR" },
      original: rules.find((one) => one.id === copy) ?? null,
      suggestion: suggestions.find((one) => one === like) ?? null,
      ...(await namesFor(tx, keys)),
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  const saving = (await request.formData()).get("saving");
  return saveRuleForm(session, typeof saving === "string" ? saving : "");
};

export const shouldRevalidate = stillThere;

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

/** What is being written stays while the connection is lost. */
export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) => {
  const { pathname, search } = new URL(request.url);
  return known.load(pathname + search, () => serverLoader<typeof loader>());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function RulePage() {
  const say = useWords();
  const { lost, ...data } = useLoaderData<typeof clientLoader>();
  const { pathname, search } = useLocation();
  useEffect(() => known.remember(pathname + search, data));
  const { rule, original, suggestion, own, team, macros, currency } = data;
  const begun = suggestion
    ? suggestedRule(say, suggestion, own)
    : original
      ? copied(say, original)
      : blankDraft;
  return (
    <Page
      title={rule?.name ?? say("triage.rule.new")}
      backAction={{ content: say("triage.title"), url: "/settings/routing" }}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <RuleForm
          key={rule ? `${rule.id} ${rule.version}` : (suggestion ?? original?.id ?? "new")}
          {...{ team, macros, currency, own }}
          saved={rule ? { id: rule.id, version: rule.version, draft: draftOf(rule) } : null}
          begun={rule ? draftOf(rule) : begun}
          gone={rule?.misnamed ?? []}
        />
      </BlockStack>
    </Page>
  );
}

/** A copy begins switched off, and with what the first one names and is still there to be looked over. */
const copied = (say: Say, original: Rule): RuleDraft => ({
  ...draftOf(original),
  name: say("triage.copy.name", { name: original.name }).slice(0, LONGEST_NAME),
  enabled: false,
});

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
