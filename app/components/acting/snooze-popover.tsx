import { ActionList, Popover } from "@shopify/polaris";
import type { ReactElement } from "react";
import { useNow } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedHour, zonedShortDay } from "#app/components/zoned-time.ts";
import type { SentChange } from "./sent-change.ts";
import { snoozeTimes } from "./snooze-times.ts";

type Given = {
  open: boolean;
  activator: ReactElement;
  zone: string | null;
  /** It sleeps already, and can be woken. */
  asleep?: boolean;
  onClose: () => void;
  onChange: (change: SentChange) => void;
};

/** Until when what is selected sleeps. */
export function SnoozePopover({ open, activator, zone, asleep = false, onClose, onChange }: Given) {
  const say = useWords();
  const now = useNow();
  const times = (now === null ? [] : snoozeTimes(now, zone)).map(({ id, at }) => {
    const hour = zonedHour(say, at, zone);
    const time = id === "later" ? hour : `${zonedShortDay(say, at, zone)}, ${hour}`;
    return {
      content: say(`inbox.act.snooze.${id}`, { time }),
      onAction: () => onChange({ snoozeUntil: at }),
    };
  });
  const wake = { content: say("acting.wake"), onAction: () => onChange({ snoozeUntil: null }) };
  return (
    <Popover
      active={open}
      activator={activator}
      onClose={onClose}
      autofocusTarget="first-node"
      preferredAlignment="left"
    >
      <ActionList actionRole="menuitem" items={asleep ? [wake, ...times] : times} />
    </Popover>
  );
}
