/** Where services take the time from. Rules never ask; they are given dates. */
export interface Clock {
  now(): Date;
  /** Calendar day in China, `YYYY-MM-DD`: due dates and figures turn at midnight there, whatever the server's zone. */
  today(): string;
}

const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => DAY_IN_CHINA.format(new Date()),
};

/** A fixed "today" for demonstrations, checks and tests; instants still move so that logs keep their order. */
export function fixedClock(today: string): Clock {
  return { now: () => new Date(), today: () => today };
}
