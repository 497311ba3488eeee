/**
 * What leaves by itself, though nobody of the team wrote or read it: a receipt, and the question how it went. It is no answer, keeps no
 * promise and stops no clock. The codes are those of `deliveries.purpose`; its message in the conversation is `automatic`.
 */
export const AUTOMATIC_PURPOSES = ["receipt", "csat"] as const;

export const isAutomaticPurpose = (purpose: string): boolean =>
  AUTOMATIC_PURPOSES.some((one) => one === purpose);
