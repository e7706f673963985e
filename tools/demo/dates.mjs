const DAY = 86_400_000;

export function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day. */
export function addMonths(date, months) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Moves a Saturday or Sunday to the Friday before, when that is still after `after`: visits are made on working days. */
export function onWorkday(date, after) {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const friday = addDays(date, day === 6 ? -1 : day === 0 ? -2 : 0);
  return friday > after ? friday : date;
}
