import { v7 } from 'uuid';
import { sortVisits, type SmiSubject, type SmiVisit } from '#domain';

interface Row {
  readonly dx: string;
  /** `month-day:adherence`, H for in hospital. */
  readonly visits: string;
  readonly lastClass?: number;
  readonly face?: boolean;
  readonly exam?: boolean;
  readonly rehab?: boolean;
  readonly lastBefore?: string;
  readonly incident?: Partial<SmiVisit>;
  readonly file?: Partial<SmiSubject>;
  readonly lost?: boolean;
}

const dead = (on: string): Partial<SmiSubject> => ({ status: 'dead', deathDate: on, closedOn: on });
const ROWS: Readonly<Record<string, Row>> = {
  P01: {
    dx: '01',
    visits: '01-10:1 04-10:1 07-10:1 10-10:1',
    lastClass: 3,
    face: true,
    exam: true,
    rehab: true,
    lastBefore: '2025-10-12',
  },
  P02: {
    dx: '01',
    visits: '02-15:1 05-15:1 08-15:2 11-15:1',
    lastClass: 3,
    face: true,
    exam: true,
    lastBefore: '2025-11-15',
  },
  P03: { dx: '01', visits: '01-05:2 06-05:2 09-05:2 12-05:2', lastClass: 2, lastBefore: '2025-10-05' },
  P04: { dx: '04', visits: '03-01:4 06-01:4', lastClass: 3, face: true, exam: true, lastBefore: '2025-12-01' },
  P05: { dx: '02', visits: '02-01:1 04-30:1 07-31:1 10-31:H', face: true, lastBefore: '2025-11-03' },
  P06: {
    dx: '06',
    visits: '01-20:3 04-20:3 07-20:3 10-20:3',
    lastClass: 1,
    face: true,
    lastBefore: '2025-10-20',
    incident: { publicOrder: 1 },
  },
  P07: {
    dx: '05',
    visits: '11-20:1',
    lastClass: 3,
    face: true,
    exam: true,
    file: { fileBuiltOn: '2026-11-10', consentOn: '2026-11-10' },
  },
  P08: { dx: '03', visits: '', file: { consentDecision: 'declined' } },
  P09: { dx: '01', visits: '', lost: true },
  P10: {
    dx: '01',
    visits: '01-15:1 04-15:1 07-15:1 10-15:1',
    lastClass: 2,
    face: true,
    exam: true,
    rehab: true,
    lastBefore: '2025-10-15',
    incident: { minorDisturbance: 1 },
  },
  P11: { dx: '01', visits: '', file: dead('2025-06-01') },
  P12: { dx: '01', visits: '01-08:1 04-08:1 07-08:1', lastClass: 3, face: true, file: dead('2026-09-09') },
};

/** The synthetic cohort of `smi.md` 6.6: year 2026, T = 2026-12-31, N = 2,500. */
export function cohort(org: string): SmiSubject[] {
  return Object.values(ROWS).map((row) => ({
    caseId: v7(),
    orgs: [{ org, from: '2024-01-01' }],
    diagnosisGroup: row.dx,
    fileBuiltOn: '2024-01-10',
    status: 'registered',
    consentDecision: 'agreed',
    consentOn: '2024-01-10',
    article30: false,
    nextDueOn: null,
    deathDate: null,
    lostOn: null,
    closedOn: null,
    inRehabilitation: false,
    guardianshipGroup: false,
    exams: row.exam ? ['2026-11-21'] : [],
    visits: visitsOf(row),
    ...row.file,
  }));
}

function visitsOf(row: Row): SmiVisit[] {
  const dated = row.visits.split(' ').filter((text) => text !== '');
  const visits = dated.map((text, i) => {
    const [day = '', adherence = ''] = text.split(':');
    const inHospital = adherence === 'H';
    const last = i === dated.length - 1;
    return visit(`2026-${day}`, {
      form: row.face ? 2 : 3,
      inHospital,
      adherence: inHospital ? null : Number(adherence),
      stability: inHospital ? null : last ? (row.lastClass ?? null) : 3,
      rehabilitation: row.rehab === true && i === 0,
      ...(last ? row.incident : {}),
    });
  });
  if (row.lastBefore !== undefined) visits.push(visit(row.lastBefore, {}));
  if (row.lost) visits.push(visit('2026-03-02', { kind: 'loss', complete: false, adherence: null, stability: null }));
  return sortVisits(visits);
}

function visit(visitedOn: string, change: Partial<SmiVisit>): SmiVisit {
  const plain = { kind: 'visit', complete: true, form: 2, contacts: [1, 2], inHospital: false } as const;
  const codes = { adherence: 1, stability: 3, minorDisturbance: 0, publicOrder: 0, crime: 0, rehabilitation: false };
  return { id: v7(), visitedOn, ...plain, ...codes, dueOnBefore: null, nextDueOn: null, ...change };
}
