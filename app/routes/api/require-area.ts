import { mayDo, roleFor, type Area, type Role } from "#app/shop/roles.ts";

/** Whoever calls may not do this. Answered 403 `forbidden`. */
export class Forbidden extends Error {
  override name = "Forbidden";
  constructor(area: Area) {
    super(
      roleFor(area) === "lead"
        ? "Only a lead or an owner may do this."
        : "Only an owner of the team may do this.",
    );
  }
}

/** Goes on for callers whose role is enough for the area. */
export function requireArea({ staff }: { staff: { role: Role } }, area: Area): void {
  if (!mayDo(staff.role, area)) throw new Forbidden(area);
}
