import { h, svg } from './elements.js';
import { currentLanguage, formatCount, t } from './texts.js';

const UNITS = { percent: ' %', permille: ' ‰', count: '', days: '' };

/** Table rows of indicators: the count always stands beside the ratio, a missing figure is never a nought. */
export function indicatorRow(indicator, value, toggle) {
  const name = currentLanguage() === 'en' ? indicator.nameEn : indicator.nameZh;
  const { source, version } = indicator;
  // What is counted; that periods run from 1 January is said once, in the caption.
  const formula = indicator.formula.split('；T=')[0];
  return h(
    'tr',
    { 'data-indicator': indicator.id },
    h('th', { scope: 'row' }, name, h('small', {}, t('source', { source, formula, version })), toggle),
    figures(indicator, value),
  );
}

export function partRow(indicator, value, name, open) {
  const title = open === undefined ? name : h('button', { class: 'plain', type: 'button', onclick: open }, name);
  return h('tr', { class: 'part' }, h('th', { scope: 'row' }, title), figures(indicator, value));
}

export function boneRows(count) {
  const cell = (tag) => h(tag, {}, h('span'));
  return Array.from({ length: count }, () =>
    h('tr', { class: 'bones', 'aria-hidden': 'true' }, cell('th'), ['td', 'td', 'td', 'td'].map(cell)),
  );
}

function figures(indicator, value) {
  return [
    h('td', { class: 'number', 'data-title': t('counted') }, counted(value)),
    h('td', { class: 'number', 'data-title': t('value') }, ratio(indicator, value)),
    h('td', { class: 'number', 'data-title': t('target') }, target(indicator, value)),
    h('td', {}, gap(indicator, value)),
  ];
}

function counted(value) {
  if (value === undefined || value.numerator === null || value.denominator === null) return '—';
  return `${formatCount(value.numerator)} / ${formatCount(value.denominator)}`;
}

function ratio(indicator, value) {
  if (value === undefined || value.value === null) {
    const missing = value === undefined || value.numerator === null || value.denominator === null;
    return h('span', { class: 'state none' }, missing ? t('missing') : t('notApplicable'));
  }
  return [h('strong', {}, withUnit(indicator, value.value)), meter(indicator, value)];
}

function target(indicator, value) {
  return value?.target === null || value === undefined ? '—' : withUnit(indicator, value.target);
}

function gap(indicator, value) {
  if (value === undefined || value.target === null) return h('span', { class: 'state none' }, t('noTarget'));
  if (value.met === null) return h('span', { class: 'state none' }, '—');
  if (value.met) return h('span', { class: 'state good' }, t('met'));
  const people = Math.abs(value.headcountGap ?? 0);
  const which = indicator.better === 'lower' ? 'over' : 'short';
  const key = people === 0 ? 'notMet' : indicator.subject === 'smi_follow_up' ? `${which}Visits` : which;
  return h('span', { class: 'state bad' }, t(key, { n: formatCount(people) }));
}

/** The ratio as a bar with the target as a thin line; the numbers say the same, so it is hidden from readers. */
function meter(indicator, value) {
  if (indicator.unit !== 'percent') return null;
  const at = (percent) => `${Math.min(100, Math.max(0, percent))}%`;
  const bar = svg('svg', { class: 'meter', 'aria-hidden': 'true', height: 6 });
  bar.append(svg('rect', { width: at(value.value), height: 6, rx: 3 }));
  if (value.target !== null) bar.append(svg('line', { x1: at(value.target), x2: at(value.target), y1: -2, y2: 8 }));
  return bar;
}

function withUnit(indicator, number) {
  const digits = indicator.unit === 'count' ? 0 : 2;
  const format = new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(number) + (UNITS[indicator.unit] ?? '');
}
