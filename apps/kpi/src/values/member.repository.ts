import { Injectable } from '@nestjs/common';
import { cellMonth, DUE_SLOT, monthOrdinal, yearOfMonth, type MeasureWindow } from '#domain';
import type { Tx } from '#persistence';
import { beyond, SubjectRepository } from '../subjects/subject.repository.js';
import type { SubjectRow } from '../subjects/subject.row.js';

/** Which records behind a figure. */
export const SIDES = ['numerator', 'denominator', 'gap'] as const;
export type Side = (typeof SIDES)[number];

const CANDIDATES = `
  select s.* from smi_membership m join smi_subject s on s.case_id = m.case_id
  where m.org >= $1 and m.org < $2 and m.year = $3 and m.case_id >= $4 and (
    case $7::text
      when 'numerator' then m.numerators[$5] & $6 <> 0
      when 'denominator' then m.denominators[$5] & $6 <> 0
      else m.denominators[$5] & $6 <> 0 and (m.numerators[$5] & $6 = 0 or ($8::boolean and m.due_all[$5] > m.due_met[$5]))
    end)
  order by m.case_id limit $9`;

/** Finds the cases behind a figure, under the caller's row security. */
@Injectable()
export class MemberRepository {
  constructor(private readonly subjects: SubjectRepository) {}

  /**
   * Cases from `fromCase` on, in order of id, that may be members. Where a cell holds the window the projection says which
   * they are; elsewhere it is everybody who ever belonged to the area. The rule itself decides in either case.
   */
  candidates(
    tx: Tx,
    place: { readonly area: string; readonly window: MeasureWindow; readonly firstYear: number },
    slot: number,
    side: Side,
    fromCase: string,
    limit: number,
  ): Promise<SubjectRow[]> {
    const { area, window, firstYear } = place;
    const month = monthOrdinal(window.to);
    const year = yearOfMonth(month);
    if (cellMonth(window) === undefined || year < firstYear)
      return this.subjects.pageOfArea(tx, area, before(fromCase), limit);
    const mask = 1 << slot;
    const params = [area, beyond(area), year, fromCase, (month % 12) + 1, mask, side, slot === DUE_SLOT, limit];
    return tx.query<SubjectRow>(CANDIDATES, params);
  }
}

/** `pageOfArea` starts behind an id; the one just before a UUID keeps the UUID itself in. */
function before(uuid: string): string {
  const value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  const hex = (value === 0n ? 0n : value - 1n).toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
