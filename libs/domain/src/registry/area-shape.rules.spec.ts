import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_SHAPES, readAreaShapes } from './area-shape.rules.js';

const SQUARE = [
  [100, 30],
  [101, 30],
  [101, 31],
  [100, 30],
];
const CODE = '990101001000';

function collection(geometry: unknown, properties: unknown = { code: CODE }): unknown {
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] };
}
const polygon = (...rings: unknown[]): unknown => ({ type: 'Polygon', coordinates: rings });

describe('outlines of areas', () => {
  it('keep code and outline, and nothing else', () => {
    const geometry = { ...(polygon(SQUARE) as object), bbox: [0, 0, 1, 1], owner: 'x' };
    const body = collection(geometry, { code: CODE, name: '和平街道', secret: 'x' });
    expect(readAreaShapes({ ...(body as object), crs: {} })).toEqual({
      shapes: [{ code: CODE, geometry: { type: 'Polygon', coordinates: [SQUARE] } }],
      refusals: [],
    });
  });

  it('take holes, several parts and heights', () => {
    const high = SQUARE.map((position) => [...position, 12]);
    const { shapes } = readAreaShapes(collection({ type: 'MultiPolygon', coordinates: [[high, high], [high]] }));
    expect(shapes[0]?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[SQUARE, SQUARE], [SQUARE]] });
  });

  const at = 'features[0]';
  it.each([
    ['no object', 7, 'type', 'REGISTRY.SHAPE.NOT_A_COLLECTION'],
    ['a lone feature', { type: 'Feature' }, 'type', 'REGISTRY.SHAPE.NOT_A_COLLECTION'],
    ['no features', { type: 'FeatureCollection', features: [] }, 'features', 'FIELD.REQUIRED'],
    ['a feature that is none', { type: 'FeatureCollection', features: [7] }, `${at}.type`, 'FIELD.TYPE'],
    ['no code', collection(polygon(SQUARE), {}), `${at}.properties.code`, 'FIELD.REQUIRED'],
    ['no properties', collection(polygon(SQUARE), null), `${at}.properties.code`, 'FIELD.REQUIRED'],
    [
      'a short code',
      collection(polygon(SQUARE), { code: '990101' }),
      `${at}.properties.code`,
      'REGISTRY.ORG.CODE_INVALID',
    ],
    ['no geometry', collection(null), `${at}.geometry.type`, 'REGISTRY.SHAPE.GEOMETRY_TYPE'],
    [
      'a point',
      collection({ type: 'Point', coordinates: [1, 2] }),
      `${at}.geometry.type`,
      'REGISTRY.SHAPE.GEOMETRY_TYPE',
    ],
    ['no coordinates', collection({ type: 'Polygon' }), `${at}.geometry.coordinates`, 'FIELD.TYPE'],
    ['no ring', collection(polygon()), `${at}.geometry.coordinates`, 'FIELD.REQUIRED'],
    [
      'an open ring',
      collection(polygon(SQUARE.slice(0, 3))),
      `${at}.geometry.coordinates[0]`,
      'REGISTRY.SHAPE.RING_OPEN',
    ],
    [
      'a ring of two',
      collection(polygon([SQUARE[0], SQUARE[1], SQUARE[0]])),
      `${at}.geometry.coordinates[0]`,
      'REGISTRY.SHAPE.RING_OPEN',
    ],
    [
      'a far position',
      collection(polygon([[181, 0], ...SQUARE])),
      `${at}.geometry.coordinates[0][0]`,
      'REGISTRY.SHAPE.COORDINATE_RANGE',
    ],
    [
      'a latitude of 91',
      collection(polygon([[0, 91], ...SQUARE])),
      `${at}.geometry.coordinates[0][0]`,
      'REGISTRY.SHAPE.COORDINATE_RANGE',
    ],
    [
      'NaN',
      collection(polygon([[NaN, 0], ...SQUARE])),
      `${at}.geometry.coordinates[0][0]`,
      'REGISTRY.SHAPE.COORDINATE_RANGE',
    ],
    ['words', collection(polygon([['a', 'b'], ...SQUARE])), `${at}.geometry.coordinates[0][0]`, 'FIELD.TYPE'],
    ['half a position', collection(polygon([[1], ...SQUARE])), `${at}.geometry.coordinates[0][0]`, 'FIELD.TYPE'],
  ])('are refused with %s, naming the place', (_, body, field, code) => {
    expect(readAreaShapes(body)).toEqual({ shapes: [], refusals: [{ field, code }] });
  });

  it('stand once each, and not too many', () => {
    const feature = { type: 'Feature', properties: { code: CODE }, geometry: polygon(SQUARE) };
    const twice = readAreaShapes({ type: 'FeatureCollection', features: [feature, feature] });
    expect(twice.refusals).toEqual([{ field: 'features[1].properties.code', code: 'REGISTRY.SHAPE.CODE_TWICE' }]);
    const many = readAreaShapes({ type: 'FeatureCollection', features: new Array(MOST_SHAPES + 1).fill(feature) });
    expect(many.refusals[0]?.code).toBe('FIELD.TOO_LONG');
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (geometry, coordinates) => {
        for (const each of [geometry, { type: 'Polygon', coordinates }, { type: 'MultiPolygon', coordinates }]) {
          const { shapes, refusals } = readAreaShapes(collection(each));
          expect(shapes.length + refusals.length).toBe(1);
        }
      }),
    );
  });
});
