const UNDONE = "undone:";

/**
 * The key of a delivery that was taken back before it left: its own is free for the next approval, which then has the same key and
 * Message-ID. Nothing of this one ever left.
 */
export const undoneKey = (deliveryId: string): string => `${UNDONE}${deliveryId}`;

/** Whether a delivery was taken back by a person: nothing has to be said of it any more. */
export const isUndone = ({ key }: { key: string }): boolean => key.startsWith(UNDONE);
