import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Box, Card, EmptyState, InlineStack, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { COUNTED_DAYS, countEdits, type CountedEdits } from "#app/care/learn/count-edits.server.ts";
import { listLessons, type ListedLesson } from "#app/care/learn/list-lessons.server.ts";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { numberLabel } from "#app/components/labels.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeLessons } from "./change-lessons.server.ts";
import { LessonCard } from "./lesson-card.tsx";

export const meta = titled((say) => say("lessons.title"));

/** More come up once these are decided. */
const MOST_SHOWN = 50;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop, keys } = session;
  return inShop(async (tx) => {
    const of = async (state: ListedLesson["state"]) =>
      (await listLessons(tx, keys, { state, limit: MOST_SHOWN })).items;
    return {
      proposed: await of("proposed"),
      approved: await of("approved"),
      setAside: [...(await of("taken_back")), ...(await of("declined"))],
      counted: await countEdits(tx, shop.id, new Date()),
      countedDays: COUNTED_DAYS,
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeLessons(session, await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function LessonsPage() {
  const say = useWords();
  const { proposed, approved, setAside, counted, countedDays, lost } = useLoaderData<typeof clientLoader>();
  useEffect(
    () => known.remember("", { proposed, approved, setAside, counted, countedDays }),
    [proposed, approved, setAside, counted, countedDays],
  );
  return (
    <Page title={say("lessons.title")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <BlockStack gap="500">
        <LostConnection lost={lost} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {say("lessons.intro")}
          </Text>
        </Box>
        {proposed.length > 0 ? (
          <Lessons title={say("lessons.group.proposed")} lessons={proposed} />
        ) : (
          <Card>
            <EmptyState heading={say("lessons.empty")} image="">
              <p>{say("lessons.empty.text")}</p>
            </EmptyState>
          </Card>
        )}
        <Lessons title={say("lessons.group.approved")} lessons={approved} />
        <Lessons title={say("lessons.group.setAside")} lessons={setAside} />
        <Counted counted={counted} days={countedDays} />
      </BlockStack>
    </Page>
  );
}

function Lessons({ title, lessons }: { title: string; lessons: ListedLesson[] }) {
  if (lessons.length === 0) return null;
  return (
    <BlockStack gap="300">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
      </Box>
      {lessons.map((lesson) => (
        <LessonCard key={`${lesson.id} ${lesson.state}`} lesson={lesson} />
      ))}
    </BlockStack>
  );
}

/** What was changed, whether or not it teaches anything. */
function Counted({ counted, days }: { counted: CountedEdits; days: number }) {
  const say = useWords();
  if (counted.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("lessons.counted", { days })}
        </Text>
        <BlockStack gap="100" as="ul">
          {counted.map(({ class: of, count }) => (
            <li key={of}>
              <InlineStack align="space-between" gap="200">
                <Text as="span">{say(`lessons.edit.${of}`)}</Text>
                <Text as="span" numeric>
                  {numberLabel(say, count)}
                </Text>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
