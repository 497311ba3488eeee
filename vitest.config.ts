import { defineConfig } from "vitest/config";

const node = (name: string, include: string[]) => ({
  test: {
    name,
    include,
    environment: "node" as const,
    setupFiles: ["tests/setup/no-stray-errors.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } }, // a busy machine may take its time
  },
});

/** Four widths: pure files, stages on a real PostgreSQL, contracts, whole flows and the browser (tests/). */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      node("unit", ["app/**/*.test.ts", "devstore/**/*.test.ts", "scripts/**/*.test.ts"]),
      node("contract", ["tests/contract/**/*.test.ts"]),
      {
        test: {
          ...node("integration", ["tests/integration/**/*.test.ts"]).test,
          globalSetup: ["tests/setup/database.ts"],
          setupFiles: ["tests/setup/no-stray-errors.ts", "tests/setup/integration.ts"],
        },
      },
      {
        test: {
          ...node("chaos", ["tests/chaos/**/*.test.ts"]).test,
          globalSetup: ["tests/setup/database.ts"],
          setupFiles: ["tests/setup/no-stray-errors.ts", "tests/setup/integration.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false, // processes are killed and memory is measured: one at a time
        },
      },
      {
        test: {
          ...node("e2e", ["tests/e2e/**/*.test.ts"]).test,
          globalSetup: ["tests/setup/demo.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2, // each with a demo of its own
          sequence: { groupOrder: 1 }, // after what loads the processors more
        },
      },
    ],
  },
});
