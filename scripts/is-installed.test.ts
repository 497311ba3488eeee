import { describe, expect, it } from "vitest";
import { isInstalled } from "./is-installed.mjs";

const manifest = { dependencies: { zod: "4.1.0" }, devDependencies: { vitest: "4.1.12" } };
const zod = { version: "4.1.0", integrity: "sha512-zod" };
const vitest = { version: "4.1.12", integrity: "sha512-vitest", dev: true };
const elsewhere = { version: "1.0.0", integrity: "sha512-mac", optional: true };
const lock = {
  packages: {
    "": manifest,
    "node_modules/zod": zod,
    "node_modules/vitest": vitest,
    "node_modules/mac-only": elsewhere,
  },
};
const installed = { packages: { "node_modules/zod": zod, "node_modules/vitest": vitest } };

describe("what npm ci installed", () => {
  it("is not installed again, without what is for other machines", () => {
    expect(isInstalled({ manifest, lock, installed })).toBe(true);
  });

  it.each([
    ["nothing is there", { installed: null }],
    ["a package is missing", { installed: { packages: { "node_modules/zod": zod } } }],
    [
      "one is of another version",
      {
        installed: { packages: { ...installed.packages, "node_modules/zod": { ...zod, version: "4.0.0" } } },
      },
    ],
    [
      "one is of other bytes",
      { installed: { packages: { ...installed.packages, "node_modules/zod": { ...zod, integrity: "x" } } } },
    ],
    [
      "package.json asks for more",
      { manifest: { dependencies: { ...manifest.dependencies, eld: "2.1.0" } } },
    ],
    ["there is no lock file", { lock: null }],
  ])("is when %s", (_why, other) => {
    expect(isInstalled({ manifest, lock, installed, ...other })).toBe(false);
  });
});
