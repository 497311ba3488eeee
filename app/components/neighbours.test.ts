import { expect, it } from "vitest";
import { neighboursOf, rememberList } from "./neighbours.ts";

function storage() {
  let kept: string | null = null;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
}

it("says what stands before and after one of the list that was shown last", () => {
  const place = storage();
  expect(neighboursOf(place, "a")).toEqual({ previous: null, next: null });
  rememberList(place, ["a", "b", "c"]);
  expect(neighboursOf(place, "a")).toEqual({ previous: null, next: "b" });
  expect(neighboursOf(place, "b")).toEqual({ previous: "a", next: "c" });
  expect(neighboursOf(place, "c")).toEqual({ previous: "b", next: null });
  expect(neighboursOf(place, "elsewhere")).toEqual({ previous: null, next: "a" });
});

it("goes without where the browser keeps nothing", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  const place = { getItem: refuse, setItem: refuse };
  rememberList(place, ["a"]);
  expect(neighboursOf(place, "a")).toEqual({ previous: null, next: null });
});
