import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DomainError } from '#contracts';
import { ArrayBodyPipe } from './array-body.pipe.js';
import { PageQueryDto } from './page-query.dto.js';
import { RequestValidationPipe, withoutNulls } from './request-validation.pipe.js';
import { IsAreaCode, IsAreaPrefix, IsIsoDate, NestedList, NestedObject } from './validators.js';

class DrugDto {
  @IsString()
  @MaxLength(5)
  drug: string;
}

class VisitDto {
  @IsIsoDate()
  on: string;

  @IsOptional()
  @IsAreaCode()
  org?: string;

  @IsOptional()
  @IsAreaPrefix()
  within?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(5)
  risk?: number;

  @NestedObject(() => DrugDto, { optional: true })
  main?: DrugDto;

  @NestedList(() => DrugDto, { optional: true, max: 2 })
  drugs?: DrugDto[];
}

const pipe = new RequestValidationPipe();
const check = (body: unknown) => pipe.transform(body, { type: 'body', metatype: VisitDto });

async function problems(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.options.errors?.map(({ field, code }) => [field, code]) ?? error.code;
  }
}

describe('validation of a body', () => {
  it('takes null for absent at every level', async () => {
    expect(await check({ on: '2026-02-28', org: null, drugs: [{ drug: 'x' }], main: null })).toEqual({
      on: '2026-02-28',
      drugs: [{ drug: 'x' }],
    });
  });

  it.each([
    [{ on: '2026-02-30' }, [['on', 'FIELD.DATE']]],
    [{ on: '2026-2-3' }, [['on', 'FIELD.DATE']]],
    [{ on: null }, [['on', 'FIELD.REQUIRED']]],
    [{ on: '2026-02-28', org: '990101' }, [['org', 'FIELD.INVALID']]],
    [{ on: '2026-02-28', within: '99010' }, [['within', 'FIELD.INVALID']]],
    [{ on: '2026-02-28', risk: 6 }, [['risk', 'FIELD.RANGE']]],
    [{ on: '2026-02-28', risk: 'x' }, [['risk', 'FIELD.TYPE']]],
    [{ on: '2026-02-28', main: [] }, [['main', 'FIELD.TYPE']]],
    [{ on: '2026-02-28', main: 'x' }, [['main', 'FIELD.TYPE']]],
    [{ on: '2026-02-28', main: {} }, [['main.drug', 'FIELD.REQUIRED']]],
    [{ on: '2026-02-28', main: { drug: 'x', dose: 1 } }, [['main.dose', 'FIELD.UNKNOWN']]],
    [{ on: '2026-02-28', drugs: { 0: { drug: 'x' } } }, [['drugs', 'FIELD.TYPE']]],
    [{ on: '2026-02-28', drugs: [{ drug: 'x' }, { drug: 'xxxxxx' }] }, [['drugs[1].drug', 'FIELD.TOO_LONG']]],
    [{ on: '2026-02-28', drugs: [{ drug: 'a' }, { drug: 'b' }, { drug: 'c' }] }, [['drugs', 'FIELD.RANGE']]],
    [{ on: '2026-02-28', main: { drug: 'a\0b' } }, [['main.drug', 'FIELD.INVALID']]],
    [{ on: '2026-02-28', drugs: [{ drug: 'x' }, { drug: 'a\ud800' }] }, [['drugs[1].drug', 'FIELD.INVALID']]],
    [{ on: '2026-02-28', toString: 'x' }, 'COMMON.MALFORMED'],
    [{ on: '2026-02-28', main: { drug: 'x', hasOwnProperty: 1 } }, 'COMMON.MALFORMED'],
    [[], 'COMMON.MALFORMED'],
    ['x', 'COMMON.MALFORMED'],
    [undefined, 'COMMON.MALFORMED'],
  ])('%j → %j', async (body, expected) => {
    expect(await problems(check(body))).toEqual(expected);
  });

  it('refuses nesting deeper than any form', () => {
    let deep: unknown = {};
    for (let i = 0; i < 20; i += 1) deep = { a: [deep] };
    expect(() => withoutNulls(deep, 0)).toThrow('COMMON.MALFORMED');
  });

  it('names the place in a list of bodies', async () => {
    const list = (body: unknown) => ArrayBodyPipe.of(VisitDto, 2).transform(body, { type: 'body' });
    expect(await problems(list([{ on: '2026-01-01' }, { on: 'x' }]))).toEqual([['[1].on', 'FIELD.DATE']]);
    expect(await problems(list([7]))).toEqual([['[0]', 'FIELD.TYPE']]);
    expect(await problems(list({}))).toBe('COMMON.MALFORMED');
    expect(await problems(list([1, 2, 3]))).toBe('COMMON.TOO_LARGE');
  });
});

describe('validation of a query', () => {
  const page = (query: object) => pipe.transform(query, { type: 'query', metatype: PageQueryDto });

  it('fills in the defaults and reads numbers', async () => {
    expect(await page({})).toEqual({ limit: 50, cursor: '' });
    expect(await page({ limit: '200' })).toEqual({ limit: 200, cursor: '' });
  });

  it.each([
    [{ limit: '' }],
    [{ limit: '1.5' }],
    [{ limit: ['1', '2'] }],
    [{ limit: '-1' }],
    [{ offset: '3' }],
    [{ cursor: '\0' }],
  ])('refuses %j', async (query) => {
    await expect(page(query)).rejects.toThrow('COMMON.VALIDATION_FAILED');
  });
});
