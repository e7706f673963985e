import { assertInScope } from '#auth';
import { DomainError, type ErrorCode } from '#contracts';
import {
  isIsoDate,
  measureWindow,
  normaliseScope,
  parsePeriod,
  smiIndicatorSlot,
  type MeasureWindow,
  type Period,
  type WindowRefusal,
} from '#domain';
import type { Caller } from '#observability';

/** How a figure may be taken apart. */
export const BREAKDOWNS = ['none', 'children', 'urban_rural', 'months'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** A question about one area and one period, checked. */
export interface MeasureQuery {
  /** Area as the caller wrote it, for the answer. */
  readonly org: string;
  /** The same without trailing zero groups. */
  readonly area: string;
  readonly period: Period;
  readonly window: MeasureWindow;
}

export interface MeasureRequest {
  readonly org: string;
  readonly period: string;
  readonly asOf?: string | undefined;
}

const AREA = /^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;
const MAX_INDICATORS = 50;
const WINDOW_REFUSALS: Readonly<Record<WindowRefusal, readonly ['period' | 'asOf', ErrorCode]>> = {
  not_begun: ['period', 'KPI.PERIOD.NOT_BEGUN'],
  as_of_in_future: ['asOf', 'KPI.AS_OF.IN_FUTURE'],
  as_of_before_period: ['asOf', 'KPI.AS_OF.BEFORE_PERIOD'],
};

/** Reads area and period; an area outside the caller's is "not found". */
export function measureQuery(request: MeasureRequest, today: string, caller: Caller): MeasureQuery {
  const area = areaOf(request.org);
  assertInScope(caller, area);
  if (request.asOf !== undefined && !isIsoDate(request.asOf)) throw invalid('asOf', 'FIELD.DATE');
  const period = parsePeriod(request.period);
  if (period === undefined) throw invalid('period', 'KPI.PERIOD.INVALID');
  const window = measureWindow(period, today, request.asOf);
  if (typeof window === 'string') throw invalid(...WINDOW_REFUSALS[window]);
  return { org: request.org, area, period, window };
}

/** An area code or prefix without trailing zero groups. */
export function areaOf(org: string, field = 'org'): string {
  if (!AREA.test(org) || org.startsWith('0')) throw invalid(field, 'FIELD.INVALID');
  return normaliseScope(org);
}

/** Slots of the indicators, in the order asked for, each once. */
export function indicatorSlots(ids: readonly string[]): number[] {
  if (ids.length === 0) throw invalid('indicator', 'FIELD.REQUIRED');
  if (ids.length > MAX_INDICATORS) throw invalid('indicator', 'FIELD.TOO_LONG');
  return [...new Set(ids)].map((id) => indicatorSlot(id));
}

export function indicatorSlot(id: string): number {
  const slot = smiIndicatorSlot(id);
  if (slot === undefined) throw invalid('indicator', 'KPI.INDICATOR.UNKNOWN');
  return slot;
}

export function breakdownOf(text: string): Breakdown {
  const found = BREAKDOWNS.find((name) => name === (text === '' ? 'none' : text));
  if (found === undefined) throw invalid('breakdown', 'FIELD.CODE');
  return found;
}

/** A refusal that names the field. */
export function invalid(field: string, code: ErrorCode): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field, code }] });
}
