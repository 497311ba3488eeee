import { seconds } from "#app/lib/duration.ts";

/** How long somebody counts as there after they said so: their screen says so twice in that time. */
export const HERE_FOR = seconds(40);
/** How long somebody counts as writing after a key was pressed. */
export const TYPING_FOR = seconds(8);
