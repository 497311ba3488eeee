import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { pageConnection, type LiveState } from "./connection.ts";

/** Changes come in bursts: the first is looked at at once, what follows it so closely together. */
const TOGETHER_MS = 300;
/** How often a screen looks by itself while news does not come to it. */
const POLLED_EVERY_MS = 5_000;
/** And while it does. */
const CLOCK_MS = 60_000;

type Listening = {
  /** The conversation that the screen is about; without one, all of them. */
  about?: string;
  /** Also told everything that is heard. */
  hear?: (event: DeskEvent) => void;
  active?: boolean;
  /** How often it looks by itself although news comes, in milliseconds: for what changes with the clock, or tells nobody. */
  everyMs?: number;
};

/**
 * Keeps a screen true: its loaders are asked again when something it shows changed. Where news cannot come by itself the screen asks
 * every few seconds. Answers which of the two it is.
 */
export function useLive({ about, hear, active = true, everyMs = CLOCK_MS }: Listening = {}): LiveState {
  const look = useLook();
  const told = useRef(hear);
  useEffect(() => {
    told.current = hear;
  });
  useEffect(() => {
    if (!active) return undefined;
    return pageConnection().hear((event) => {
      told.current?.(event);
      if (concerns(event, about)) look();
    });
  }, [about, active, look]);
  const state = useLiveState();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible") look();
      },
      state === "live" ? everyMs : Math.min(everyMs, POLLED_EVERY_MS),
    );
    return () => clearInterval(timer);
  }, [active, everyMs, look, state]);
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
const asking: Asking = { timer: undefined, again: false, busy: false, last: 0, ask: () => {} };

/** Asks the loaders again: soon, once for many calls, and once more when something changed while they answered. */
function look() {
  if (asking.busy) asking.again = true;
  else
    asking.timer ??= setTimeout(
      () => {
        asking.timer = undefined;
        asking.last = Date.now();
        asking.ask();
      },
      Math.max(0, asking.last + TOGETHER_MS - Date.now()),
    );
}

export function useLook(): () => void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    asking.busy = state !== "idle";
    asking.ask = revalidate;
    if (asking.busy || !asking.again) return;
    asking.again = false;
    look();
  }, [revalidate, state]);
  return look;
}

type Asking = {
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Something changed while an answer was awaited. */
  again: boolean;
  busy: boolean;
  /** When it was asked last. */
  last: number;
  ask: () => void;
};
