import { Badge, BlockStack, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import {
  countLabel,
  identityLabel,
  isolated,
  languageLabel,
  moneyLabel,
  numberLabel,
} from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { ShownShopper } from "#app/desk/shopper-shapes.ts";
import type { Say } from "#app/words/say.ts";
import { monthLabel, ratingWords } from "./shopper-words.ts";
import { Consent, PastConversations, Problems, Promises } from "./shopper-history.tsx";

/** Who wrote, how far it is proven that they are who the order belongs to, and what the shop and they had with each other before. */
export function ShopperCard({
  conversation,
  zone = null,
}: {
  conversation: ConversationDetail;
  zone?: string | null;
}) {
  const { shopper } = conversation;
  return (
    <Card>
      <BlockStack gap="300">
        <Who conversation={conversation} zone={zone} />
        <Figures shopper={shopper} />
        <Divider />
        <PastConversations shopper={shopper} />
        <Problems issues={shopper.issues} />
        <Promises promises={shopper.promises} />
        <Consent shopper={shopper} zone={zone} />
      </BlockStack>
    </Card>
  );
}

function Who({ conversation, zone }: { conversation: ConversationDetail; zone: string | null }) {
  const say = useWords();
  const { customer, reading, language, shopper } = conversation;
  const name = customer.name || say("shopper.noName");
  return (
    <BlockStack gap="150">
      <Text as="h2" variant="headingMd">
        {say("conversation.shopper.title")}
      </Text>
      <Text as="p" fontWeight="medium">
        {customer.id ? (
          <Link
            url={`shopify:admin/customers/${customer.id}`}
            external
            removeUnderline
            accessibilityLabel={say("conversation.shopper.inAdmin", { name: isolated(name) })}
          >
            <BidiText>{name}</BidiText>
          </Link>
        ) : (
          <BidiText>{name}</BidiText>
        )}
      </Text>
      {customer.email ? (
        <Text as="p">
          <BidiText>{customer.email}</BidiText>
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {whoWords(say, { language, since: shopper.customerSince, zone })}
      </Text>
      {reading ? (
        <Text as="p" tone="subdued">
          {identityLabel(say, reading.identity)}
        </Text>
      ) : null}
      {shopper.rating ? (
        <InlineStack>
          <Badge tone={shopper.rating.good ? "success" : "attention"}>
            {say("conversation.shopper.ratedThis", { rating: ratingWords(say, shopper.rating) })}
          </Badge>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

type Known = { language: string | null; since: string | null; zone: string | null };

const whoWords = (say: Say, { language, since, zone }: Known): string =>
  [
    ...(language && language !== "und"
      ? [say("conversation.shopper.writesIn", { language: languageLabel(say, language) })]
      : []),
    ...(since ? [say("conversation.shopper.since", { month: monthLabel(say, since, zone) })] : []),
  ].join(" · ");

function Figures({ shopper: { orders, spent, past, more } }: { shopper: ShownShopper }) {
  const say = useWords();
  const conversations = past.length + 1;
  const figures = [
    [
      say("conversation.shopper.orders"),
      orders.more ? countLabel(say, orders.count, orders.count) : numberLabel(say, orders.count),
    ],
    ...(spent ? [[say("conversation.shopper.spent"), moneyLabel(say, spent)] as const] : []),
    [
      say("conversation.shopper.conversations"),
      more ? countLabel(say, conversations, conversations) : numberLabel(say, conversations),
    ],
  ] as const;
  return (
    <dl className="attune-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
