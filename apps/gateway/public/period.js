import { t } from './texts.js';

/**
 * Parts of a year the page offers, as the API writes them behind the year. Figures run from 1 January to the end of a part
 * (docs/adr/0006), so a fourth quarter or second half would show the whole year again.
 */
export const PERIODS = ['', 'Q1', 'H1', 'Q3'];

/** What the page shows stands in its address: a link opens the same view for a colleague with the same rights. */
export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const year = /^\d{4}$/.test(given.get('year') ?? '') ? given.get('year') : String(new Date().getFullYear());
  const part = PERIODS.includes(given.get('part') ?? '') ? (given.get('part') ?? '') : '';
  const org = /^\d{12}$/.test(given.get('org') ?? '') ? given.get('org') : undefined;
  return { year, part, org, period: periodCode(year, part) };
}

export function writeAddress({ year, part, org }) {
  const fields = { ...(org === undefined ? {} : { org }), year, ...(part === '' ? {} : { part }) };
  history.pushState(null, '', `#${new URLSearchParams(fields)}`);
}

function periodCode(year, part) {
  return part === '' ? year : `${year}-${part}`;
}

/** The period in words; `short` leaves the year out. */
export function periodName({ year, part }, short = false) {
  const name = part === '' ? t('wholeYear') : part.startsWith('H') ? t(`half${part[1]}`) : t('quarter', { n: part[1] });
  return short ? name : `${year} ${name}`;
}
