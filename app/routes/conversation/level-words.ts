import type { ShownClock } from "#app/desk/show-level.server.ts";
import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

/**
 * "Due in 2 h 10 min": in hours of the wall, since that is when somebody has to look; what is left of a paused clock are business hours.
 * `now` null: on the server, which knows none.
 */
export function clockStateLabel(say: Say, clock: ShownClock, now: number | null): string {
  const { state, dueAt, leftMinutes } = clock;
  switch (state) {
    case "met":
      return say("levels.state.met");
    case "late":
      return say("levels.state.late");
    case "missed":
      return say("levels.state.missed");
    case "paused":
      return say("levels.state.paused", { left: shortLabel(say, Math.max(0, leftMinutes)) });
    case "running": {
      if (!dueAt || now === null) return say("levels.state.running");
      const ahead = Math.max(0, Math.round((Date.parse(dueAt) - now) / 60_000));
      return say("levels.state.dueIn", { time: lengthLabel(say, ahead) });
    }
  }
}

const DAY = 24 * 60;

/** "3 days", "2 hr 10 min", "5 min". */
function lengthLabel(say: Say, minutes: number): string {
  return minutes >= 2 * DAY ? part(say, Math.round(minutes / DAY), "day") : shortLabel(say, minutes);
}

/** "24 hr", "2 hr 10 min", "5 min". */
function shortLabel(say: Say, minutes: number): string {
  // Nobody counts minutes so far ahead.
  if (minutes >= DAY / 2) return part(say, Math.round(minutes / 60), "hour");
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return part(say, rest, "minute");
  return rest === 0 ? part(say, hours, "hour") : `${part(say, hours, "hour")} ${part(say, rest, "minute")}`;
}

const part = (say: Say, count: number, unit: "day" | "hour" | "minute") =>
  numberFormat(say, { style: "unit", unit, unitDisplay: unit === "day" ? "long" : "short" }).format(count);
