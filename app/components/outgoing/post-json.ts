import type { Unreachable } from "#app/components/last-known.ts";

/** Asks one of our own addresses with JSON. A refusal is an answer; what was not reached says so, and nothing typed is lost. */
export async function postJson<T>(address: string, body: unknown): Promise<T | Unreachable> {
  return ask<T>(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** The same in any other way. */
export async function ask<T>(address: string, how: RequestInit): Promise<T | Unreachable> {
  try {
    const answer = await fetch(address, how);
    if (!answer.ok) return { outcome: "unreachable" };
    const said: T = await answer.json();
    return said;
  } catch {
    return { outcome: "unreachable" };
  }
}
