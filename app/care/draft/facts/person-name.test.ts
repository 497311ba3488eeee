import { describe, expect, it } from "vitest";
import { firstNameOf, personName } from "#app/care/draft/facts/person-name.ts";

describe("personName", () => {
  it.each([
    ["Anna Berg", "Anna Berg"],
    ["Berg, Anna", "Anna Berg"],
    ["ANNA BERG", "Anna Berg"],
    ["anna", "Anna"],
    ["Jean-Luc d'Arc", "Jean-Luc d'Arc"],
    ["ANNA VAN DEN BERG", "Anna van den Berg"],
    ["maria de la cruz", "Maria de la Cruz"],
    ["De Vries", "De Vries"],
    ["SEAN O'BRIEN", "Sean O'Brien"],
    ["PETER WEIß", "Peter Weiß"],
    ["María de los Ángeles Santos y García", "María de los Ángeles Santos y García"],
    ["山田　太郎 様", "山田 太郎"],
    ["さくら", "さくら"],
    ["株式会社ふじ", null],
    ["Anna Berg and Bo Tamm Ek", null],
    ["Info Team", null],
    ["anna@example.com", null],
    ["Win $1000 now", null],
    ["", null],
  ])("greets %j as %j", (from, name) => {
    expect(personName(from)).toBe(name);
  });
});

describe("firstNameOf", () => {
  it.each([
    ["Anna Berg", "Anna"],
    ["Jo Berg", "Jo Berg"],
    ["Dr. Anna Berg", "Dr. Anna Berg"],
    ["van Gogh", "van Gogh"],
    ["山田 太郎", "山田"],
  ])("calls %s %s", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
