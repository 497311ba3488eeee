import { isRouteErrorResponse } from "@remix-run/react";

/** What a screen is told instead of its server's answer when none came. */
export type Unreachable = { outcome: "unreachable" };

/** An answer of the server, a refusal or a redirect included, is passed on; everything else means that it was not reached. */
const isAnswer = (error: unknown) => isRouteErrorResponse(error) || error instanceof Response;

/** A click whose answer never came must not take the screen away with what was typed on it. */
export async function reachOr<T>(ask: () => Promise<T>): Promise<T | Unreachable> {
  try {
    return await ask();
  } catch (error) {
    if (isAnswer(error)) throw error;
    return { outcome: "unreachable" };
  }
}

/**
 * What a screen shows while a look for news does not get through: what it showed before, and that the connection is lost.
 * One per screen; `key` says what is looked at, so that one conversation is never shown for another.
 */
export function lastKnown<T extends object>() {
  let known: { key: string; data: T } | null = null;
  return {
    remember(key: string, data: T) {
      known = { key, data };
    },
    async load(key: string, ask: () => Promise<T>): Promise<T & { lost?: boolean }> {
      try {
        const data = await ask();
        known = { key, data };
        return data;
      } catch (error) {
        if (isAnswer(error) || known?.key !== key) throw error;
        return { ...known.data, lost: true };
      }
    },
  };
}
