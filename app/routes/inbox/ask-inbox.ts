import type { InboxAnswer } from "./change-inbox.server.ts";

export type Unreached = { outcome: "unreached" };

/** Sends what the inbox asks for. */
export async function askInbox(body: unknown): Promise<InboxAnswer | Unreached> {
  try {
    const answer = await fetch("/inbox/change", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? ((await answer.json()) as InboxAnswer) : { outcome: "unreached" };
  } catch {
    return { outcome: "unreached" };
  }
}
