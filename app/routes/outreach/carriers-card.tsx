import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { SmallTable } from "#app/components/small-table.tsx";
import type { ShownCarrier } from "#app/desk/show-carriers.server.ts";
import { regionLabel, spanLabel } from "#app/components/issue-labels.ts";
import type { Say } from "#app/words/say.ts";
import { useWords, Words } from "#app/components/words.tsx";
import { numberLabel, percentLabel } from "#app/components/labels.ts";

/** What Attune hears of each carrier, learned from the shop's own parcels. Who never reports is not tracked, and never "not moving". */
export function CarriersCard({ carriers: known }: { carriers: ShownCarrier[] }) {
  const say = useWords();
  const [all, setAll] = useState(false);
  const carriers = known.filter((one) => !isRepeated(one, known));
  if (carriers.length === 0) {
    return (
      <Card>
        <Text as="p" tone="subdued">
          {say("outreach.carriers.none")}
        </Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <SmallTable
          caption={say("outreach.carriers.caption")}
          columns={[
            { heading: say("outreach.carriers.name") },
            { heading: say("outreach.carriers.parcels"), numeric: true },
            { heading: say("outreach.carriers.reports") },
            { heading: say("outreach.carriers.usually") },
          ]}
          rows={(all ? carriers : carriers.slice(0, SHOWN)).map((one) => ({
            key: `${one.carrier} ${one.country}`,
            cells: [
              <CarrierName key="name" carrier={one} />,
              numberLabel(say, one.parcels),
              one.tracked ? (
                say("outreach.carriers.share", { share: percentLabel(say, one.coverage) })
              ) : (
                <Badge key="tracked">{say("outreach.carriers.notTracked")}</Badge>
              ),
              habitOf(say, one),
            ],
          }))}
        />
        {carriers.length > SHOWN && !all ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setAll(true)}>
              {say("outreach.carriers.showAll", { count: carriers.length })}
            </Button>
          </InlineStack>
        ) : null}
        <Text as="p" variant="bodySm" tone="subdued">
          {say("outreach.carriers.learned")}
        </Text>
      </BlockStack>
    </Card>
  );
}

const SHOWN = 10;

/** Of a carrier that goes to one country only, what holds of it holds there. */
const isRepeated = ({ carrier, country, parcels }: ShownCarrier, known: ShownCarrier[]) =>
  country !== null &&
  known.some((one) => one.carrier === carrier && one.country === null && one.parcels === parcels);

function CarrierName({ carrier: { carrier, country } }: { carrier: ShownCarrier }) {
  const say = useWords();
  const name = <BidiText>{carrier}</BidiText>;
  if (!country) return name;
  return (
    <Words
      of="outreach.carriers.to"
      values={{
        carrier: name,
        country: regionLabel(say, country),
        to: (inner) => (
          <Text as="span" tone="subdued">
            {inner}
          </Text>
        ),
      }}
    />
  );
}

function habitOf(
  say: Say,
  { tracked, longestUsualGapMs: gap, usualTransitMs: transit }: ShownCarrier,
): string {
  if (!tracked) return "";
  const known =
    gap !== null && transit !== null ? "both" : gap !== null ? "gap" : transit !== null ? "transit" : "none";
  return say("outreach.carriers.habit", {
    known,
    gap: gap === null ? "" : spanLabel(say, gap),
    transit: transit === null ? "" : spanLabel(say, transit),
  });
}
