import { sayCode, type Say } from "#app/words/say.ts";

/** What a placeholder of a macro stands for, as screens call it; its own name where there is no such field. */
export function macroFieldLabel(say: Say, field: string): string {
  return say.knows(`macros.field.${field}`)
    ? sayCode(say, "macros.field", field)
    : field.replaceAll("_", " ");
}
