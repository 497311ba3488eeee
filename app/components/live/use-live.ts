import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { pageConnection, type LiveState } from "./connection.ts";

/** Changes come in bursts: the first is looked at at once, what follows it so closely together. */
const TOGETHER_MS = 300;
/** How often a screen looks by itself while news does not come to it. */
const POLLED_EVERY_MS = 5_000;
/** And while it does: what changes with the clock alone. */
const CLOCK_MS = 60_000;

type Listening = {
  /** The conversation that the screen is about; without one, all of them. */
  about?: string;
  /** Also told everything that is heard. */
  hear?: (event: DeskEvent) => void;
  active?: boolean;
};

/**
 * Keeps a screen true: its loaders are asked again when something it shows changed. Where news cannot come by itself the screen asks
 * every few seconds. Answers which of the two it is.
 */
export function useLive({ about, hear, active = true }: Listening = {}): LiveState {
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
      state === "live" ? CLOCK_MS : POLLED_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, [active, look, state]);
  return state;
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

/** Asks the loaders again: soon, once for many calls, and once more when something changed while they answered. */
function useLook(): () => void {
  const { revalidate, state } = useRevalidator();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; again: boolean; last: number }>({
    timer: undefined,
    again: false,
    last: 0,
  });
  const busy = useRef(false);
  const ask = useRef(() => {});
  useEffect(() => {
    busy.current = state !== "idle";
    ask.current = () => {
      waiting.current.timer = undefined;
      waiting.current.last = Date.now();
      revalidate();
    };
    if (state === "idle" && waiting.current.again) {
      waiting.current.again = false;
      look.current();
    }
  });
  useEffect(() => {
    const { current } = waiting;
    return () => clearTimeout(current.timer);
  }, []);
  const look = useRef(() => {
    const { current } = waiting;
    if (busy.current) current.again = true;
    else
      current.timer ??= setTimeout(
        () => ask.current(),
        Math.max(0, current.last + TOGETHER_MS - Date.now()),
      );
  });
  return look.current;
}
