import { v7 } from 'uuid';
import type { SmiSubject, SmiVisit } from '#domain';
import { sortVisits } from '#domain';

/** Small, repeatable chance (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => [this.next(), item] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, item]) => item);
  }
}

export const COMMUNITIES = [
  '990101001001',
  '990101001002',
  '990101001003',
  '990101002001',
  '990101002201',
  '990101003001',
] as const;

const day = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A case with everything that may befall one. */
export function someSubject(dice: Dice): SmiSubject {
  const fileBuiltOn = day('2023-01-01', dice.below(1_300));
  const leaving = dice.below(12);
  const left = day('2024-06-01', dice.below(900));
  const status = (['dead', 'transferred_out', 'cancelled'] as const)[leaving] ?? 'registered';
  return {
    caseId: v7(),
    orgs: [{ org: dice.chance(0.05) ? '990101001000' : dice.one(COMMUNITIES), from: '2024-01-01' }],
    diagnosisGroup: dice.one(['01', '01', '01', '02', '04', '06']),
    fileBuiltOn,
    status,
    consents: [{ decision: dice.chance(0.9) ? 'agreed' : 'declined', from: fileBuiltOn }],
    article30: dice.chance(0.1),
    nextDueOn: dice.chance(0.7) ? day('2026-08-01', dice.below(200)) : null,
    deathDate: status === 'dead' ? left : null,
    lostOn: dice.chance(0.08) ? day('2025-01-01', dice.below(690)) : null,
    closedOn: status === 'registered' ? null : left,
    inRehabilitation: dice.chance(0.2),
    guardianshipGroup: dice.chance(0.6),
    exams: dice.chance(0.5) ? [day('2024-01-01', dice.below(1_050))] : [],
    visits: visitsFrom(dice, fileBuiltOn),
  };
}

function visitsFrom(dice: Dice, fileBuiltOn: string): SmiVisit[] {
  const visits: SmiVisit[] = [];
  let due: string | null = dice.chance(0.5) ? day(fileBuiltOn, 14) : null;
  for (let on = day(fileBuiltOn, dice.below(40)); on <= '2026-11-23'; on = day(on, 10 + dice.below(140))) {
    const kind = dice.chance(0.85) ? 'visit' : dice.one(['attempt', 'loss'] as const);
    const inHospital = kind === 'visit' && dice.chance(0.06);
    const next: string | null = kind === 'visit' && !inHospital ? day(on, dice.one([14, 30, 90])) : null;
    const complete = kind === 'visit' && dice.chance(0.95);
    visits.push({
      id: v7(),
      visitedOn: on,
      kind,
      complete,
      form: 1 + dice.below(3),
      contacts: dice.chance(0.8) ? [1, 2] : [2],
      inHospital,
      adherence: complete && !inHospital ? 1 + dice.below(4) : null,
      stability: complete && !inHospital ? 1 + dice.below(3) : null,
      minorDisturbance: dice.chance(0.05) ? 1 : 0,
      publicOrder: dice.chance(0.04) ? 1 : 0,
      crime: dice.chance(0.02) ? 1 : 0,
      rehabilitation: dice.chance(0.3),
      dueOnBefore: due,
      nextDueOn: next,
    });
    due = next;
  }
  return sortVisits(visits);
}
