import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import { z } from "zod";
import { readMessage } from "#app/words/read-message.ts";

const CATALOGUE = /^(?<file>.*\/app\/words\/(?<locale>[a-z]{2})\.json)\?url$/u;
const texts = z.record(z.string(), z.string());

/** The file of a language that browsers fetch holds its messages parsed, so that no browser is sent a parser. */
export function readWords(): Plugin {
  return {
    name: "read-words",
    enforce: "pre",
    apply: "build",
    async load(id) {
      const { file, locale } = CATALOGUE.exec(id)?.groups ?? {};
      if (!file || !locale) return null;
      this.addWatchFile(file);
      const written = texts.parse(JSON.parse(await readFile(file, "utf8")));
      const messages = Object.entries(written).map(([key, text]) => [key, readMessage(text, locale)]);
      const source = JSON.stringify(Object.fromEntries(messages));
      const reference = this.emitFile({ type: "asset", name: `${locale}.json`, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    resolveFileUrl: ({ fileName, moduleId }) =>
      CATALOGUE.test(moduleId) ? JSON.stringify(`/${fileName}`) : null,
  };
}
