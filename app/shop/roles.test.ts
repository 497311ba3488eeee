import { describe, expect, it } from "vitest";
import { areas, mayDo, roleFor, roleOf, roleOfNew, type Area, type Role } from "./roles.ts";

const allowed = (role: Role): Area[] => areas.filter((area) => mayDo(role, area));

describe("what a role may do", () => {
  it("grows from reviewer to lead to owner", () => {
    expect(allowed("reviewer")).toEqual(["conversations"]);
    expect(allowed("lead")).toEqual(["conversations", "triage", "knowledge", "views"]);
    expect(allowed("owner")).toEqual([...areas]);
  });

  it("is enough from the role on that an area asks for", () => {
    for (const area of areas) expect(mayDo(roleFor(area), area)).toBe(true);
  });

  it("is the least where a stored role is none that is known", () => {
    expect(roleOf("lead")).toBe("lead");
    expect(roleOf("admiral")).toBe("reviewer");
  });
});

describe("the role of somebody new", () => {
  it.each([
    ["the first one of a shop", { accountOwner: false, hasOwner: false }, "owner"],
    ["the owner of the Shopify account", { accountOwner: true, hasOwner: true }, "owner"],
    ["anybody else", { accountOwner: false, hasOwner: true }, "reviewer"],
  ] as const)("of %s", (_who, given, role) => {
    expect(roleOfNew(given)).toBe(role);
  });
});
