import { Injectable } from '@nestjs/common';
import type { GetValuesRequest } from '#contracts';
import {
  areasOf,
  cellMonth,
  measureWindow,
  monthOrdinal,
  monthsOf,
  SMI_INDICATORS,
  toAreaCode,
  yearOf,
  type MeasureWindow,
  type SlotCounts,
} from '#domain';
import type { Caller } from '#observability';
import { CELL_PARTS, type Part } from '../projection/cell-deltas.js';
import { RollOverService } from '../projection/roll-over.service.js';
import type { FigurePlace } from './figure.js';
import { countsKey, FigureRepository } from './figure.repository.js';
import { breakdownOf, indicatorSlots, measureQuery, type Breakdown, type MeasureQuery } from './measure-query.js';
import { SubjectCounter } from './subject-counter.js';
import { valueOf, type ValueInit } from './value.mapper.js';

/** Figures of one area and period, as a whole or taken apart. */
@Injectable()
export class GetValuesUseCase {
  constructor(
    private readonly rollOver: RollOverService,
    private readonly figures: FigureRepository,
    private readonly counter: SubjectCounter,
  ) {}

  async execute(request: GetValuesRequest, caller: Caller): Promise<ValueInit[]> {
    const { day } = await this.rollOver.current();
    const slots = indicatorSlots(request.indicators);
    const breakdown = breakdownOf(request.breakdown);
    const query = measureQuery(request, day, caller);
    const places = await this.placesOf(query, breakdown, day, request.asOf);
    return this.valuesAt(places, query, slots, request.plan);
  }

  /** The same for one indicator and the area as a whole. */
  async single(query: MeasureQuery, slot: number): Promise<ValueInit> {
    const [value] = await this.valuesAt([wholeOf(query)], query, [slot], undefined);
    if (value === undefined) throw new Error('a place without a value');
    return value;
  }

  /** Every indicator of the area, and of those directly below where wanted, from one reading. */
  async everyValue(query: MeasureQuery, withChildren: boolean): Promise<ValueInit[]> {
    const whole = wholeOf(query);
    const children = withChildren ? await this.childrenOf(whole) : [];
    const slots = SMI_INDICATORS.map((_, slot) => slot);
    return this.valuesAt([whole, ...children], query, slots, undefined);
  }

  private async childrenOf(whole: FigurePlace): Promise<FigurePlace[]> {
    const children = await this.figures.childrenOf(whole.area, whole.window.to);
    return children.map((area) => ({ ...whole, area, org: toAreaCode(area) }));
  }

  private async valuesAt(
    places: readonly FigurePlace[],
    query: MeasureQuery,
    slots: readonly number[],
    plan: string | undefined,
  ): Promise<ValueInit[]> {
    const indicators = slots.flatMap((slot) => SMI_INDICATORS[slot] ?? []);
    const { firstYear } = await this.rollOver.current();
    const inCells = places.every(({ window }) => isInCells(window, firstYear));
    const [read, counted] = await Promise.all([
      this.figures.read(places, indicators, plan),
      inCells ? undefined : this.countLive(places, query),
    ]);
    const source = {
      ...read,
      counts: ({ area, window, part }: FigurePlace) =>
        counted === undefined
          ? read.counts.get(countsKey(area, monthOrdinal(window.to), part))
          : counted.get(bucket(window.to, area, part)),
    };
    return places.flatMap((place) => slots.map((slot) => valueOf(source, place, slot)));
  }

  private async placesOf(
    query: MeasureQuery,
    breakdown: Breakdown,
    day: string,
    asOf: string | undefined,
  ): Promise<FigurePlace[]> {
    const whole = wholeOf(query);
    if (breakdown === 'none') return [whole];
    if (breakdown === 'urban_rural') return CELL_PARTS.map((part) => ({ ...whole, part }));
    if (breakdown === 'months') return monthPlaces(whole, query, day, asOf);
    return this.childrenOf(whole);
  }

  /** Windows no cell holds are counted from the cases, each window once. */
  private async countLive(places: readonly FigurePlace[], query: MeasureQuery): Promise<Map<string, SlotCounts>> {
    const all = new Map<string, SlotCounts>();
    for (const window of new Map(places.map((place) => [place.window.to, place.window])).values()) {
      const counts = await this.counter.count(query.area, window, (org, part) =>
        areasOf(org).flatMap((area) => [bucket(window.to, area, 'all'), bucket(window.to, area, part)]),
      );
      for (const [key, sum] of counts) all.set(key, sum);
    }
    return all;
  }
}

/** Cells begin with a year; what lies before is counted from the cases, as the lists behind the figures are. */
function isInCells(window: MeasureWindow, firstYear: number): boolean {
  return cellMonth(window) !== undefined && yearOf(window.to) >= firstYear;
}

function wholeOf(query: MeasureQuery): FigurePlace {
  return { org: query.org, area: query.area, period: query.period.text, window: query.window, part: 'all' };
}

function monthPlaces(whole: FigurePlace, query: MeasureQuery, day: string, asOf: string | undefined): FigurePlace[] {
  return monthsOf(query.period, query.window.to).flatMap((month) => {
    const window = measureWindow(month, day, asOf);
    return typeof window === 'string' ? [] : [{ ...whole, period: month.text, window }];
  });
}

function bucket(to: string, area: string, part: Part): string {
  return `${to}/${area}/${part}`;
}
