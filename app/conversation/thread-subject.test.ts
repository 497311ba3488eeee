import { expect, it } from "vitest";
import { threadSubject } from "#app/conversation/thread-subject.ts";

it.each([
  "Re: ",
  "AW: WG: ",
  "Re[2]: ",
  "RE: FW: Fwd: ",
  "[EXTERNAL] Re: ",
  "SV: ",
  "Antw: ",
  "回复：",
  "TR : ",
  "",
])("an answer marked %j has the subject it answers", (mark) => {
  expect(threadSubject(`${mark}Wo ist  mein Paket?`)).toBe("wo ist mein paket?");
});

it("keeps a word that only begins like a mark", () => {
  expect(threadSubject("Return: label missing")).toBe("return: label missing");
  expect(threadSubject("Re:")).toBe("");
});
