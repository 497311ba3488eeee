/** Asks what something would come to while it is typed. `wrong`: it is not valid yet (422). `lost`: nobody answered. */
export async function askLive<T extends object>(
  address: string,
  body: string,
  signal: AbortSignal,
): Promise<T | "wrong" | "lost"> {
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(address, { method: "POST", headers, body, signal });
    if (answer.status === 422) return "wrong";
    if (!answer.ok) return "lost";
    const found: T = await answer.json();
    return found;
  } catch {
    return "lost";
  }
}
