import { describe, expect, it } from "vitest";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import { begin, bringBack, follow, rankOf, without, type ListState } from "./list-state.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString();

const conversation = (id: string, minute: number, more: Partial<ListedConversation> = {}) =>
  ({ id, updatedAt: at(minute), priority: "normal", waitingSince: null, ...more }) as ListedConversation;

const [a, b, c, d] = [
  conversation("a", 40),
  conversation("b", 30),
  conversation("c", 20),
  conversation("d", 10),
];
const ids = ({ shown }: ListState) => shown.map(({ id }) => id);
const nobody = new Set<string>();
const page = (...items: ListedConversation[]) => ({ items, complete: false, sort: "newest" as const });

describe("a list that is looked at", () => {
  it("says what is new without showing it, and changes rows where they stand", () => {
    const next = follow(
      begin(page(b, c, d)),
      page(conversation("n", 50), conversation("c", 45, { priority: "urgent" }), b),
      nobody,
    );
    expect(ids(next)).toEqual(["b", "c", "d"]);
    expect(next.shown[1]?.priority).toBe("urgent");
    expect(next.news).toEqual(["n"]);
    expect([...next.left]).toEqual([]);
  });

  it("keeps and marks what a colleague put away, and fills up below", () => {
    const next = follow(begin(page(a, b, c)), page(a, c, d), nobody);
    expect(ids(next)).toEqual(["a", "b", "c", "d"]);
    expect([...next.left]).toEqual(["b"]);
    expect(next.news).toEqual([]);
  });

  it("takes out at once what the reader put away, and puts it back when they undo it", () => {
    const acted = new Set(["b"]);
    const away = without(begin(page(a, b, c)), acted);
    expect(ids(away)).toEqual(["a", "c"]);
    const after = follow(away, page(a, c, d), acted);
    expect(ids(after)).toEqual(["a", "c", "d"]);
    const undone = follow(after, page(a, b, c), acted);
    expect(ids(undone)).toEqual(["a", "b", "c", "d"]);
    expect([...undone.left, ...undone.news]).toEqual([]);
  });

  it("puts back where it stood what could not be put away, and nothing else that was", () => {
    const before = { ...without(begin(page(a, b, c, d)), new Set(["b", "c"])), news: ["n"] };
    const items = page(conversation("n", 50), a, b, c, d);
    const back = bringBack(before, items, new Set(["b"]));
    expect(ids(back)).toEqual(["a", "b", "d"]);
    expect(back.news).toEqual(["n"]);
    expect(ids(bringBack(begin(page()), page(a, b), new Set(["b"])))).toEqual(["b"]);
  });

  it("does not take for gone what was only pushed off the page", () => {
    const next = follow(begin(page(b, c, d)), page(a, b, c), nobody);
    expect(ids(next)).toEqual(["b", "c", "d"]);
    expect([...next.left]).toEqual([]);
    const whole = follow(begin(page(b, c, d)), { ...page(b, c), complete: true }, nobody);
    expect([...whole.left]).toEqual(["d"]);
  });

  it("shows all at once where nothing was shown", () =>
    expect(ids(follow(begin(page()), page(a, b), nobody))).toEqual(["a", "b"]));
});

describe("what a list is sorted by", () => {
  it("is when it changed, how long somebody waits, or how urgent it is", () => {
    const waits = conversation("w", 5, { waitingSince: at(0) });
    const waitsLonger = conversation("x", 30, { waitingSince: "2026-11-19T08:00:00.000Z" });
    const urgent = conversation("u", 1, { priority: "urgent" });
    const sorted = (sort: Parameters<typeof rankOf>[1]) =>
      [waits, waitsLonger, urgent, a]
        .toSorted((one, other) => rankOf(other, sort) - rankOf(one, sort))
        .map(({ id }) => id);
    expect(sorted("newest")).toEqual(["a", "x", "w", "u"]);
    expect(sorted("waiting")).toEqual(["x", "w", "a", "u"]);
    expect(sorted("priority")).toEqual(["u", "x", "w", "a"]);
  });
});
