import { env } from "#app/env.server.ts";
import type { Ports } from "#app/ports.ts";

/** The language models of this process, which share a key and what is known of the provider's health; null without a key. */
export const models: Pick<Ports, "readingModel" | "draftingModel"> = env.ANTHROPIC_API_KEY
  ? await connect(env.ANTHROPIC_API_KEY)
  : { readingModel: null, draftingModel: null };

/** Loaded when there is a key, since the library takes some 30 MB: a process without one pays nothing. */
async function connect(apiKey: string): Promise<typeof models> {
  const { connectClaude } = await import("#app/adapters/anthropic.server.ts");
  const claude = connectClaude({ apiKey, baseUrl: env.ANTHROPIC_BASE_URL });
  return {
    readingModel: claude(env.ANTHROPIC_READING_MODEL),
    draftingModel: claude(env.ANTHROPIC_MODEL),
  };
}
