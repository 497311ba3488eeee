import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { personName, withNames } from "./person-name.ts";

it("calls somebody by a plain word where Shopify named nobody, and never by a number", () => {
  expect(personName(english, "Mia Berg")).toBe("Mia Berg");
  expect(personName(english, "")).toBe("Staff member");
  expect(personName(english, null)).toBe("Somebody who left the team");
});

it("tells people without a name apart only where there are several to choose from", () => {
  const [mia, one, other] = [
    { id: "1", name: "Mia Berg" },
    { id: "91827364501", name: "" },
    { id: "91827360007", name: "" },
  ];
  const called = (people: { id: string; name: string }[]) =>
    withNames(english, people).map(({ name }) => name);
  expect(called([mia, one])).toEqual(["Mia Berg", "Staff member"]);
  expect(called([one, other])).toEqual(["Staff member (…4501)", "Staff member (…0007)"]);
});
