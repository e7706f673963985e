import { describe, expect, it } from '@jest/globals';
import { readAreaShapes } from '#domain';
import { buildDemoShapes, type DemoShapes } from './demo-data.mjs';

type Ring = readonly (readonly [number, number])[];

const LARGEST_BODY = 1_048_576;

describe.each(['small', 'district'] as const)('the outlines of the demonstration (%s)', (size) => {
  const shapes = buildDemoShapes(size);
  const level = (digits: number): DemoShapes['features'] =>
    shapes.features.filter(({ properties }) => properties.code.replace(/(000)+$/u, '').length === digits);

  it('are the same each time, and are taken by the registry in one call', () => {
    expect(buildDemoShapes(size)).toEqual(shapes);
    expect(readAreaShapes(shapes).refusals).toEqual([]);
    expect(JSON.stringify(shapes).length).toBeLessThan(LARGEST_BODY);
    expect([6, 9, 12].map((digits) => level(digits).length)).toEqual(size === 'small' ? [1, 1, 4] : [1, 7, 120]);
  });

  it('lie in open sea', () => {
    const positions = shapes.features.flatMap(({ geometry }) => geometry.coordinates.flat());
    expect(positions.every(([x, y]) => x > 124 && x < 124.8 && y > 29.3 && y < 29.95)).toBe(true);
  });

  it('are each of one piece, run counter-clockwise, and have room', () => {
    for (const { geometry } of shapes.features) {
      expect(geometry.coordinates).toHaveLength(1);
      expect(area(geometry.coordinates[0]!)).toBeGreaterThan(1e-4 / 2);
    }
  });

  it('leave no gap and overlap nowhere: the parts make up the whole', () => {
    const [county, streets, communities] = [6, 9, 12].map((digits) => sum(level(digits)));
    expect(streets).toBeCloseTo(county!, 9);
    expect(communities).toBeCloseTo(county!, 9);
    for (const street of level(9)) {
      const own = level(12).filter(({ properties }) => properties.code.startsWith(street.properties.code.slice(0, 9)));
      expect(sum(own)).toBeCloseTo(sum([street]), 9);
    }
  });

  it.each([9, 12])('share their borders point for point (%d digits)', (digits) => {
    const lines = new Set(level(digits).flatMap(({ geometry }) => segments(geometry.coordinates[0]!)));
    const coast = new Set(segments(level(6)[0]!.geometry.coordinates[0]!));
    const alone = [...lines].filter((line) => !lines.has(line.split(' ').reverse().join(' ')));
    expect(alone.filter((line) => !coast.has(line))).toEqual([]);
    expect(alone).toHaveLength(coast.size);
  });
});

function segments(ring: Ring): string[] {
  return ring.slice(1).map((end, index) => `${ring[index]!.join(',')} ${end.join(',')}`);
}

function area(ring: Ring): number {
  return ring.slice(1).reduce((total, [x, y], index) => {
    const [beforeX, beforeY] = ring[index]!;
    return total + (beforeX * y - x * beforeY) / 2;
  }, 0);
}

function sum(features: DemoShapes['features']): number {
  return features.reduce((total, { geometry }) => total + area(geometry.coordinates[0]!), 0);
}
