import { RelativeTime, useNow } from "#app/components/relative-time.tsx";
import { dateTimeLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { zonedShortDay, zonedTime } from "#app/components/zoned-time.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

/** What time says most of a conversation: how long somebody waits, when it comes back, or when it last moved. */
export function TimeOfIt({ item, zone }: { item: ListedConversation; zone: string | null }) {
  const say = useWords();
  const now = useNow();
  const { snoozedUntil, waitingSince, status } = item;
  if (status === "snoozed" && snoozedUntil)
    return (
      <time dateTime={snoozedUntil} title={zonedTime(say, snoozedUntil, zone)}>
        {say("inbox.until", { time: zonedShortDay(say, snoozedUntil, zone) })}
      </time>
    );
  if (!waitingSince || now === null) return <RelativeTime at={item.updatedAt} />;
  return (
    <time dateTime={waitingSince} title={dateTimeLabel(say, waitingSince)}>
      {say("inbox.waits", { time: lengthLabel(say, now - Date.parse(waitingSince)) })}
    </time>
  );
}

const STEPS = [
  [days(1), "day"],
  [hours(1), "hour"],
  [minutes(1), "minute"],
] as const;

/** "3 hr": as long as it takes to read. */
function lengthLabel(say: Say, ms: number): string {
  const [length, unit] = STEPS.find(([from]) => ms >= from) ?? [minutes(1), "minute"];
  return numberFormat(say, { style: "unit", unit, unitDisplay: "short" }).format(
    Math.max(1, Math.floor(ms / length)),
  );
}
