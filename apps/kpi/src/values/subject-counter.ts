import { Injectable } from '@nestjs/common';
import {
  countSlots,
  memberUnits,
  orgAt,
  SMI_INDICATORS,
  SMI_REASONS,
  type MeasureWindow,
  type ReasonCode,
  type SlotCounts,
  type SmiSubject,
} from '#domain';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { partOf, type CellPart } from '../projection/cell-deltas.js';
import { CellRepository } from '../projection/cell.repository.js';
import { FIRST_CASE, SubjectRepository } from '../subjects/subject.repository.js';
import { toSubject } from '../subjects/subject.row.js';

const PAGE = 500;
const SLOTS = SMI_INDICATORS.length;

/** A case, and the unit it belonged to at the end of the window. */
interface Placed {
  readonly subject: SmiSubject;
  readonly org: string;
  readonly part: CellPart;
}

/**
 * Counts cases on demand, page by page, where no cell holds the window. Works over everybody who belonged to the area, whoever
 * asks: only counts leave it, and the right to the area has been checked before.
 */
@Injectable()
export class SubjectCounter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: SubjectRepository,
    private readonly cells: CellRepository,
  ) {}

  /** Adds up each case where `bucketsOf` puts it. */
  async count(
    area: string,
    window: MeasureWindow,
    bucketsOf: (org: string, part: CellPart) => readonly string[],
  ): Promise<Map<string, SlotCounts>> {
    const sums = new Map<string, SlotCounts>();
    for await (const { subject, org, part } of this.placed(area, window)) {
      const counts = countSlots(subject, window);
      for (const bucket of bucketsOf(org, part)) add(sums, bucket, counts);
    }
    return sums;
  }

  /** How many records each reason of one indicator stands for. */
  async reasons(area: string, window: MeasureWindow, slot: number): Promise<Map<ReasonCode, number>> {
    const found = new Map<ReasonCode, number>();
    for await (const { subject } of this.placed(area, window)) {
      for (const { reason } of memberUnits(subject, window, slot)) found.set(reason, (found.get(reason) ?? 0) + 1);
    }
    return new Map([...found].sort((a, b) => order(a[0]) - order(b[0])));
  }

  private async *placed(area: string, window: MeasureWindow): AsyncGenerator<Placed> {
    let after = FIRST_CASE;
    for (;;) {
      const page = await this.page(area, after, window);
      for (const placed of page.found) yield placed;
      if (page.last === undefined) return;
      after = page.last;
    }
  }

  private page(area: string, after: string, window: MeasureWindow) {
    return this.unitOfWork.read(systemCaller('kpi-figures'), async (tx) => {
      const rows = await this.subjects.pageOfArea(tx, area, after, PAGE);
      const visits = await this.subjects.visitsOf(
        tx,
        rows.map((row) => row.case_id),
      );
      const subjects = rows.map((row) => toSubject(row, visits.get(row.case_id) ?? []));
      const placed = subjects
        .map((subject) => ({ subject, org: orgAt(subject, window.to) }))
        .filter(({ org }) => org.startsWith(area));
      const classes = await this.cells.classesOf(tx, [...new Set(placed.map(({ org }) => org))]);
      const found: Placed[] = placed.map((each) => ({ ...each, part: partOf(classes.get(each.org)) }));
      return { found, last: rows.length < PAGE ? undefined : rows.at(-1)?.case_id };
    });
  }
}

function add(sums: Map<string, SlotCounts>, bucket: string, counts: SlotCounts): void {
  const sum = sums.get(bucket) ?? { numerators: zeros(), denominators: zeros() };
  sums.set(bucket, sum);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    sum.numerators[slot] = (sum.numerators[slot] ?? 0) + (counts.numerators[slot] ?? 0);
    sum.denominators[slot] = (sum.denominators[slot] ?? 0) + (counts.denominators[slot] ?? 0);
  }
}

function zeros(): number[] {
  return new Array<number>(SLOTS).fill(0);
}

const SIDES = ['numerator', 'denominator_only', 'excluded'] as const;
const CODES = Object.keys(SMI_REASONS);

function order(code: ReasonCode): number {
  return SIDES.indexOf(SMI_REASONS[code].side) * CODES.length + CODES.indexOf(code);
}
