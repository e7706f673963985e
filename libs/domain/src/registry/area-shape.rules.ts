import type { Refusal } from '../kernel/problem.js';
import type { AreaCode } from '../kernel/area-code.js';
import { crossesItself, type Position } from './ring-crossing.js';

/** An outline as GeoJSON (RFC 7946 3.1.6, 3.1.7). */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** The outline of one area. */
export interface AreaShape {
  readonly code: AreaCode;
  readonly geometry: AreaGeometry;
}

/** Why an outline is refused. */
export type ShapeCode =
  | 'FIELD.REQUIRED'
  | 'FIELD.TYPE'
  | 'FIELD.TOO_LONG'
  | 'REGISTRY.ORG.CODE_INVALID'
  | 'REGISTRY.SHAPE.NOT_A_COLLECTION'
  | 'REGISTRY.SHAPE.CODE_TWICE'
  | 'REGISTRY.SHAPE.GEOMETRY_TYPE'
  | 'REGISTRY.SHAPE.RING_OPEN'
  | 'REGISTRY.SHAPE.RING_CROSSES'
  | 'REGISTRY.SHAPE.COORDINATE_RANGE';

type ShapeRefusal = Refusal<ShapeCode>;
type Read<T> = { readonly value: T } | ShapeRefusal;

/** Areas of one upload; a county has some hundreds. */
export const MOST_SHAPES = 2_000;
const MOST_PARTS = 500;
const MOST_POSITIONS = 20_000;
const SMALLEST_RING = 4;
/** Six decimals are a tenth of a metre. */
const SCALE = 1e6;

/**
 * Reads a GeoJSON FeatureCollection of Polygons and MultiPolygons whose `properties.code` names an area. Nothing but code and
 * outline is kept; positions lose their height and are rounded to six decimals, alike on both sides of a border.
 */
export function readAreaShapes(body: unknown): { readonly shapes: AreaShape[]; readonly refusals: ShapeRefusal[] } {
  const features = isObject(body) && body['type'] === 'FeatureCollection' ? body['features'] : undefined;
  if (!Array.isArray(features)) return refusedWith('type', 'REGISTRY.SHAPE.NOT_A_COLLECTION');
  if (features.length === 0) return refusedWith('features', 'FIELD.REQUIRED');
  if (features.length > MOST_SHAPES) return refusedWith('features', 'FIELD.TOO_LONG');
  const shapes: AreaShape[] = [];
  const refusals: ShapeRefusal[] = [];
  const seen = new Set<string>();
  features.forEach((feature: unknown, index) => {
    const read = readFeature(feature, `features[${String(index)}]`, seen);
    if ('value' in read) shapes.push(read.value);
    else refusals.push(read);
  });
  return { shapes, refusals };
}

function readFeature(feature: unknown, at: string, seen: Set<string>): Read<AreaShape> {
  if (!isObject(feature) || feature['type'] !== 'Feature') return { field: `${at}.type`, code: 'FIELD.TYPE' };
  const properties = feature['properties'];
  const code = isObject(properties) ? properties['code'] : undefined;
  const field = `${at}.properties.code`;
  if (code === undefined || code === null) return { field, code: 'FIELD.REQUIRED' };
  if (typeof code !== 'string' || !/^[1-9]\d{11}$/u.test(code)) return { field, code: 'REGISTRY.ORG.CODE_INVALID' };
  if (seen.has(code)) return { field, code: 'REGISTRY.SHAPE.CODE_TWICE' };
  seen.add(code);
  const geometry = readGeometry(feature['geometry'], `${at}.geometry`);
  return 'value' in geometry ? { value: { code, geometry: geometry.value } } : geometry;
}

/** Reads one geometry; `at` is its path in the request. */
export function readGeometry(geometry: unknown, at: string): Read<AreaGeometry> {
  const kind = isObject(geometry) ? geometry['type'] : undefined;
  if (!isObject(geometry) || (kind !== 'Polygon' && kind !== 'MultiPolygon')) {
    return { field: `${at}.type`, code: 'REGISTRY.SHAPE.GEOMETRY_TYPE' };
  }
  const field = `${at}.coordinates`;
  if (kind === 'Polygon') {
    const coordinates = listOf(geometry['coordinates'], field, MOST_PARTS, readRing);
    return 'value' in coordinates ? { value: { type: kind, coordinates: coordinates.value } } : coordinates;
  }
  const coordinates = listOf(geometry['coordinates'], field, MOST_PARTS, (polygon, path) =>
    listOf(polygon, path, MOST_PARTS, readRing),
  );
  return 'value' in coordinates ? { value: { type: kind, coordinates: coordinates.value } } : coordinates;
}

function readRing(ring: unknown, at: string): Read<Position[]> {
  const read = listOf(ring, at, MOST_POSITIONS, readPosition);
  if (!('value' in read)) return read;
  const [first, last] = [read.value[0], read.value.at(-1)];
  const closed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  if (!closed || read.value.length < SMALLEST_RING) return { field: at, code: 'REGISTRY.SHAPE.RING_OPEN' };
  return crossesItself(read.value) ? { field: at, code: 'REGISTRY.SHAPE.RING_CROSSES' } : read;
}

function readPosition(position: unknown, at: string): Read<Position> {
  if (!Array.isArray(position)) return { field: at, code: 'FIELD.TYPE' };
  const [longitude, latitude] = position as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return { field: at, code: 'FIELD.TYPE' };
  // Written so that NaN fails too.
  const inRange = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!inRange) return { field: at, code: 'REGISTRY.SHAPE.COORDINATE_RANGE' };
  return { value: [rounded(longitude), rounded(latitude)] };
}

function listOf<T>(value: unknown, at: string, most: number, read: (item: unknown, at: string) => Read<T>): Read<T[]> {
  if (!Array.isArray(value)) return { field: at, code: 'FIELD.TYPE' };
  if (value.length === 0) return { field: at, code: 'FIELD.REQUIRED' };
  if (value.length > most) return { field: at, code: 'FIELD.TOO_LONG' };
  const items: T[] = [];
  for (const [index, item] of (value as unknown[]).entries()) {
    const found = read(item, `${at}[${String(index)}]`);
    if (!('value' in found)) return found;
    items.push(found.value);
  }
  return { value: items };
}

function refusedWith(field: string, code: ShapeCode): { shapes: AreaShape[]; refusals: ShapeRefusal[] } {
  return { shapes: [], refusals: [{ field, code }] };
}

function rounded(degrees: number): number {
  return Math.round(degrees * SCALE) / SCALE;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
