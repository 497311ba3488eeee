import { expect, it } from "vitest";
import { dropOthers, ownPlace } from "./own-place.ts";

function storage(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it("keeps apart what is written in each shop and by each person", () => {
  const browser = storage();
  ownPlace(() => browser, "shop-a:42").setItem("attune.message", "Dear Ada");
  expect(ownPlace(() => browser, "shop-a:42").getItem("attune.message")).toBe("Dear Ada");
  expect(ownPlace(() => browser, "shop-b:42").getItem("attune.message")).toBeNull();
  expect(ownPlace(() => browser, "shop-a:7").getItem("attune.message")).toBeNull();
  ownPlace(() => browser, "shop-a:7").removeItem("attune.message");
  expect(ownPlace(() => browser, "shop-a:42").getItem("attune.message")).toBe("Dear Ada");
});

it("takes out what another left, or what is nobody's, and nothing that is not of this kind", () => {
  const browser = storage({
    "attune.message": "of nobody",
    "attune.replies:shop-b:42": "of another shop",
    "attune.message:shop-a:7": "of another person",
    "attune.replies:shop-a:42": "own",
    "attune.inbox": "view=all&q=of+nobody",
    "attune.inbox:shop-a:7": "q=of+another+person",
    "attune.inbox:shop-a:42": "q=own",
    "attune.opened:shop-b:42": "1 2 3",
    "attune.list:shop-b:42": "1 2 3",
    "polaris.theme": "light",
  });
  dropOthers(() => browser, "shop-a:42");
  expect([...browser.kept.keys()]).toEqual([
    "attune.replies:shop-a:42",
    "attune.inbox:shop-a:42",
    "polaris.theme",
  ]);
});

it("goes without where the browser lets nobody look", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  expect(() => dropOthers(refuse, "shop-a:42")).not.toThrow();
  const shut = { length: 1, key: refuse, removeItem: refuse };
  expect(() => dropOthers(() => shut, "shop-a:42")).not.toThrow();
});
