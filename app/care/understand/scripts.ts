/** Writing systems the rules know; a text is searched only with the patterns of those it contains. */
export type Script = "latin" | "cyrillic" | "devanagari" | "japanese";

const letterOf: Record<Script, RegExp> = {
  latin: /[a-z]/,
  cyrillic: /[\u0400-\u052f]/,
  devanagari: /[\u0900-\u097f]/,
  japanese: /[\u3040-\u30ff\u4e00-\u9fff]/,
};
const names = Object.keys(letterOf) as Script[];

/** The scripts of a folded text. */
export const scriptsIn = (folded: string): Script[] => names.filter((name) => letterOf[name].test(folded));
