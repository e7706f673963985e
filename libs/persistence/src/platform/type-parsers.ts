import pg from 'pg';

type Parser = (text: string) => unknown;

const OID = { date: 1082, dateArray: 1182, int8: 20, int8Array: 1016, textArray: 1009 } as const;

const driverParser = pg.types.getTypeParser as (oid: number, format: 'text' | 'binary') => Parser;
const textArray = driverParser(OID.textArray, 'text') as (text: string) => (string | null)[];

const OWN = new Map<number, Parser>([
  [OID.date, (text) => text],
  [OID.dateArray, textArray],
  [OID.int8, wholeNumber],
  [OID.int8Array, (text) => textArray(text).map((item) => (item === null ? null : wholeNumber(item)))],
]);

/**
 * How values of PostgreSQL come back. `date` stays the string `YYYY-MM-DD` (a calendar day has no zone); `bigint` is a number,
 * and an error beyond 2^53 rather than a wrong figure; `numeric` stays a string, exact. Given to each pool: the driver's own
 * table is shared by the whole process.
 */
export const typeParsers = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parser {
    return (format === 'text' ? OWN.get(oid) : undefined) ?? driverParser(oid, format);
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint is beyond 2^53; select it as text');
  return value;
}
