import { describe, expect, it } from "vitest";
import { mentions } from "#app/privacy/person.ts";

const person = { customerIds: ["191167"], orderIds: ["820982911946154508"], emails: ["john@example.com"] };

describe("mentions", () => {
  it.each([
    ['{"email":"John@Example.com"}', true],
    ['{"customer":{"id":191167}}', true],
    ['{"order_id":820982911946154508}', true],
    ['{"admin_graphql_api_id":"gid://shopify/Order/820982911946154508"}', true],
    ['{"id":1911670,"email":"mary@example.com"}', false],
    ['{"id":91167}', false],
    ["", false],
  ])("%s → %s", (text, expected) => {
    expect(mentions(text, person)).toBe(expected);
  });

  it("is about nobody when nobody is named", () => {
    expect(mentions('{"id":1}', { customerIds: [], orderIds: [], emails: [] })).toBe(false);
  });
});
