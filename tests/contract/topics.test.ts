import { describe, expect, it } from "vitest";
import { topicOf, topics } from "#app/mirror/topics.ts";
import { declaredTopics } from "#tests/fixtures/webhooks/examples.ts";

describe("topics", () => {
  it("has a meaning for every topic the app declares, and declares every topic it has one for", () => {
    expect(Object.keys(topics).toSorted()).toEqual(declaredTopics().toSorted());
  });

  it("reads the header in either case and refuses others", () => {
    expect(topicOf("orders/create")).toBe("order");
    expect(topicOf("Orders/Create")).toBe("order");
    expect(topicOf("orders/unheard_of")).toBeNull();
    expect(topicOf("constructor")).toBeNull();
    expect(topicOf("__proto__")).toBeNull();
  });
});
