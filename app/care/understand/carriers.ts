/**
 * Tracking number formats of the larger carriers, after jkeen/tracking_number_data (MIT, see NOTICE). `check` proves the check
 * digit; a format without one, or of digits only without a proof, is believed only beside a word for tracking.
 */
export type TrackingFormat = {
  carrier: string;
  pattern: RegExp;
  check?: (value: string) => boolean;
  /** Digits only and no check digit: needs a word for tracking nearby. */
  ambiguous?: boolean;
};

export const trackingFormats: readonly TrackingFormat[] = [
  {
    carrier: "UPS",
    pattern: /^1Z[A-Z0-9]{15}\d$/,
    check: (value) => mod10(lettersAsUps(value.slice(2)), 1, 2),
  },
  { carrier: "International post", pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/, check: s10 },
  { carrier: "Amazon Logistics", pattern: /^TB[ACM]\d{12}$/ },
  { carrier: "DHL", pattern: /^JJ?D\d{16,20}$|^J[A-Z]{2,3}\d{10}$/ },
  { carrier: "DHL eCommerce", pattern: /^(?:GM|RX|UV)\d{14,22}$/ },
  { carrier: "YunExpress", pattern: /^YT\d{16}$/ },
  { carrier: "LaserShip", pattern: /^L[AIEHNX][1-3]\d{7}$|^1LS7[12]\d{10}$/ },
  { carrier: "Purolator", pattern: /^[A-Z]{3}\d{9}$/, ambiguous: true },
  { carrier: "Evri", pattern: /^(?:H|T)0\d[A-Z0-9]\d{12,14}$/ },
  { carrier: "USPS", pattern: /^9[2-5]\d{20}$/, check: (value) => mod10(value, 3, 1) },
  { carrier: "USPS", pattern: /^\d{20}$/, check: (value) => mod10(value, 3, 1), ambiguous: true },
  { carrier: "DHL", pattern: /^(?:00)?34\d{16,18}$/, check: (value) => mod10(value.padStart(20, "0"), 3, 1) },
  { carrier: "FedEx", pattern: /^\d{12}$/, check: fedEx12, ambiguous: true },
  { carrier: "FedEx", pattern: /^\d{15}$/, check: (value) => mod10(value, 1, 3), ambiguous: true },
  { carrier: "DPD", pattern: /^\d{14}[A-Z0-9]?$/, ambiguous: true },
  {
    carrier: "DHL Express",
    pattern: /^\d{10}$/,
    check: (value) => Number(value.slice(0, 9)) % 7 === Number(value[9]),
    ambiguous: true,
  },
  { carrier: "unknown", pattern: /^(?=(?:.*\d){6})[A-Z0-9]{8,34}$/, ambiguous: true },
];

const digit = (value: string, at: number): number => value.charCodeAt(at) - 48;

/** Weighted sum of all but the last digit, places counted from the left as even (0, 2, …) and odd. */
function mod10(value: string, evens: number, odds: number): boolean {
  let sum = 0;
  const last = value.length - 1;
  for (let at = 0; at < last; at++) sum += digit(value, at) * (at % 2 === 0 ? evens : odds);
  return (10 - (sum % 10)) % 10 === digit(value, last);
}

function lettersAsUps(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => String((letter.charCodeAt(0) - 63) % 10));
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Universal Postal Union S10: two letters, eight digits, a check digit, a country. */
function s10(value: string): boolean {
  const sum = S10_WEIGHTS.reduce((total, weight, at) => total + weight * digit(value, at + 2), 0);
  const rest = 11 - (sum % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === digit(value, 10);
}

function fedEx12(value: string): boolean {
  const weights = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
  const sum = weights.reduce((total, weight, at) => total + weight * digit(value, at), 0);
  return (sum % 11) % 10 === digit(value, 11);
}
