/** The shop's time. It runs as the machine's does, and can be moved ahead: a quarter is lived in minutes. */
export type Clock = {
  now: () => Date;
  /** Moves to `at`; a time that is past already changes nothing, since no shop's time runs backwards. */
  moveTo: (at: Date) => void;
};

/** @param machine what the time runs by */
export function createClock(machine: () => Date): Clock {
  let ahead = 0;
  const now = () => new Date(machine().getTime() + ahead);
  return {
    now,
    moveTo: (at) => {
      ahead += Math.max(0, at.getTime() - now().getTime());
    },
  };
}
