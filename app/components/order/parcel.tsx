import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { statusLabel } from "#app/components/labels.ts";
import { useNow } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedDay, zonedShortDay, zonedTime } from "#app/components/zoned-time.ts";
import { hostOf } from "#app/conversation/name-link-hosts.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { Folded } from "./folded.tsx";
import { placeWords } from "./place-words.ts";

type Shipment = ConversationDetail["orders"][number]["fulfillments"][number];
type Given = { parcel: Shipment; journey: boolean; zone: string | null };
const EVENTS_SHOWN = 3;
/** Where the carrier's own words say more than the event's name. */
const TELLING: ReadonlySet<string> = new Set(["attempted_delivery", "delayed", "failure"]);

/** One parcel: who carries it, where it was seen, the newest first, and when it comes. */
export function Parcel({ parcel, journey, zone }: Given) {
  const say = useWords();
  return (
    <BlockStack gap="150">
      <InlineStack align="space-between" gap="200">
        <Text as="h3" variant="headingSm">
          <BidiText>{parcel.trackingCompany ?? say("order.parcel")}</BidiText>
        </Text>
        <Arrival parcel={parcel} zone={zone} />
      </InlineStack>
      {parcel.trackingNumber ? (
        <Tracking number={parcel.trackingNumber} address={parcel.trackingUrl ?? null} />
      ) : (
        <Text as="p" tone="subdued">
          {say("order.noTracking")}
        </Text>
      )}
      {journey ? <Journey parcel={parcel} zone={zone} /> : null}
    </BlockStack>
  );
}

/** What a shop's own system wrote as the carrier's page may be any address: none but the web's is followed. */
function Tracking({ number, address }: { number: string; address: string | null }) {
  return (
    <Text as="p" breakWord>
      {address && hostOf(address) ? (
        <Link url={address} target="_blank">
          {number}
        </Link>
      ) : (
        number
      )}
    </Text>
  );
}

function Journey({ parcel, zone }: Omit<Given, "journey">) {
  const say = useWords();
  const events = parcel.events.toSorted((one, other) => other.at.localeCompare(one.at));
  if (events.length === 0)
    return (
      <Text as="p" tone="subdued">
        {say("order.noEvents")}
      </Text>
    );
  const items = events.map((event, nth) => (
    <li key={`${event.status}${event.at}${nth}`} className="attune-event">
      <Text as="p" fontWeight={nth === 0 ? "medium" : "regular"}>
        {statusLabel(say, event.status)}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        <time dateTime={event.at}>{zonedTime(say, event.at, zone)}</time>
        {event.city || event.country ? (
          <>
            {" · "}
            {placeWords(say, event)}
          </>
        ) : null}
      </Text>
      {event.message && TELLING.has(event.status) ? (
        <Text as="p" variant="bodySm" tone="subdued">
          <BidiText>{event.message}</BidiText>
        </Text>
      ) : null}
    </li>
  ));
  return <Folded items={items} most={EVENTS_SHOWN} all="order.allEvents" ordered />;
}

function Arrival({ parcel, zone }: Omit<Given, "journey">) {
  const say = useWords();
  const now = useNow();
  const { deliveredAt, estimatedDeliveryAt: expectedAt } = parcel;
  if (deliveredAt)
    return (
      <Badge tone="success">{say("order.delivered", { date: zonedShortDay(say, deliveredAt, zone) })}</Badge>
    );
  if (!expectedAt) return null;
  const late = now !== null && new Date(expectedAt).getTime() < now;
  return (
    <Badge tone={late ? "warning" : "info"}>
      {say(late ? "order.wasExpected" : "order.expected", { date: zonedDay(say, expectedAt, zone) })}
    </Badge>
  );
}
