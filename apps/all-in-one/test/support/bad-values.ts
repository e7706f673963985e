import type { Parameter, Schema } from './api-description.js';

/** A body with one thing wrong. */
export interface BadBody {
  readonly what: string;
  /** The field the answer has to name, as JSON path. */
  readonly field: string;
  readonly body: unknown;
}

const LONG = '长'.repeat(3_000);
const NOT_OF_THIS_WORLD = 'nonsense-code';

/** Every way in which one field of a good body can be bad, for every field at every depth. */
export function badBodies(schema: Schema, good: unknown): BadBody[] {
  return variants(schema, good, '').map(({ what, field, value }) => ({ what, field, body: value }));
}

interface Variant {
  readonly what: string;
  readonly field: string;
  readonly value: unknown;
}

function variants(schema: Schema, good: unknown, path: string): Variant[] {
  if (schema.type === 'array') return ofList(schema, good, path);
  if (schema.properties !== undefined) return ofObject(schema, good, path);
  return [];
}

function ofObject(schema: Schema, good: unknown, path: string): Variant[] {
  const known = isObject(good) ? good : {};
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const unknown = ['unknownField', '$typeName'].map((name) => ({
    what: 'unknown',
    field: at(name),
    value: { ...known, [name]: 'x' },
  }));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const required = schema.required?.includes(name) === true;
    const { [name]: _, ...without } = known;
    return [
      ...(required ? [{ what: 'missing', field: at(name), value: without }] : []),
      ...(required ? [{ what: 'null', field: at(name), value: { ...known, [name]: null } }] : []),
      ...badValues(one).map(([what, value]) => ({ what, field: at(name), value: { ...known, [name]: value } })),
      ...variants(one, known[name], at(name)).map((deep) => ({ ...deep, value: { ...known, [name]: deep.value } })),
    ];
  });
  return [...unknown, ...fields];
}

function ofList(schema: Schema, good: unknown, path: string): Variant[] {
  const { items } = schema;
  if (items === undefined) return [];
  const known = Array.isArray(good) ? (good as unknown[]) : [];
  const [first, ...rest] = known;
  const at = `${path}[0]`;
  const elements = badValues(items).map(([what, value]) => ({
    what: `item: ${what}`,
    field: path,
    value: [value, ...rest],
  }));
  const twice = schema.uniqueItems === true ? [{ what: 'twice', field: path, value: [first, first] }] : [];
  return [
    { what: 'too many', field: path, value: Array.from({ length: 1_000 }, () => first) },
    { what: 'null item', field: path, value: [null, ...rest] },
    ...(path === '' ? [] : [...twice, ...(items.properties === undefined ? elements : [])]),
    ...variants(items, first, at).map((deep) => ({ ...deep, value: [deep.value, ...rest] })),
  ];
}

/** Values a field of this schema cannot have. */
function badValues(schema: Schema): (readonly [string, unknown])[] {
  const codes: (readonly [string, unknown])[] = schema.enum === undefined ? [] : codesBeside(schema.enum);
  switch (schema.type) {
    case 'string':
      return [
        ...wrong(7, true, {}, ['x']),
        ['too long', LONG],
        ['nul', 'a\u0000b'],
        ['half a character', 'a\ud800'],
        ...codes,
        ...ofFormat(schema),
      ];
    case 'integer':
      return [...wrong('1', 'x', true, {}, [1]), ['fraction', 1.5], ...beyond(schema), ...codes];
    case 'number':
      return [...wrong('1', 'x', true, {}, [1]), ...beyond(schema)];
    case 'boolean':
      return wrong('true', 1, 0, {}, [true]);
    case 'array':
      return wrong('x', 7, true, { 0: 'x' });
    default:
      return wrong('x', 7, true, []);
  }
}

const wrong = (...values: unknown[]) => values.map((value) => [`type ${JSON.stringify(value)}`, value] as const);

function codesBeside(known: readonly unknown[]): (readonly [string, unknown])[] {
  const beside = typeof known[0] === 'number' ? [-1, 77] : [NOT_OF_THIS_WORLD, '', `${String(known[0])} `];
  return beside.map((code) => [`code ${JSON.stringify(code)}`, code] as const);
}

function beyond({ minimum, maximum }: Schema): (readonly [string, unknown])[] {
  const values = [...(minimum === undefined ? [] : [minimum - 1]), ...(maximum === undefined ? [] : [maximum + 1])];
  return [...values, 1e15, -1e15, 1e308].map((value) => [`range ${value}`, value] as const);
}

function ofFormat({ format }: Schema): (readonly [string, unknown])[] {
  const bad: Readonly<Record<string, readonly string[]>> = {
    date: ['2026-02-30', '2026-2-3', '2026/02/03', '02.03.2026', '2026-02-03T00:00:00Z', "2026-02-03'--", '20260203'],
    uuid: ['x', '0190', '01900000-0000-7000-8000-00000000000g', "01900000-0000-7000-8000-000000000000'--"],
  };
  return (bad[format ?? ''] ?? []).map((value) => [format!, value] as const);
}

/** Texts of a parameter that must be refused. */
export function badParameters({ name, schema }: Parameter): readonly string[] {
  if (name === 'limit') return ['0', '201', 'abc', '-1', '1.5', '1e1', '0x10', '', ' 5', '9999999999999999999'];
  if (name === 'cursor')
    return ['x', 'eyJhIjoxfQ', Buffer.from('{"__proto__":1}').toString('base64url'), LONG.slice(0, 400)];
  if (schema.enum !== undefined) return [NOT_OF_THIS_WORLD, `${String(schema.enum[0])}'--`, '77'];
  if (schema.format === 'date') return ['2026-02-30', 'x', "2026-02-01'--", '2026-2-1'];
  if (schema.type === 'integer') return ['x', '-1', '1.5', '77', '99999', '1e3'];
  if (schema.type === 'boolean') return ['yes', '1', 'TRUE'];
  const areas = ['org', 'parent', 'code'].includes(name)
    ? ['99010', '9901010010011', "99' or 1=1", '９９０１０１', '-1']
    : [];
  const dates = schema.format === 'date-time' ? ['x', '2026-02-30T00:00:00Z', "2026'--"] : [];
  return [...areas, ...dates, 'x'.repeat(3_000), 'a\u0000b'];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
