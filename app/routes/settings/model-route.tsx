import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { composedLanguage, composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { readSpending } from "#app/care/draft/model/draft-budget.server.ts";
import { readTokensToday } from "#app/care/understand/model-budget.server.ts";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { showModelDays } from "#app/desk/show-model-days.server.ts";
import { env } from "#app/env.server.ts";
import { modelMayDraft } from "#app/shop/settings.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { ModelCard } from "./model-card.tsx";
import styles from "./settings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("settings.model"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "model");
  const { inShop, shop, settings } = session;
  const now = new Date();
  return inShop(async (tx) => ({
    model: {
      available: env.ANTHROPIC_API_KEY !== undefined,
      accepted: settings.modelAccepted,
      tokensToday: await readTokensToday(tx, shop.id, now),
      tokensPerDay: settings.modelTokensPerDay,
      // Accepted before drafts were part of it: readings alone, until the notice as it is now is accepted.
      drafts: modelMayDraft(settings),
      spentThisMonth: await readSpending(tx, shop.id, now),
      budgetPerMonth: settings.modelBudgetPerMonth,
      glossLanguage: composedLanguage(settings.glossLanguage),
      languages: composedLanguages,
      days: await showModelDays(tx, shop.id, now),
    },
  }));
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function ModelPage() {
  const say = useWords();
  const { model } = useLoaderData<typeof loader>();
  return (
    <Page
      title={say("settings.model")}
      subtitle={say("settings.model.description")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
    >
      <BlockStack gap="400">
        <ModelCard model={model} />
      </BlockStack>
    </Page>
  );
}
