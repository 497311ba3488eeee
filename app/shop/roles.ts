/** What a member of staff may be, from the least to the most. */
export const roles = ["reviewer", "lead", "owner"] as const;
export type Role = (typeof roles)[number];

/** What there is to do. `views`: those that the whole team sees; everybody has their own. */
export const areas = [
  "conversations",
  "triage",
  "knowledge",
  "views",
  "team",
  "mail",
  "model",
  "outreach",
  "privacy",
] as const;
export type Area = (typeof areas)[number];

const LEAST: Record<Area, Role> = {
  conversations: "reviewer",
  triage: "lead",
  knowledge: "lead",
  views: "lead",
  team: "owner",
  mail: "owner",
  model: "owner",
  outreach: "owner",
  privacy: "owner",
};

/** Whether somebody of this role may do what belongs to this area: whoever is more may do what less is enough for. */
export function mayDo(role: Role, area: Area): boolean {
  return roles.indexOf(role) >= roles.indexOf(LEAST[area]);
}

/** The least role that is enough for an area. */
export const roleFor = (area: Area): Role => LEAST[area];

/** A role as it is stored; what a later release may have written counts as the least. */
export const roleOf = (stored: string): Role => roles.find((role) => role === stored) ?? "reviewer";

/** Of whoever opens the app for the first time: a shop is never without an owner, and its Shopify account's owner is one. */
export function roleOfNew(given: { accountOwner: boolean; hasOwner: boolean }): Role {
  return given.accountOwner || !given.hasOwner ? "owner" : "reviewer";
}
