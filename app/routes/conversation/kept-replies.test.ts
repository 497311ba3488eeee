import { expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { keepReply, keptReply } from "./kept-replies.ts";

function storage(first: string | null = null) {
  let kept = first;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
}
const edited = (text: string) => ({ draftId: "d1", text });

it("keeps what was written of each conversation until it has left", () => {
  const place = storage();
  keepReply(place, { conversationId: "a", edited: edited("Hello"), now: 1 });
  keepReply(place, { conversationId: "b", edited: edited("Good day"), now: 2 });
  expect(keptReply(place, "a", 3)).toEqual(edited("Hello"));
  keepReply(place, { conversationId: "a", edited: null, now: 4 });
  expect(keptReply(place, "a", 5)).toBeNull();
  expect(keptReply(place, "b", 5)).toEqual(edited("Good day"));
});

it("keeps the newest twenty, and none for longer than two weeks", () => {
  const place = storage();
  for (let at = 0; at < 25; at += 1)
    keepReply(place, { conversationId: `c${at}`, edited: edited(`${at}`), now: at });
  expect(keptReply(place, "c4", 25)).toBeNull();
  expect(keptReply(place, "c5", 25)).toEqual(edited("5"));
  expect(keptReply(place, "c24", days(15))).toBeNull();
});

it("goes without where the browser keeps nothing, or something else", () => {
  expect(keptReply(storage("{not json"), "a", 1)).toBeNull();
  expect(keptReply(storage('{"a":{"draftId":1}}'), "a", 1)).toBeNull();
  const refuse = () => {
    throw new Error("denied");
  };
  keepReply({ getItem: refuse, setItem: refuse }, { conversationId: "a", edited: edited("x"), now: 1 });
});
