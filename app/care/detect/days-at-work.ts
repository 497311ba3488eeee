import type { WorkingDays } from "#app/care/detect/business-days.ts";
import { isUsuallyFree } from "#app/care/detect/usual-week.ts";
import {
  serviceLevelSettingsSchema,
  weekdays,
  type ServiceLevelSettings,
} from "#app/shop/service-level-settings.ts";

/** Who answers on more days than these does not for that send parcels on all of them. */
const WORKING_WEEK = 5;
const UNSET = openOn(serviceLevelSettingsSchema.parse({})).join();

/**
 * The days on which a shop works, pure: those of its business hours, without its holidays. Of a shop that is there on six or seven days
 * the usual weekend stays free, since support at the weekend ships nothing; and hours that nobody changed say nothing of its week.
 */
export function daysAtWork(
  { hours, holidays }: Pick<ServiceLevelSettings, "hours" | "holidays">,
  timeZone: string,
): WorkingDays {
  const open = openOn({ hours });
  const days =
    open.length > WORKING_WEEK ? open.filter((weekday) => !isUsuallyFree(weekday, timeZone)) : open;
  const isTold = days.length > 0 && open.join() !== UNSET;
  return {
    timeZone,
    ...(isTold ? { workdays: days } : {}),
    holidays: holidays.map(({ date, yearly }) => (yearly ? date.slice("2026-".length) : date)),
  };
}

function openOn({ hours }: Pick<ServiceLevelSettings, "hours">): number[] {
  return weekdays.flatMap((day, weekday) => (hours[day].length > 0 ? [weekday] : []));
}
