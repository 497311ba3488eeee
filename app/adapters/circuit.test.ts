import { describe, expect, it } from "vitest";
import { abandoned, admit, closed, failed, succeeded, type Circuit } from "#app/adapters/circuit.ts";

const times = (count: number, circuit: Circuit, now = 0): Circuit =>
  Array.from({ length: count }).reduce<Circuit>((before) => failed(before, now), circuit);

describe("the circuit", () => {
  it("stays closed while failures are few, and forgets them with one answer", () => {
    expect(admit(times(4, closed), 0)).not.toBeNull();
    expect(times(4, succeeded())).toMatchObject({ failures: 4, pausedUntil: 0 });
  });

  it("opens after five in a row, and lets one question through when the pause is over", () => {
    const open = times(5, closed, 1_000);
    expect(admit(open, 15_999)).toBeNull();
    const probing = admit(open, 16_000);
    expect(probing).toMatchObject({ probing: true });
    expect(probing && admit(probing, 16_001)).toBeNull();
  });

  it("closes when the probe is answered, and waits twice as long when it fails, two minutes at most", () => {
    let circuit = times(5, closed);
    const pauses: number[] = [];
    for (let now = 15_000, round = 0; round < 5; round += 1) {
      const probing = admit(circuit, now);
      if (!probing) throw new Error("The pause was over");
      circuit = failed(probing, now);
      pauses.push(circuit.pausedUntil - now);
      now = circuit.pausedUntil;
    }
    expect(pauses).toEqual([30_000, 60_000, 120_000, 120_000, 120_000]);
    expect(admit(succeeded(), 0)).toEqual(closed);
  });

  it("is not held open longer by questions that were under way when it opened", () => {
    const open = times(5, closed, 1_000);
    expect(times(3, open, 9_000).pausedUntil).toBe(open.pausedUntil);
  });

  it("lets the next question probe when the probe was taken back", () => {
    const probing = admit(times(5, closed), 20_000);
    expect(probing && admit(abandoned(probing), 20_000)).toMatchObject({ probing: true });
  });
});
