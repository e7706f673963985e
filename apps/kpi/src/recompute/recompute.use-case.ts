import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CellDifferenceSchema, RecomputeResponseSchema } from '#contracts';
import { foldMembership, membershipDeltas, monthText, SMI_INDICATORS, toAreaCode } from '#domain';
import type { RpcCall } from '#messaging';
import { UnitOfWork } from '#persistence';
import { CellDeltas, partOf, type CellRow } from '../projection/cell-deltas.js';
import { CellRepository, type CellPlace } from '../projection/cell.repository.js';
import { RollOverService } from '../projection/roll-over.service.js';
import { FIRST_CASE, SubjectRepository } from '../subjects/subject.repository.js';
import { toSubject, type SubjectRow } from '../subjects/subject.row.js';
import { SnapshotRepository, type Snapshot } from './snapshot.repository.js';

const SUBJECTS = 'select * from smi_subject where case_id > $1 order by case_id limit $2';
const STATE = 'select first_year, day from projection_state';
const PAGE = 500;
const CELL_PAGE = 5_000;
const MAX_DIFFERENCES = 1_000;

type Difference = MessageInitShape<typeof CellDifferenceSchema>;

/**
 * Counts everything again from the cases, beside the live cells and while the service goes on, at one point in time. The
 * cells must be the same to the last count.
 */
@Injectable()
export class RecomputeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rollOver: RollOverService,
    private readonly snapshots: SnapshotRepository,
    private readonly subjects: SubjectRepository,
    private readonly cells: CellRepository,
  ) {}

  async execute(call: RpcCall): Promise<MessageInitShape<typeof RecomputeResponseSchema>> {
    const began = performance.now();
    await this.rollOver.run();
    const { differences, cells } = await this.snapshots.read((snapshot) => this.compare(snapshot));
    const details = { differences: differences.length, cells };
    await this.unitOfWork.write({ context: call.context, operation: call.operation }, (tx) => {
      tx.audit({ action: 'kpi.recompute', subjectKind: 'kpi_cell', details });
      return Promise.resolve();
    });
    return { differences, cells, tookMs: Math.round(performance.now() - began) };
  }

  private async compare(snapshot: Snapshot): Promise<{ differences: Difference[]; cells: number }> {
    const recomputed = await this.recount(snapshot);
    const differences: Difference[] = [];
    let after: CellPlace = { area: '', month: 0, part: '' };
    let cells = 0;
    for (;;) {
      const page = await this.cells.page(snapshot, after, CELL_PAGE);
      for (const live of page) {
        const key = keyOf(live);
        differences.push(...differencesOf(live, live, recomputed.get(key)));
        recomputed.delete(key);
      }
      cells += page.length;
      const last = page.at(-1);
      if (page.length < CELL_PAGE || last === undefined) break;
      after = last;
    }
    for (const missing of recomputed.values()) differences.push(...differencesOf(missing, undefined, missing));
    return { differences: differences.slice(0, MAX_DIFFERENCES), cells: cells * SMI_INDICATORS.length };
  }

  private async recount(snapshot: Snapshot): Promise<Map<string, CellRow>> {
    const [state] = await snapshot.query<{ first_year: number; day: string }>(STATE);
    if (state === undefined) return new Map();
    const sums = new CellDeltas();
    let after = FIRST_CASE;
    for (;;) {
      const rows = await snapshot.query<SubjectRow>(SUBJECTS, [after, PAGE]);
      await this.addPage(snapshot, rows, state, sums);
      const last = rows.at(-1);
      if (rows.length < PAGE || last === undefined) break;
      after = last.case_id;
      // Others are being served by the same process.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return new Map(sums.rows().map((cell) => [keyOf(cell), cell]));
  }

  private async addPage(
    snapshot: Snapshot,
    rows: readonly SubjectRow[],
    state: { readonly first_year: number },
    sums: CellDeltas,
  ): Promise<void> {
    const visits = await this.subjects.visitsOf(
      snapshot,
      rows.map((row) => row.case_id),
    );
    const deltas = rows.flatMap((row) => {
      const subject = toSubject(row, visits.get(row.case_id) ?? []);
      // A case touched after midnight, before the roll-over of all, stands at its own day.
      return membershipDeltas([], foldMembership([], subject, state.first_year * 12, row.evaluated_on));
    });
    const classes = await this.cells.classesOf(snapshot, [...new Set(deltas.map((delta) => delta.org))]);
    for (const delta of deltas) sums.add(delta, partOf(classes.get(delta.org)));
  }
}

function differencesOf(cell: CellRow, live: CellRow | undefined, recomputed: CellRow | undefined): Difference[] {
  return SMI_INDICATORS.flatMap((entry, slot) => {
    const [stored, counted] = [countsOf(live, slot), countsOf(recomputed, slot)];
    if (stored === counted) return [];
    const org = `${toAreaCode(cell.area)} ${cell.part}`;
    return [{ indicator: entry.id, org, period: monthText(cell.month), live: stored, recomputed: counted }];
  });
}

function countsOf(cell: CellRow | undefined, slot: number): string {
  return `${cell?.numerators[slot] ?? 0}/${cell?.denominators[slot] ?? 0}`;
}

function keyOf(cell: Pick<CellRow, 'area' | 'month' | 'part'>): string {
  return `${cell.area}/${cell.month}/${cell.part}`;
}
