import { z } from "zod";

/** What saved_views.sealed holds: a name may be a person's, and so may the words that are searched for. */
export const savedViewSchema = z.object({
  name: z.string(),
  /** The part of the inbox's address that it stands for. */
  query: z.string(),
});

export type SavedView = z.infer<typeof savedViewSchema> & {
  id: string;
  ownerId: string;
  /** The whole team sees it. */
  shared: boolean;
};

export const LONGEST_VIEW_NAME = 60;
export const LONGEST_VIEW_QUERY = 2_000;
/** Of one person, and of the team. More are no help to find anything. */
export const MOST_VIEWS = 50;
