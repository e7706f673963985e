import type { components } from '../../src/api/schema.js';
import { apiAs } from './help-desk.js';

const COUNTY = '990101000000';
const TRIES = 4;

type KpiValueDto = components['schemas']['KpiValueDto'];
export type Figure = Pick<KpiValueDto, 'numerator' | 'denominator' | 'value'> & { readonly nameZh: string };

/** All figures of an area, as the API answers them past the console. */
export async function figuresOfApi(org: string, period: string): Promise<Figure[]> {
  const api = apiAs('health');
  const { items: indicators } = (await api.get('/kpi/indicators')) as { items: { id: string; nameZh: string }[] };
  const query = new URLSearchParams({ indicator: indicators.map(({ id }) => id).join(), org, period });
  const { items } = (await api.get(`/kpi/values?${query.toString()}`)) as { items: KpiValueDto[] };
  return items.map((figure, index) => ({ ...figure, nameZh: indicators[index]?.nameZh ?? '' }));
}

/**
 * Tells a story that looks at the same figures more than once. Stories beside it register cases and record visits: when it
 * fails and the county's figures have moved meanwhile, it is told again; when they have not, it has failed.
 */
export async function whileFiguresStand(period: string, tell: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const before = JSON.stringify(await figuresOfApi(COUNTY, period));
    try {
      await tell();
      return;
    } catch (error) {
      if (tries === TRIES || JSON.stringify(await figuresOfApi(COUNTY, period)) === before) throw error;
    }
  }
}
