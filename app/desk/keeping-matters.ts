/** What a shop has to keep or put right: promises that are due soon, promises that are broken, and facts that became false. */
export const keepingMatters = ["due", "broken", "false"] as const;
export type KeepingMatter = (typeof keepingMatters)[number];
