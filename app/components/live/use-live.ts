import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { pageConnection, type LiveState } from "./connection.ts";
import { nextPause, TOGETHER_MS } from "./pause-between.ts";

/** How often a screen looks by itself while news does not come to it. */
const POLLED_EVERY_MS = 5_000;
/** And while it does. */
const CLOCK_MS = 60_000;
/** A stream that the network left says nothing of it for long; the browser does. */
const NETWORK_TURNS = ["offline", "online"] as const;

type Listening = {
  /** The conversation that the screen is about; without one, all of them. */
  about?: string;
  /** Also told everything that is heard. */
  hear?: (event: DeskEvent) => void;
  active?: boolean;
  /** How often it looks by itself although news comes, in milliseconds: for what changes with the clock, or tells nobody. */
  everyMs?: number;
  /** What it shows is what it knew before: its last look did not get through. */
  lost?: boolean | undefined;
};

/**
 * Keeps a screen true: its loaders are asked again when something it shows changed. Where news cannot come by itself the screen asks
 * every few seconds. Answers which of the two it is.
 */
export function useLive(listening: Listening = {}): LiveState {
  const { about, hear, active = true, everyMs = CLOCK_MS, lost = false } = listening;
  const look = useLook();
  const told = useRef(hear);
  useEffect(() => {
    told.current = hear;
  });
  useEffect(() => {
    if (!active) return undefined;
    return pageConnection().hear((event) => {
      told.current?.(event);
      if (concerns(event, about)) lookWithin(asking.pause);
    });
  }, [about, active]);
  const state = useLiveState();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible") look();
      },
      state === "live" && !lost ? everyMs : Math.min(everyMs, POLLED_EVERY_MS),
    );
    return () => clearInterval(timer);
  }, [active, everyMs, look, state, lost]);
  useEffect(() => {
    if (!active) return undefined;
    for (const turn of NETWORK_TURNS) window.addEventListener(turn, look);
    return () => {
      for (const turn of NETWORK_TURNS) window.removeEventListener(turn, look);
    };
  }, [active, look]);
  return state;
}

/** Only told what is heard. */
export function useHear(hear: (event: DeskEvent) => void) {
  useEffect(() => pageConnection().hear(hear), [hear]);
}

function concerns(event: DeskEvent, about: string | undefined): boolean {
  if (event.kind === "hello") return true; // What happened before was not heard.
  if (event.kind !== "changed") return false;
  return about === undefined || event.ids === null || event.ids.includes(about);
}

const onServer = (): LiveState => "live";

const useLiveState = () =>
  useSyncExternalStore(
    (watcher) => pageConnection().watch(watcher),
    () => pageConnection().state(),
    onServer,
  );

/** One for the page: two that asked by themselves would break each other's answer off. */
const asking: Asking = {
  ...{ timer: undefined, due: 0, waits: false, again: null, busy: false, last: 0, pause: TOGETHER_MS },
  ask: () => {},
};

/**
 * Asks the loaders again: once for many calls, `pause` milliseconds after they were asked last, and once more when something changed while
 * they answered. `isLate`: it was asked for before now.
 */
function lookWithin(pause: number, isLate = false) {
  if (asking.busy) {
    asking.again = Math.min(asking.again ?? pause, pause);
    return;
  }
  const now = Date.now();
  const due = Math.max(now, asking.last + pause);
  if (asking.timer !== undefined && asking.due <= due) return;
  clearTimeout(asking.timer);
  asking.due = due;
  asking.waits = isLate || due > now;
  asking.timer = setTimeout(() => {
    asking.timer = undefined;
    asking.pause = nextPause(asking.pause, { since: Date.now() - asking.last, waits: asking.waits });
    asking.last = Date.now();
    asking.ask();
  }, due - now);
}

/** For who just did something: soon, however much news there is. */
const look = () => lookWithin(TOGETHER_MS);

export function useLook(): () => void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    asking.busy = state !== "idle";
    asking.ask = revalidate;
    if (asking.busy || asking.again === null) return;
    const pause = asking.again;
    asking.again = null;
    lookWithin(pause, true);
  }, [revalidate, state]);
  return look;
}

type Asking = {
  timer: ReturnType<typeof setTimeout> | undefined;
  /** When that goes off. */
  due: number;
  /** Whether that is later than it was asked for: the screen looked only just now, or was still being answered. */
  waits: boolean;
  /** Something changed while an answer was awaited: the shortest pause that was asked for. */
  again: number | null;
  busy: boolean;
  /** When it was asked last. */
  last: number;
  /** How long news waits since then. */
  pause: number;
  ask: () => void;
};
