import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Checkbox, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationDetail, ShownStaffFact } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords, Words } from "#app/components/words.tsx";

type Given = { conversation: Pick<ConversationDetail, "staffFacts" | "orders" | "replyLanguage" | "id"> };

const LONGEST = 500;

/** What people of the team know and no record says: evidence for the draft and for an edit, under the name of who said it. */
export function StaffFactsCard({ conversation }: Given) {
  const say = useWords();
  const { staffFacts, orders } = conversation;
  const nameOf = (id: string | null) => orders.find((order) => order.id === id)?.name ?? null;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say("conversation.facts.title")}
          </Text>
          <Text as="p" tone="subdued">
            {say("conversation.facts.what")}
          </Text>
        </BlockStack>
        {staffFacts.length > 0 ? (
          <BlockStack gap="300" as="ul">
            {staffFacts.map((fact) => (
              <FactRow key={fact.id} fact={fact} order={nameOf(fact.orderId)} />
            ))}
          </BlockStack>
        ) : null}
        <AddFact key={conversation.id} conversation={conversation} />
      </BlockStack>
    </Card>
  );
}

function FactRow({ fact, order }: { fact: ShownStaffFact; order: string | null }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>({ key: `fact:${fact.id}` });
  useOutcomeToast(fetcher.data);
  return (
    <li style={{ listStyle: "none" }}>
      <BlockStack gap="100">
        <Text as="p">
          <BidiText>{`“${fact.text}”`}</BidiText>
        </Text>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          <Words
            of="conversation.facts.said"
            values={{
              name: fact.by.name,
              ago: <RelativeTime at={fact.at} />,
              order: order ?? "none",
              language: fact.quoteIn ? languageLabel(say, fact.quoteIn) : "none",
            }}
          />
        </Text>
        <InlineStack>
          <Button
            variant="plain"
            tone="critical"
            loading={fetcher.state !== "idle"}
            accessibilityLabel={say("conversation.facts.removeIt", { fact: fact.text })}
            onClick={() => fetcher.submit({ intent: "remove-fact", factId: fact.id }, { method: "post" })}
          >
            {say("conversation.facts.remove")}
          </Button>
        </InlineStack>
        {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
      </BlockStack>
    </li>
  );
}

function AddFact({ conversation: { orders, replyLanguage } }: Given) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>({ key: "add-fact" });
  useOutcomeToast(fetcher.data);
  const [text, setText] = useState("");
  const [orderId, setOrderId] = useState(orders[0]?.id ?? "");
  const [quote, setQuote] = useState(false);
  const [taken, setTaken] = useState<unknown>(fetcher.data);
  // What was added is in the list above: the next one starts from nothing.
  if (fetcher.state === "idle" && fetcher.data !== taken) {
    setTaken(fetcher.data);
    if (fetcher.data?.outcome === "fact_added") setText("");
  }
  const language = languageLabel(say, replyLanguage);
  const add = () =>
    fetcher.submit(
      { intent: "add-fact", text, orderId, quoteIn: quote ? replyLanguage : "" },
      { method: "post" },
    );
  return (
    <BlockStack gap="300">
      <TextField
        label={say("conversation.facts.add")}
        value={text}
        onChange={setText}
        multiline={text === "" ? 1 : 2}
        autoComplete="off"
        maxLength={LONGEST}
        placeholder={say("conversation.facts.example")}
      />
      {text === "" ? null : (
        <>
          {orders.length > 0 ? (
            <Select
              label={say("conversation.facts.about")}
              options={[
                ...orders.map(({ id, name }) => ({
                  label: say("conversation.facts.order", { name }),
                  value: id,
                })),
                { label: say("conversation.facts.noOrder"), value: "" },
              ]}
              value={orderId}
              onChange={setOrderId}
              helpText={say(orderId ? "conversation.facts.ownerOnly" : "conversation.facts.anybody")}
            />
          ) : null}
          <Checkbox
            label={say("conversation.facts.quote")}
            checked={quote}
            onChange={setQuote}
            helpText={say("conversation.facts.quote.help", { language })}
          />
          <InlineStack>
            <Button onClick={add} disabled={text.trim() === ""} loading={fetcher.state !== "idle"}>
              {say("conversation.facts.addIt")}
            </Button>
          </InlineStack>
        </>
      )}
      {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
    </BlockStack>
  );
}
