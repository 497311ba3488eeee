import { z } from "zod";
import { days, hours, minutes } from "#app/lib/duration.ts";
import type { Role } from "#app/shop/roles.ts";

/** What `staff_members.sealed` holds, as Shopify said it. SealContext: `staff_members.sealed:<id>`. */
export const staffContentSchema = z.object({ name: z.string().nullable(), email: z.string().nullable() });
export type StaffContent = z.infer<typeof staffContentSchema>;

/** Who Shopify says that somebody is. */
export type StaffIdentity = StaffContent & { accountOwner: boolean };

/** A person of the merchant's team who has opened the app. `id` is Shopify's user id. */
export type StaffMember = StaffContent & {
  id: string;
  role: Role;
  away: boolean;
  seenAt: Date;
  /** Taken out of the team; whoever opens the app again is in it again. */
  removedAt: Date | null;
  /** When Shopify was last asked who they are. */
  identifiedAt: Date | null;
};

/** Somebody who works is not written down at every click. */
const SEEN_EVERY = minutes(5);
/** Names change rarely. */
const NAME_LASTS = days(30);
/** Shopify did not answer, or said no name. */
const ASK_AGAIN = hours(1);

const isOver = (since: Date | null, length: number, at: Date) =>
  since === null || at.getTime() - since.getTime() >= length;

/** Whether what is stored of somebody who asks for a screen now says all there is to say. */
export function isUpToDate(member: StaffMember | null, at: Date): member is StaffMember {
  return member !== null && member.removedAt === null && !isOver(member.seenAt, SEEN_EVERY, at);
}

/** Whether Shopify is to be asked for somebody's name. */
export function isToIdentify(member: StaffMember | null, at: Date): boolean {
  if (!member || member.removedAt) return true;
  return isOver(member.identifiedAt, member.name ? NAME_LASTS : ASK_AGAIN, at);
}
