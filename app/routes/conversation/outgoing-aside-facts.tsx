import { BlockStack, Checkbox, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { SideFact } from "#app/care/review/side/side-facts.ts";
import type { Tellable } from "#app/desk/show-tellable.server.ts";
import type { Say } from "#app/words/say.ts";

type Given = {
  tellable: Tellable;
  told: ReadonlySet<string>;
  onTell: (id: string, line: string) => void;
  disabled: boolean;
};

/** What can be told of the conversation's orders and of the shopper. Nothing is told that is not ticked. */
export function AsideFacts({ tellable, told, onTell, disabled }: Given) {
  const say = useWords();
  const { orders, shopper } = tellable;
  const ticked = { told, onTell, disabled };
  const groups = [
    ...orders.map(({ orderId, name, facts }) => ({
      id: orderId,
      title: say("outgoing.aside.factsOf", { order: name }),
      facts,
    })),
    { id: "shopper", title: say("outgoing.aside.factsOfShopper"), facts: shopper },
  ].filter(({ facts }) => facts.length > 0);
  return (
    <BlockStack gap="300">
      {groups.map(({ id, title, facts }) => (
        <fieldset key={id} className="attune-fieldset" disabled={disabled}>
          <legend>
            <Text as="span" fontWeight="medium">
              {title}
            </Text>
          </legend>
          <BlockStack gap="200">
            <Facts facts={facts.filter(({ personal }) => !personal)} {...ticked} />
            {facts.some(({ personal }) => personal) ? (
              <Text as="p" variant="bodySm" tone="subdued">
                {say("outgoing.aside.personal")}
              </Text>
            ) : null}
            <Facts facts={facts.filter(({ personal }) => personal)} {...ticked} />
          </BlockStack>
        </fieldset>
      ))}
    </BlockStack>
  );
}

type Ticked = Pick<Given, "told" | "onTell" | "disabled"> & { facts: SideFact[] };

function Facts({ facts, told, onTell, disabled }: Ticked) {
  const say = useWords();
  if (facts.length === 0) return null;
  return (
    <ul className="attune-ticks">
      {facts.map((fact) => (
        <li key={fact.id}>
          <Checkbox
            label={lineOf(say, fact)}
            checked={told.has(fact.id)}
            disabled={disabled}
            onChange={() => onTell(fact.id, lineOf(say, fact))}
          />
        </li>
      ))}
    </ul>
  );
}

/** A fact as it stands in the mail: "Tracking number: JD01…". */
const lineOf = (say: Say, { kind, value }: SideFact): string =>
  say("outgoing.fact.line", { label: say(`outgoing.fact.${kind}`), value: value.replaceAll("\n", ", ") });
