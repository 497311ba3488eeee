import { ActionList, BlockStack, Button, Popover, TextField } from "@shopify/polaris";
import { useState, type ReactElement } from "react";
import { useNow } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedHour, zonedShortDay } from "#app/components/zoned-time.ts";
import { LONGEST_SNOOZE } from "#app/care/triage/change-of.ts";
import { days } from "#app/lib/duration.ts";
import { bounds, instantOf } from "./chosen-time.ts";
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
  const [picking, setPicking] = useState(false);
  if (picking && !open) setPicking(false);
  const times = (now === null ? [] : snoozeTimes(now, zone)).map(({ id, at }) => {
    const hour = zonedHour(say, at, zone);
    const time = id === "later" ? hour : `${zonedShortDay(say, at, zone)}, ${hour}`;
    return {
      content: say(`inbox.act.snooze.${id}`, { time }),
      onAction: () => onChange({ snoozeUntil: at }),
    };
  });
  const pick = { content: say("inbox.act.snooze.pick"), onAction: () => setPicking(true) };
  const wake = { content: say("acting.wake"), onAction: () => onChange({ snoozeUntil: null }) };
  return (
    <Popover
      active={open}
      activator={activator}
      onClose={onClose}
      autofocusTarget="first-node"
      preferredAlignment="left"
    >
      {picking && now !== null ? (
        <OwnTime {...{ now, zone }} onChoose={(at) => onChange({ snoozeUntil: at })} />
      ) : (
        <ActionList actionRole="menuitem" items={[...(asleep ? [wake] : []), ...times, pick]} />
      )}
    </Popover>
  );
}

type OwnGiven = { now: number; zone: string | null; onChoose: (at: string) => void };

/** A day and an hour of one's own, by the shop's clocks. */
function OwnTime({ now, zone, onChoose }: OwnGiven) {
  const say = useWords();
  const { first, tomorrow, last } = bounds(now, zone, Math.floor(LONGEST_SNOOZE / days(1)) - 1);
  const [day, setDay] = useState(tomorrow);
  const [hour, setHour] = useState("09:00");
  const [wrong, setWrong] = useState<"acting.refused.not_in_future" | "inbox.act.snooze.tooFar" | null>(null);
  const choose = () => {
    const at = instantOf(day, hour, zone);
    const ahead = at === null ? 0 : Date.parse(at) - Date.now();
    if (at === null || ahead <= 0) setWrong("acting.refused.not_in_future");
    else if (ahead > LONGEST_SNOOZE) setWrong("inbox.act.snooze.tooFar");
    else onChoose(at);
  };
  return (
    <div className="attune-pane">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <BlockStack gap="300">
          <TextField
            label={say("inbox.act.snooze.day")}
            type="date"
            min={first}
            max={last}
            value={day}
            onChange={(value) => {
              setDay(value);
              setWrong(null);
            }}
            error={wrong ? say(wrong) : undefined}
            focused
            autoComplete="off"
          />
          <TextField
            label={say("acting.handOver.hour")}
            type="time"
            value={hour}
            onChange={setHour}
            helpText={zone === null ? undefined : say("acting.handOver.zone", { zone })}
            autoComplete="off"
          />
          <Button submit variant="primary">
            {say("inbox.act.snooze")}
          </Button>
        </BlockStack>
      </form>
    </div>
  );
}
