import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { SmallTable } from "#app/components/small-table.tsx";
import type { ShownCarrier } from "#app/desk/show-carriers.server.ts";
import { regionLabel, spanLabel } from "#app/components/issue-labels.ts";
import type { Say } from "#app/words/say.ts";
import { useWords } from "#app/components/words.tsx";

/** What Attune hears of each carrier, learned from the shop's own parcels. Who never reports is not tracked, and never "not moving". */
export function CarriersCard({ carriers: known }: { carriers: ShownCarrier[] }) {
  const say = useWords();
  const [all, setAll] = useState(false);
  const carriers = known.filter((one) => !isRepeated(one, known));
  if (carriers.length === 0) {
    return (
      <Card>
        <Text as="p" tone="subdued">
          Not enough parcels have left yet to know how your carriers report. Until then a parcel counts as not
          moving only after a long silence.
        </Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <SmallTable
          caption="How carriers report"
          columns={[
            { heading: "Carrier" },
            { heading: "Parcels", numeric: true },
            { heading: "Reports on" },
            { heading: "Usually" },
          ]}
          rows={(all ? carriers : carriers.slice(0, SHOWN)).map((one) => ({
            key: `${one.carrier} ${one.country}`,
            cells: [
              <CarrierName key="name" carrier={one} />,
              one.parcels.toLocaleString("en"),
              one.tracked ? (
                `${Math.round(one.coverage * 100)}% of them`
              ) : (
                <Badge key="tracked">Not tracked</Badge>
              ),
              habitOf(say, one),
            ],
          }))}
        />
        {carriers.length > SHOWN && !all ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setAll(true)}>
              {`Show all ${carriers.length}`}
            </Button>
          </InlineStack>
        ) : null}
        <Text as="p" variant="bodySm" tone="subdued">
          Learned from your own parcels of the last months. A carrier that hardly reports is not tracked: its
          silence says nothing, and no parcel of it counts as not moving.
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
  return (
    <span>
      <BidiText>{carrier}</BidiText>
      {country ? (
        <Text as="span" tone="subdued">
          {` to ${regionLabel(say, country)}`}
        </Text>
      ) : null}
    </span>
  );
}

function habitOf(say: Say, { tracked, longestUsualGapMs, usualTransitMs }: ShownCarrier): string {
  if (!tracked) return "";
  const parts = [
    ...(longestUsualGapMs === null ? [] : [`silent up to ${spanLabel(say, longestUsualGapMs)}`]),
    ...(usualTransitMs === null ? [] : [`arrives within ${spanLabel(say, usualTransitMs)}`]),
  ];
  const said = parts.join(", ");
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Still being learned";
}
