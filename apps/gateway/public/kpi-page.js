import { get, signedInUser } from './api.js';
import { areaPath, areasBelow } from './areas.js';
import { h, show } from './elements.js';
import { boneRows, indicatorRow, partRow } from './kpi-rows.js';
import { PERIODS, periodName, readAddress, writeAddress } from './period.js';
import { currentLanguage, t } from './texts.js';

const YEARS_BACK = 4;

let drawing = 0;

/** The district's indicators: one question a page, its answer is the title. */
export async function kpiPage() {
  const mine = ++drawing;
  const stale = () => mine !== drawing;
  const user = signedInUser();
  const state = readAddress();
  try {
    const path = await areaPath(user.scopes, state.org);
    if (stale()) return;
    if (path.length === 0) {
      show(emptyPage());
      return;
    }
    const area = path.at(-1);
    const parts = frame(path, state);
    show(parts.page);
    const { items: indicators } = await get('/kpi/indicators');
    const ids = indicators.map((indicator) => indicator.id).join(',');
    const { items: values } = await get('/kpi/values', { indicator: ids, org: area.code, period: state.period });
    if (!stale()) fill(parts, { indicators, values, area, state });
  } catch (error) {
    if (!stale() && signedInUser() !== null) show(errorPage(error));
  }
}

function frame(path, state) {
  const area = path.at(-1);
  const title = h('h1', {}, `${area.name} ${periodName(state)}`);
  const lead = h('p', { class: 'lead' }, t('loading'));
  const body = h('tbody', {}, boneRows(8));
  const caption = h('caption', {}, t('caption', { area: area.name, period: periodName(state) }));
  const columns = ['indicator', 'counted', 'value', 'target', 'gap'];
  const head = columns.map((key, i) => h('th', { scope: 'col', class: i > 0 && i < 4 ? 'number' : '' }, t(key)));
  const table = h('table', {}, caption, h('thead', {}, h('tr', {}, head)), body);
  const card = h('div', { class: 'card scroll', tabindex: '0', role: 'region', 'aria-label': t('indicator') }, table);
  const page = h('section', {}, title, lead, filters(path, state), card);
  return { page, title, lead, body };
}

function filters(path, state) {
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => String(thisYear - i));
  if (!years.includes(state.year)) years.push(state.year);
  return h(
    'div',
    { class: 'filters' },
    h('div', {}, h('span', { class: 'label', id: 'area-label' }, t('area')), crumbs(path, state)),
    choice(
      'year',
      t('year'),
      years.map((year) => [year, year]),
      state.year,
      (year) => open({ ...state, year }),
    ),
    choice(
      'part',
      t('period'),
      PERIODS.map((part) => [part, periodName({ ...state, part }, true)]),
      state.part,
      (part) => open({ ...state, part }),
    ),
    h('div', {}, h('button', { type: 'button', onclick: () => window.print() }, t('print'))),
  );
}

function crumbs(path, state) {
  const steps = path
    .slice(0, -1)
    .flatMap((area) => [
      h('button', { type: 'button', class: 'plain', onclick: () => open({ ...state, org: area.code }) }, area.name),
      h('span', { 'aria-hidden': 'true' }, '›'),
    ]);
  const here = h('strong', { 'aria-current': 'page' }, path.at(-1).name);
  return h('nav', { class: 'crumbs', 'aria-labelledby': 'area-label' }, steps, here);
}

function choice(id, label, options, chosen, change) {
  const select = h(
    'select',
    { id, onchange: () => change(select.value) },
    options.map(([value, name]) => h('option', { value, selected: value === chosen }, name)),
  );
  return h('div', {}, h('label', { for: id }, label), select);
}

function fill({ title, lead, body }, { indicators, values, area, state }) {
  const byId = new Map(values.map((value) => [value.indicator, value]));
  const judged = values.filter((value) => value.met !== null);
  const met = judged.filter((value) => value.met).length;
  const words = { area: area.name, period: periodName(state), count: values.length, met, short: judged.length - met };
  title.textContent = t(judged.length === 0 ? 'headlineNoTargets' : 'headline', words);
  document.title = `${title.textContent} · ${t('title')}`;
  const time = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(),
  );
  lead.replaceChildren(t('asOf', { day: values[0]?.asOf ?? '' }), h('span', { class: 'printed' }, ` · ${time}`));
  if (values.every((value) => !value.denominator)) lead.append(emptyHint());
  body.replaceChildren(...indicators.map((indicator) => expandable(indicator, byId.get(indicator.id), area, state)));
}

function expandable(indicator, value, area, state) {
  const toggle = h('button', { class: 'plain', type: 'button', 'aria-expanded': 'false' }, t('byPart'));
  const row = indicatorRow(indicator, value, toggle);
  let rows = [];
  toggle.addEventListener('click', () => void flip());
  return row;

  async function flip() {
    const opening = toggle.getAttribute('aria-expanded') === 'false';
    for (const old of rows) old.remove();
    rows = [];
    row.classList.toggle('open', opening);
    toggle.setAttribute('aria-expanded', String(opening));
    toggle.textContent = t(opening ? 'hideParts' : 'byPart');
    if (!opening) return;
    put(boneRows(3));
    const filled = await partRows(indicator, area, state);
    if (toggle.getAttribute('aria-expanded') === 'true') put(filled);
  }

  function put(next) {
    for (const old of rows) old.remove();
    rows = next;
    row.after(...rows);
  }
}

async function partRows(indicator, area, state) {
  try {
    const query = { indicator: indicator.id, org: area.code, period: state.period, breakdown: 'children' };
    const [{ items }, areas] = await Promise.all([get('/kpi/values', query), areasBelow(area.code)]);
    if (items.length === 0) return [messageRow(t('noParts'))];
    const names = new Map(areas.map((one) => [one.code, one.name]));
    return items
      .toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity))
      .map((value) => {
        const below = names.has(value.org) ? () => open({ ...state, org: value.org }) : undefined;
        return partRow(indicator, value, names.get(value.org) ?? value.org, below);
      });
  } catch (error) {
    return [messageRow(error.message)];
  }
}

function messageRow(text) {
  return h('tr', { class: 'part' }, h('td', { colspan: 5 }, text));
}

function open(state) {
  writeAddress(state);
  void kpiPage();
}

function emptyHint() {
  return h('span', {}, ` · ${t('emptyTitle')}`);
}

function emptyPage() {
  return h('section', { class: 'card empty' }, h('h1', {}, t('emptyTitle')), h('p', {}, t('empty')));
}

function errorPage(error) {
  const { status, correlationId } = error.problem ?? {};
  if (status === 403) {
    return h('section', { class: 'card empty' }, h('h1', {}, t('noAccessTitle')), h('p', {}, t('noAccess')));
  }
  return h(
    'section',
    { class: 'card empty', role: 'alert' },
    h('h1', {}, t('error')),
    h('p', {}, error.message),
    correlationId === undefined ? null : h('p', {}, h('small', {}, t('reference', { id: correlationId }))),
    h('p', {}, h('button', { type: 'button', onclick: () => void kpiPage() }, t('retry'))),
  );
}
