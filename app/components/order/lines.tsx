import { Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { moneyLabel, numberLabel } from "#app/components/labels.ts";
import { useWords, Words } from "#app/components/words.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { variantOf } from "#app/mirror/variant-of.ts";
import { Folded } from "./folded.tsx";

type Line = ConversationDetail["orders"][number]["lines"][number];
const LINES_SHOWN = 5;

/** What was bought, and what of it is still to be had. */
export function Lines({ lines }: { lines: Line[] }) {
  const items = lines.map((line) => (
    <li key={line.id} className="attune-row">
      <LineWords line={line} />
      <LinePrice line={line} />
    </li>
  ));
  return <Folded items={items} most={LINES_SHOWN} all="order.allLines" />;
}

function LineWords({ line }: { line: Line }) {
  const say = useWords();
  const { quantity, currentQuantity, title, sku } = line;
  const left = currentQuantity !== null && currentQuantity < quantity ? currentQuantity : null;
  const variant = variantOf(line);
  return (
    <div>
      <Text as="span">
        <Words
          of="order.line"
          values={{ quantity: numberLabel(say, quantity), item: <BidiText>{title}</BidiText> }}
        />
      </Text>
      {variant || sku ? (
        <Text as="p" variant="bodySm" tone="subdued">
          <BidiText>{[variant, sku].filter(Boolean).join(" · ")}</BidiText>
        </Text>
      ) : null}
      {left === null ? null : (
        <Text as="p" variant="bodySm" tone="caution">
          {say("order.lineLeft", { left, bought: quantity })}
        </Text>
      )}
    </div>
  );
}

function LinePrice({ line: { quantity, price } }: { line: Line }) {
  const say = useWords();
  const money = moneyLabel(say, price);
  return (
    <Text as="span" tone="subdued">
      {quantity > 1 && money ? say("order.priceEach", { price: money }) : money}
    </Text>
  );
}
