import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useSearchParams,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Box, Button, Card, EmptyState, InlineStack, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { articleLanguages, type Article } from "#app/voice/article.ts";
import { listArticles } from "#app/voice/list-articles.server.ts";
import { changeKnowledge } from "./change-knowledge.server.ts";
import { KnowledgeForm } from "./knowledge-form.tsx";
import { KnowledgeRow } from "./knowledge-row.tsx";

export const meta = titled((say) => say("knowledge.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop } = session;
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const listed = await inShop((tx) => listArticles(tx, shop.id, { cursor, macros: false }));
  return { ...listed, languages: [...articleLanguages] };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeKnowledge(session, await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, request }: ClientLoaderFunctionArgs) =>
  known.load(new URL(request.url).searchParams.get("cursor") ?? "", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function KnowledgePage() {
  const { items, nextCursor, languages, lost } = useLoaderData<typeof clientLoader>();
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Article | "new" | null>(null);
  const cursor = params.get("cursor") ?? "";
  useEffect(
    () => known.remember(cursor, { items, nextCursor, languages }),
    [cursor, items, nextCursor, languages],
  );
  const add = () => setEditing("new");
  return (
    <Page
      title={say("knowledge.title")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
      {...(editing === null && items.length > 0
        ? { primaryAction: { content: say("knowledge.add"), onAction: add } }
        : {})}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {say("knowledge.intro")}
          </Text>
        </Box>
        {editing ? (
          <KnowledgeForm
            key={editing === "new" ? "new" : editing.id}
            article={editing === "new" ? null : editing}
            languages={languages}
            onDone={() => setEditing(null)}
          />
        ) : null}
        {items.length > 0 ? (
          items.map((article) => (
            <KnowledgeRow key={article.id} article={article} onEdit={() => setEditing(article)} />
          ))
        ) : editing ? null : (
          <Card>
            <EmptyState
              heading={say("knowledge.empty")}
              image=""
              action={{ content: say("knowledge.add"), onAction: add }}
            >
              <p>{say("knowledge.empty.text")}</p>
            </EmptyState>
          </Card>
        )}
        {nextCursor || cursor ? (
          <InlineStack gap="200">
            {cursor ? <Button onClick={() => setParams({})}>{say("paging.beginning")}</Button> : null}
            {nextCursor ? (
              <Button onClick={() => setParams({ cursor: nextCursor })}>{say("paging.next")}</Button>
            ) : null}
          </InlineStack>
        ) : null}
      </BlockStack>
    </Page>
  );
}
