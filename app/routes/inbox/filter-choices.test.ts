import { describe, expect, it } from "vitest";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { withTagsOf } from "./filter-choices.ts";

const choices = { tags: ["vip", "gift"] } as Choices;

describe("the tags to filter by", () => {
  it("are those in use lately, and those that stand in the list since, each once", () => {
    expect(withTagsOf([{ tags: ["autumn sale", "vip"] }, { tags: [] }], choices)?.tags).toEqual([
      "vip",
      "gift",
      "autumn sale",
    ]);
  });

  it("are not known before the choices are", () => {
    expect(withTagsOf([{ tags: ["vip"] }], null)).toBeNull();
  });
});
