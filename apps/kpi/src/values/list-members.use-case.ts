import { Injectable, Logger } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, type ListMembersRequest, type ListMembersResponseSchema, type MemberSchema } from '#contracts';
import { maskName, memberUnits, orgAt, SMI_INDICATORS, type MemberUnit } from '#domain';
import type { CallContext } from '#observability';
import { BusCipher, UnitOfWork, type Tx } from '#persistence';
import { RollOverService } from '../projection/roll-over.service.js';
import { FIRST_CASE, SubjectRepository } from '../subjects/subject.repository.js';
import { toSubject, type SubjectRow, type VisitRow } from '../subjects/subject.row.js';
import { indicatorSlot, invalid, measureQuery, type MeasureQuery } from './measure-query.js';
import { MemberRepository, SIDES, type Side } from './member.repository.js';

type MemberInit = MessageInitShape<typeof MemberSchema>;

/** Where the next page begins: a case, and how many of its records were given already. */
interface Position {
  readonly caseId: string;
  readonly given: number;
}

interface Asked {
  readonly query: MeasureQuery;
  readonly slot: number;
  readonly side: Side;
  readonly firstYear: number;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const CHUNK = 200;
const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,4})$/;

/** The records behind a figure, masked, within the caller's area; each look is audited. */
@Injectable()
export class ListMembersUseCase {
  private readonly logger = new Logger(ListMembersUseCase.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rollOver: RollOverService,
    private readonly members: MemberRepository,
    private readonly subjects: SubjectRepository,
    private readonly busCipher: BusCipher,
  ) {}

  async execute(
    request: ListMembersRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ListMembersResponseSchema>> {
    const { day, firstYear } = await this.rollOver.current();
    const slot = indicatorSlot(request.indicator);
    const asked = {
      query: measureQuery(request, day, context.caller),
      slot,
      side: sideOf(request.side, slot),
      firstYear,
    };
    const limit = limitOf(request.limit);
    const start = positionOf(request.cursor);
    return this.unitOfWork.readAudited(context, async (tx) => {
      const page = await this.page(tx, asked, start, limit);
      const { indicator, period, side } = request;
      const details = { indicator, period, side, count: page.items.length };
      tx.audit({ action: 'kpi.members.read', subjectKind: 'smi_case', org: request.org, details });
      return page;
    });
  }

  private async page(tx: Tx, asked: Asked, start: Position, limit: number) {
    const items: MemberInit[] = [];
    let position = start;
    for (;;) {
      const rows = await this.members.candidates(tx, placeOf(asked), asked.slot, asked.side, position.caseId, CHUNK);
      const visits = await this.subjects.visitsOf(
        tx,
        rows.map((row) => row.case_id),
      );
      for (const row of rows) {
        const skip = row.case_id === position.caseId ? position.given : 0;
        const found = this.membersOf(asked, row, visits.get(row.case_id) ?? []).slice(skip);
        const room = limit - items.length;
        items.push(...found.slice(0, room));
        if (found.length > room) return { items, nextCursor: `${row.case_id}/${skip + room}` };
      }
      const last = rows.at(-1);
      if (rows.length < CHUNK || last === undefined) return { items };
      position = { caseId: last.case_id, given: Number.MAX_SAFE_INTEGER };
    }
  }

  private membersOf({ query, slot, side }: Asked, row: SubjectRow, visits: readonly VisitRow[]): MemberInit[] {
    const subject = toSubject(row, visits);
    const org = orgAt(subject, query.window.to);
    if (!org.startsWith(query.area)) return [];
    const counted = SMI_INDICATORS[slot]?.denominator !== 'population';
    const units = memberUnits(subject, query.window, slot).filter((unit) => isOnSide(unit, side));
    return units.map((unit) => this.member(row, visits, org, unit, counted));
  }

  private member(
    row: SubjectRow,
    visits: readonly VisitRow[],
    org: string,
    unit: MemberUnit,
    counted: boolean,
  ): MemberInit {
    const lastVisitOn = visits.findLast((visit) => visit.complete)?.visited_on;
    return {
      subjectId: row.case_id,
      subjectKind: unit.dueOn === undefined ? 'smi_case' : 'smi_follow_up',
      name: this.maskedName(row),
      org,
      caseNo: row.case_no,
      inNumerator: unit.inNumerator,
      inDenominator: counted && unit.inDenominator,
      reasons: [unit.reason],
      ...(lastVisitOn === undefined ? {} : { lastVisitOn }),
      ...(row.stability === null ? {} : { stability: row.stability }),
      ...(row.risk_level === null ? {} : { riskLevel: row.risk_level }),
      ...(unit.dueOn === undefined ? {} : { dueOn: unit.dueOn }),
    };
  }

  private maskedName(row: SubjectRow): string {
    try {
      return maskName(this.busCipher.open(row.sealed_name, row.person_id));
    } catch (error) {
      // A name this node cannot open must not hide the person from the list.
      this.logger.warn(`the name of case ${row.case_id} cannot be opened: ${String(error)}`);
      return '***';
    }
  }
}

function placeOf({ query, firstYear }: Asked) {
  return { area: query.area, window: query.window, firstYear };
}

function isOnSide(unit: MemberUnit, side: Side): boolean {
  if (side === 'numerator') return unit.inNumerator;
  return unit.inDenominator && (side === 'denominator' || !unit.inNumerator);
}

function sideOf(text: string, slot: number): Side {
  const side = SIDES.find((name) => name === text);
  if (side === undefined) throw invalid('side', 'FIELD.CODE');
  if (side !== 'numerator' && SMI_INDICATORS[slot]?.denominator === 'population') {
    throw new DomainError('KPI.MEMBERS.POPULATION');
  }
  return side;
}

function limitOf(limit: number): number {
  if (limit === 0) return DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) throw invalid('limit', 'FIELD.RANGE');
  return limit;
}

function positionOf(cursor: string): Position {
  if (cursor === '') return { caseId: FIRST_CASE, given: 0 };
  const [, caseId, given] = CURSOR.exec(cursor) ?? [];
  if (caseId === undefined || given === undefined) throw invalid('cursor', 'FIELD.INVALID');
  return { caseId, given: Number(given) };
}
