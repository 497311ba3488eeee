import { milliseconds, seconds, type Duration } from "#app/lib/duration.ts";

const MEGABYTE = 1024 * 1024;

/** What a public door takes in. A merchant's busiest hour fits; one address that floods a shop does not. */
export const inboundLimits = {
  bytes: 25 * MEGABYTE,
  perSenderAnHour: 120,
  perShopAnHour: 5_000,
  /** A door says that a message is not durable within two seconds; this leaves it time to answer. */
  durableWithin: seconds(1.8),
};

/** The bytes of a large mail may take longer to write than it takes to find that nothing can be written. */
export function durableWithin(bytes: number): Duration {
  return inboundLimits.durableWithin + milliseconds(Math.round((bytes / MEGABYTE) * 300));
}
