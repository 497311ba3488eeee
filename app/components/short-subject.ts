import { excerpt } from "#app/conversation/display.ts";

/** As long as a subject is in a title, a list or a name that is read out; mail allows hundreds of characters. */
const MOST = 120;

export const shortSubject = (subject: string): string => excerpt(subject, MOST);

/** Whether that leaves anything out. */
export const isCut = (subject: string): boolean =>
  Array.from(subject.replace(/\s+/gu, " ").trim()).length > MOST;
