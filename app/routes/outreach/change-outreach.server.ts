import type { Fault } from "#app/lib/fault.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";
import { readFields } from "./fields.ts";

export type OutreachAnswer = { outcome: "saved" } | { outcome: "refused"; errors: Record<string, Fault> };

/** Saves the whole form, or names each field that was refused. */
export async function changeOutreach(
  session: Pick<StaffSession, "inShop" | "shop" | "staff">,
  form: FormData,
): Promise<OutreachAnswer> {
  requireRole(session, "outreach");
  const { inShop, shop } = session;
  const given = form.get("settings");
  const read = readFields(typeof given === "string" ? parsed(given) : null);
  if (read.outcome === "refused") return read;
  const { outreach, promises } = read;
  await inShop((tx) => saveSettings(tx, shop.id, { outreach, promises }));
  return { outcome: "saved" };
}

/** What no form of ours sends is no settings. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
