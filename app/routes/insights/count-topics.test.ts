import { describe, expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { moods, volume } from "./count-topics.ts";
import { isEmpty, topicCsv } from "./topic.ts";

describe("what is counted", () => {
  it("names the days of a file with their year, as every spreadsheet reads them", () => {
    const began = { began: 3, byDay: [{ day: "2026-11-23", count: 3 }] };
    const topic = volume(english, { now: began, before: began });
    expect(topic.rows.map(({ label }) => label)).toEqual(["Nov 23"]);
    expect(topicCsv(english, topic)).toContain('"2026-11-23",3\r\n');
  });

  it.each([
    [9, true],
    [10, false],
  ])("draws the emotions of no fewer conversations than are told of elsewhere: %i", (followed, empty) => {
    const felt = [{ emotion: "worry", first: followed, last: 0 }];
    const topic = moods(english, { now: { moods: { moods: felt, followed } } });
    expect(isEmpty(topic)).toBe(empty);
    expect(topic.rows).toHaveLength(1);
  });
});
