import { z } from "zod";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import { changeStaff, type StaffChanged } from "#app/shop/change-staff.server.ts";
import { removeStaff } from "#app/shop/remove-staff.server.ts";
import { roles } from "#app/shop/roles.ts";
import { requireRole, type StaffSession } from "#app/staff.server.ts";

const id = z.string().regex(/^\d{1,20}$/u);

const act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign"), signsAs: z.string().trim().max(120) }),
  z.object({ intent: z.literal("away"), id, away: z.enum(["true", "false"]) }),
  z.object({ intent: z.literal("role"), id, role: z.enum(roles) }),
  z.object({ intent: z.literal("remove"), id }),
]);
type Act = z.infer<typeof act>;

/** What became of a click; each outcome has its words on the screen. */
export type TeamAnswer =
  | { outcome: "signed" | "went_away" | "came_back" | "role_changed" | "removed" }
  | { outcome: "last_owner" | "not_there" | "not_allowed" }
  | { outcome: "refused"; errors: Record<string, Fault> };

/** One click on the team's screen. */
export async function changeTeam(session: StaffSession, form: FormData): Promise<TeamAnswer> {
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: "refused", errors: faultsOf(parsed.error) };
  const given = parsed.data;
  if (given.intent === "role" || given.intent === "remove") requireRole(session, "team");
  const { inShop, keys, staff } = session;
  if (given.intent === "remove") {
    const removing = { id: given.id, by: staff, at: new Date() };
    const { outcome } = await inShop((tx) => removeStaff(tx, keys, removing));
    return outcome === "removed" ? { outcome } : refusalOf(outcome);
  }
  const { id: whose, change, outcome: done } = changing(given, staff.id);
  const changed = await inShop((tx) => changeStaff(tx, keys, { id: whose, change, by: staff }));
  return changed.outcome === "changed" ? { outcome: done } : refusalOf(changed.outcome);
}

function changing(given: Exclude<Act, { intent: "remove" }>, own: string) {
  switch (given.intent) {
    case "sign":
      return { id: own, change: { signsAs: given.signsAs }, outcome: "signed" as const };
    case "away": {
      const away = given.away === "true";
      return {
        id: given.id,
        change: { away },
        outcome: away ? ("went_away" as const) : ("came_back" as const),
      };
    }
    case "role":
      return { id: given.id, change: { role: given.role }, outcome: "role_changed" as const };
  }
}

function refusalOf(outcome: Exclude<StaffChanged["outcome"], "changed">): TeamAnswer {
  switch (outcome) {
    case "last_owner":
      return { outcome: "last_owner" };
    case "not_found":
      return { outcome: "not_there" };
    case "forbidden":
      return { outcome: "not_allowed" };
  }
}
