import { minutes } from "#app/lib/duration.ts";

export type AlertState = {
  reason: string;
  state: string;
  rounds: number;
  /** Somebody opened what it is about, or did something there since. */
  seen: boolean;
};

export type NextRound =
  | { next: "tell"; round: number; lookAt: Date }
  /** Nobody has to be told any more, or was told as often as the shop wants. */
  | { next: "end"; as: "acknowledged" | "ended"; why: string }
  | { next: "nothing" };

/** Whether somebody is told once more, pure. Each round but the last is followed by another one, until somebody looked. */
export function nextRound(
  alert: AlertState,
  settings: { on: boolean; repeatMinutes: number; most: number },
  now: Date,
): NextRound {
  if (alert.state !== "open") return { next: "nothing" };
  const isTrial = alert.reason === "test";
  if (alert.seen) return { next: "end", as: "acknowledged", why: "somebody looked" };
  if (!settings.on && !isTrial) return { next: "end", as: "ended", why: "alerts are off" };
  if (alert.rounds >= (isTrial ? 1 : settings.most))
    return { next: "end", as: "ended", why: "it was told as often as the shop wants" };
  const lookAt = new Date(now.getTime() + minutes(settings.repeatMinutes));
  return { next: "tell", round: alert.rounds + 1, lookAt };
}
