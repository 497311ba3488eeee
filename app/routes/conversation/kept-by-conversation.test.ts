import { expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { keptCopies, keptReplies } from "./kept-by-conversation.ts";

function storage(first: string | null = null) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? first,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const edited = (text: string) => ({ draftId: "d1", text });
const { keep, read } = keptReplies;

it("keeps what was written of each conversation until it has left", () => {
  const place = storage();
  keep(place, { conversationId: "a", value: edited("Hello"), now: 1 });
  keep(place, { conversationId: "b", value: edited("Good day"), now: 2 });
  expect(read(place, "a", 3)).toEqual(edited("Hello"));
  keep(place, { conversationId: "a", value: null, now: 4 });
  expect(read(place, "a", 5)).toBeNull();
  expect(read(place, "b", 5)).toEqual(edited("Good day"));
});

it("keeps who is to have a copy beside the words, and not with them", () => {
  const place = storage();
  const copies = [{ name: "", address: "depot@carrier.example" }];
  keep(place, { conversationId: "a", value: edited("Hello"), now: 1 });
  keptCopies.keep(place, { conversationId: "a", value: { copies }, now: 1 });
  keep(place, { conversationId: "a", value: null, now: 2 });
  expect(keptCopies.read(place, "a", 3)).toEqual({ copies });
  expect(read(place, "a", 3)).toBeNull();
});

it("keeps the newest twenty, and none for longer than two weeks", () => {
  const place = storage();
  for (let at = 0; at < 25; at += 1)
    keep(place, { conversationId: `c${at}`, value: edited(`${at}`), now: at });
  expect(read(place, "c4", 25)).toBeNull();
  expect(read(place, "c5", 25)).toEqual(edited("5"));
  expect(read(place, "c24", days(15))).toBeNull();
});

it("goes without where the browser keeps nothing, or something else", () => {
  expect(read(storage("{not json"), "a", 1)).toBeNull();
  expect(read(storage('{"a":{"draftId":1}}'), "a", 1)).toBeNull();
  expect(keptCopies.read(storage('{"a":{"copies":[{}],"at":1}}'), "a", 1)).toBeNull();
  const refuse = () => {
    throw new Error("denied");
  };
  keep({ getItem: refuse, setItem: refuse }, { conversationId: "a", value: edited("x"), now: 1 });
});
