import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const shopify = join(root, "node_modules/@shopify/cli/bin/run.js");

let copy: string;

// The CLI writes beside shopify.app.toml (.shopify, dist) and in the home folder: it works on a copy, with a home of its own.
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "attune-extensions-"));
  for (const entry of ["shopify.app.toml", "package.json", "extensions"]) {
    await cp(join(root, entry), join(copy, entry), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs the Shopify CLI without a login, without questions and without reporting home. */
async function cli(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "test",
    PATH: `${join(root, "node_modules/.bin")}:/usr/local/bin:/usr/bin:/bin`,
    HOME: copy,
    CI: "1",
    SHOPIFY_CLI_NO_ANALYTICS: "1",
    OPT_OUT_INSTRUMENTATION: "true",
    NO_COLOR: "1",
  };
  try {
    const { stdout, stderr } = await run(process.execPath, [shopify, ...args], {
      cwd: copy,
      env,
      timeout: 90_000,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error);
    return failed;
  }
}

const reportSchema = z.array(
  z.object({
    path: z.string(),
    offenses: z.array(z.object({ check: z.string(), message: z.string() })),
  }),
);

async function themeCheck(): Promise<string[]> {
  const { stdout } = await cli("theme", "check", "--path", "extensions/attune-contact", "-o", "json");
  const report = reportSchema.parse(JSON.parse(stdout));
  return report.flatMap(({ offenses }) => offenses.map(({ check, message }) => `${check}: ${message}`));
}

describe("extensions", () => {
  it("build with the Shopify CLI, without a login", { timeout: 100_000 }, async () => {
    const built = await cli("app", "build", "--skip-dependencies-installation", "--path", copy);
    expect(`${built.stdout}${built.stderr}`).toMatch(/attune built!/i);
    expect(built.code).toBe(0);
  });

  it("pass Shopify's theme check, translations included", { timeout: 100_000 }, async () => {
    expect(await themeCheck()).toEqual([]);
  });

  // The build prints a Liquid error and succeeds all the same: only the theme check above catches one.
  it("would not pass it with a Liquid error", { timeout: 100_000 }, async () => {
    await appendFile(join(copy, "extensions/attune-contact/blocks/contact-form.liquid"), "{% if %}");
    expect(await themeCheck()).not.toEqual([]);
  });
});
