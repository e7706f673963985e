/** A district works in one time zone, wherever the browser stands. It has had no summer time since 1991. */
export const TIME_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** The day `2026-11-26` an instant falls on, or so many days after it; none for what is no instant. */
export function dayOf(instant: string, daysAfter = 0): string | undefined {
  const at = Date.parse(instant) + daysAfter * DAY_MS;
  return Number.isNaN(at) ? undefined : calendar.format(at);
}

/** The instant a day begins at, or the day so many days after it. */
export function startOf(day: string, daysAfter = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + daysAfter * DAY_MS).toISOString();
}
