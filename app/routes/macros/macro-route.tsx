import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
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
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { articleLanguages } from "#app/voice/article.ts";
import { readMacro } from "#app/voice/read-macro.server.ts";
import { changeMacros } from "./change-macros.server.ts";
import { blankDraft, draftOf } from "./macro-draft.ts";
import { MacroForm } from "./macro-form.tsx";

type Loaded = { macro: { name: string } | null };
export const meta = titled((say, data: Loaded | undefined) => data?.macro?.name ?? say("macros.new"));

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop, settings } = session;
  const id = params["macroId"] ?? "new";
  const macro = id === "new" ? null : await inShop((tx) => readMacro(tx, shop.id, id));
  if (id !== "new" && !macro) throw new Response("There is no such macro.", { status: 404 });
  const languages = [...articleLanguages];
  const first = languages.find((tag) => tag === settings.glossLanguage) ?? "en";
  return { macro, languages, first };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeMacros(session, await request.formData());
};

export const shouldRevalidate = stillThere;

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

/** What is being written stays while the connection is lost. */
export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  known.load(new URL(request.url).pathname, () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function MacroPage() {
  const say = useWords();
  const { lost, ...data } = useLoaderData<typeof clientLoader>();
  const { pathname } = useLocation();
  useEffect(() => known.remember(pathname, data));
  const { macro, languages, first } = data;
  const saved = macro ? { id: macro.id, version: macro.version, draft: draftOf(macro) } : null;
  return (
    <Page
      narrowWidth
      title={macro?.name ?? say("macros.new")}
      backAction={{ content: say("macros.title"), url: "/settings/macros" }}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <MacroForm
          key={saved ? `${saved.id} ${saved.version}` : "new"}
          saved={saved}
          begun={saved?.draft ?? blankDraft(first)}
          languages={languages}
        />
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
