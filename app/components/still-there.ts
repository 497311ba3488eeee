import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { z } from "zod";

const goneSchema = z.object({ outcome: z.enum(["removed", "not_there"]) });

/** A page about something that was just taken out does not look for it again: it says so, and is left. */
export const stillThere = ({
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean =>
  defaultShouldRevalidate && !goneSchema.safeParse(actionResult).success;
