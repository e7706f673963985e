import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GeoService } from '#contracts';
import { COUNTY, RegistryNode, ROOM_A1, ROOM_B1, STREET_A, STREET_B } from './registry-node.js';

const { listAreaShapes, putAreaShapes } = GeoService.method;

/** A square of one degree. */
function square(longitude: number): string {
  const ring = [0, 1, 1, 0, 0].map((step, i) => [longitude + step, 30 + (i > 1 && i < 4 ? 1 : 0)]);
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
}

describe('outlines of areas', () => {
  let registry: RegistryNode;

  beforeAll(async () => {
    registry = await RegistryNode.start();
    await registry.addTree();
    const items = [COUNTY, STREET_A, STREET_B, ROOM_A1, ROOM_B1].map((code, i) => ({
      code,
      geometry: square(100 + i),
    }));
    await registry.call(putAreaShapes, { items }, registry.admin);
  });
  afterAll(() => registry.close());

  const codesOf = async (parent: string, level?: string): Promise<string[]> => {
    const request = { parent, ...(level === undefined ? {} : { level }) };
    return (await registry.call(listAreaShapes, request, registry.staffA)).items.map(({ code }) => code);
  };

  it('come by area and level, with the names of the units, whoever asks', async () => {
    const { items, nextCursor } = await registry.call(listAreaShapes, { parent: '990101' }, registry.staffB);
    expect(items.map(({ code, name }) => [code, name])).toEqual([
      [STREET_A, '东街道'],
      [STREET_B, '西街道'],
    ]);
    expect(JSON.parse(items[0]!.geometry)).toEqual(JSON.parse(square(101)));
    expect(nextCursor).toBeUndefined();
  });

  it('default to the level below', async () => {
    expect(await codesOf(STREET_A)).toEqual([ROOM_A1]);
    expect(await codesOf('990101', 'community')).toEqual([ROOM_A1, ROOM_B1]);
    expect(await codesOf('990101', 'district')).toEqual([COUNTY]);
    expect(await codesOf('9901', 'street')).toEqual([STREET_A, STREET_B]);
    expect(await codesOf('990102')).toEqual([]);
  });

  it('change only where they differ', async () => {
    const items = [
      { code: STREET_A, geometry: square(101) },
      { code: STREET_B, geometry: square(102.5) },
    ];
    const answer = await registry.call(putAreaShapes, { items }, registry.admin);
    expect([answer.stored, answer.unchanged]).toEqual([1, 1]);
    await registry.call(putAreaShapes, { items: [{ code: STREET_B, geometry: square(102) }] }, registry.admin);
  });

  it.each([
    ['a unit nobody knows', { code: '990101077000', geometry: square(1) }, 'properties.code', 'REGISTRY.ORG.UNKNOWN'],
    ['a line', { code: STREET_A, geometry: '{"type":"LineString"}' }, 'geometry.type', 'REGISTRY.SHAPE.GEOMETRY_TYPE'],
    ['no JSON', { code: STREET_A, geometry: 'x' }, 'geometry.type', 'REGISTRY.SHAPE.GEOMETRY_TYPE'],
  ])('are refused with %s, and nothing is stored', async (_, wrong, field, code) => {
    const items = [{ code: STREET_B, geometry: square(55) }, wrong];
    const error = await registry.refusal(putAreaShapes, { items }, registry.admin);
    expect(error.options.errors).toEqual([{ field: `features[1].${field}`, code }]);
    const { items: kept } = await registry.call(listAreaShapes, { parent: STREET_B, level: 'street' }, registry.admin);
    expect(JSON.parse(kept[0]!.geometry)).toEqual(JSON.parse(square(102)));
  });

  it('are not for everybody to store, and only inside their own areas', async () => {
    const items = [{ code: STREET_A, geometry: square(1) }];
    expect((await registry.refusal(putAreaShapes, { items }, registry.staffA)).code).toBe('COMMON.FORBIDDEN');
    const local = registry.as(['system_admin'], ['990101002']);
    const error = await registry.refusal(putAreaShapes, { items }, local);
    expect(error.options.errors?.[0]?.code).toBe('REGISTRY.ORG.UNKNOWN');
  });

  it('refuse an area or level that is none', async () => {
    expect((await registry.refusal(listAreaShapes, {}, registry.staffA)).options.errors?.[0]?.field).toBe('parent');
    const error = await registry.refusal(listAreaShapes, { parent: '990101', level: 'city' }, registry.staffA);
    expect(error.options.errors?.[0]?.field).toBe('level');
  });

  it('come in pages when there is much of them', async () => {
    // A circle of very many corners: an outline that does not cross itself.
    const long = Array.from({ length: 15_000 }, (_, i) => {
      const angle = (i / 15_000) * 2 * Math.PI;
      return [100 + Math.cos(angle), 30 + Math.sin(angle)];
    });
    const geometry = JSON.stringify({ type: 'Polygon', coordinates: [[...long, long[0]]] });
    const many = Array.from({ length: 4 }, () => [...long, long[0]]);
    const huge = JSON.stringify({ type: 'MultiPolygon', coordinates: [many, many] });
    await registry.call(putAreaShapes, { items: [{ code: ROOM_A1, geometry: huge }] }, registry.admin);
    await registry.call(putAreaShapes, { items: [{ code: ROOM_B1, geometry }] }, registry.admin);
    const request = { parent: '990101', level: 'community' };
    const first = await registry.call(listAreaShapes, request, registry.admin);
    expect(first.items.map(({ code }) => code)).toEqual([ROOM_A1]);
    const second = await registry.call(listAreaShapes, { ...request, cursor: first.nextCursor! }, registry.admin);
    expect(second.items.map(({ code }) => code)).toEqual([ROOM_B1]);
  });
});
