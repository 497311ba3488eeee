const FIRST = 0.9;
const SECOND = 0.999;

/** Numbers that are learnt by Adam (Kingma & Ba 2015, arXiv 1412.6980); `slopes` gathers what a batch asks for. */
export class Adam {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  readonly #decay: number;
  #steps = 0;

  constructor(values: Float32Array, decay = 0) {
    this.values = values;
    this.slopes = new Float32Array(values.length);
    this.#first = new Float32Array(values.length);
    this.#second = new Float32Array(values.length);
    this.#decay = decay;
  }

  step(rate: number, count: number): void {
    this.#steps++;
    this.#range(rate, { count, from: 0, to: this.values.length });
  }

  /** Only the rows that a batch used: the others' momentum waits. */
  stepRows(
    rate: number,
    { count, rows, size }: { count: number; rows: Iterable<number>; size: number },
  ): void {
    this.#steps++;
    for (const row of rows) this.#range(rate, { count, from: row * size, to: (row + 1) * size });
  }

  #range(rate: number, { count, from, to }: { count: number; from: number; to: number }): void {
    const { values, slopes } = this;
    const firstShare = 1 - FIRST ** this.#steps;
    const secondShare = 1 - SECOND ** this.#steps;
    for (let at = from; at < to; at++) {
      const slope = (slopes[at] as number) / count + this.#decay * (values[at] as number);
      const first = FIRST * (this.#first[at] as number) + (1 - FIRST) * slope;
      const second = SECOND * (this.#second[at] as number) + (1 - SECOND) * slope * slope;
      this.#first[at] = first;
      this.#second[at] = second;
      values[at] =
        (values[at] as number) - (rate * (first / firstShare)) / (Math.sqrt(second / secondShare) + 1e-8);
      slopes[at] = 0;
    }
  }
}
