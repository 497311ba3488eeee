import { expect, it } from "vitest";
import { rememberList } from "#app/components/neighbours.ts";
import { goesBackTo, lastInbox, rememberInbox, rememberOpened, takeOpened } from "./last-inbox.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it("goes back to the inbox as it was left, without what is Shopify's", () => {
  const place = storage();
  const bare = new URLSearchParams("host=abc");
  expect(lastInbox(place)).toBe("/inbox");
  rememberInbox(place, new URLSearchParams("view=unassigned&emotion=disappointment&sort=oldest&host=abc"));
  const left = "/inbox?view=unassigned&emotion=disappointment&sort=oldest";
  expect(lastInbox(place)).toBe(left);
  expect(goesBackTo(place, "/inbox/1", bare)).toBe(left);
  expect(goesBackTo(place, "/inbox", bare)).toBeNull();
  expect(goesBackTo(place, "/inbox/1", new URLSearchParams("view=mine"))).toBeNull();
  rememberInbox(place, bare);
  expect(goesBackTo(place, "/inbox/1", bare)).toBeNull();
});

it("knows once which row was opened, and what stands beside it", () => {
  const place = storage();
  rememberList(place, ["a", "b", "c"]);
  rememberOpened(place, "b");
  expect(takeOpened(place)).toEqual(["b", "c", "a"]);
  expect(takeOpened(place)).toEqual([]);
});

it("goes without where the browser keeps nothing", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  const place = { getItem: refuse, setItem: refuse, removeItem: refuse };
  rememberInbox(place, new URLSearchParams("view=mine"));
  rememberOpened(place, "a");
  expect(lastInbox(place)).toBe("/inbox");
  expect(takeOpened(place)).toEqual([]);
});
