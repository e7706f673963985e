import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SMI_INDICATORS } from '#domain';
import { readTable } from '#spreadsheet';
import { COMMUNITY, District, STREET, visitOn } from './support/district.js';
import { squareOf } from './support/good-requests.js';
import type { RestClient } from './support/rest-client.js';

jest.setTimeout(120_000);

const WHERE = 'org=990101&period=2026&children=true';

describe('reports and maps over http', () => {
  let district: District;
  let bureau: RestClient;

  beforeAll(async () => {
    district = await District.start();
    bureau = await district.as('health_bureau');
    const doctor = await district.as('psychiatrist');
    for (let n = 0; n < 3; n += 1) {
      const { id } = await district.addCase();
      if (n > 0) await doctor.post(`/smi/cases/${id}/follow-ups`, visitOn('2026-03-02'));
    }
    await district.untilQuiet();
  });
  afterAll(() => district.remove());

  async function download(path: string, language?: string): Promise<{ headers: Headers; bytes: Buffer }> {
    const response = await fetch(`${district.node.address}/api/v1${path}`, {
      headers: {
        authorization: `Bearer ${bureau.token ?? ''}`,
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
    });
    expect(response.status).toBe(200);
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  it('successful-report: the same figure by the API, as csv and in the workbook', async () => {
    const query = 'indicator=smi.management_rate&org=990101&period=2026';
    const { items } = await bureau.get(`/kpi/values?${query}`);
    expect(items[0]).toMatchObject({ numerator: 2, denominator: 3, value: 66.67 });
    for (const format of ['csv', 'xlsx']) {
      const { bytes } = await download(`/kpi/reports/smi-indicators.${format}?${WHERE}`);
      const rows: string[][] = [];
      for await (const { cells } of readTable(bytes)) rows.push(cells);
      const found = rows.find(([org, , indicator]) => org === '990101' && indicator === 'smi.management_rate');
      expect(found?.slice(4, 7)).toEqual(['2', '3', '66.67']);
      expect(rows).toHaveLength(1 + 3 * SMI_INDICATORS.length);
    }
    const { bytes } = await download(`/kpi/reports/smi-indicators.json?${WHERE}`);
    const report = JSON.parse(bytes.toString()) as { items: { indicator: string; value: number | null }[] };
    expect(report.items.find(({ indicator }) => indicator === 'smi.management_rate')?.value).toBe(66.67);
  });

  it('successful-name: a file has a name in both languages, its length, and is kept nowhere', async () => {
    const { headers, bytes } = await download(`/kpi/reports/smi-indicators.pdf?${WHERE}`);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="smi-indicators-990101-2026-2026-11-23\.pdf"; filename\*=UTF-8''/u,
    );
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toMatch(
      /严重精神障碍管理治疗指标报表_2026_2026-11-23\.pdf$/u,
    );
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-length')).toBe(String(bytes.length));
    expect(headers.get('cache-control')).toContain('no-store');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('successful-language: the language of the request, unless it is asked for by name', async () => {
    const [english, chinese] = await Promise.all([
      download(`/kpi/reports/smi-indicators.csv?${WHERE}`, 'en'),
      download(`/kpi/reports/smi-indicators.csv?${WHERE}&lang=zh-CN`, 'en'),
    ]);
    expect(english.bytes.toString()).toContain('Denominator');
    expect(chinese.bytes.toString()).toContain('分母');
  });

  it('failing-area: a report of another area does not exist', async () => {
    const stranger = await district.as('health_bureau', '990101002');
    const answer = await stranger.ask('GET', `/kpi/reports/smi-indicators.csv?org=${COMMUNITY}&period=2026`);
    expect([answer.status, answer.body.code]).toEqual([404, 'COMMON.NOT_FOUND']);
  });

  it('successful-map: an outline comes back with the name of its unit and nothing else', async () => {
    const sent = squareOf(STREET) as { features: { properties: object; geometry: object }[] };
    const feature = { ...sent.features[0], id: 7, properties: { code: STREET, owner: 'x' } };
    const stored = await district.admin.put('/geo/areas', { ...sent, crs: {}, features: [feature] });
    expect(stored).toMatchObject({ stored: 1, unchanged: 0 });
    const { name } = await district.admin.get(`/orgs/${STREET}`);
    const worker = await district.as('community_worker');
    expect(await worker.get('/geo/areas?parent=990101&level=street')).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { code: STREET, name }, geometry: sent.features[0]!.geometry }],
    });
  });
});
