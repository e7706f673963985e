import type { SmiSubject, SmiVisit } from './smi-subject.js';
import { sortVisits } from './smi-subject.js';

/** A case with nothing remarkable; specs change what they are about. */
export function someCase(change: Partial<SmiSubject> = {}): SmiSubject {
  return {
    caseId: 'P',
    orgs: [{ org: '990101001001', from: '2024-01-01' }],
    diagnosisGroup: '01',
    fileBuiltOn: '2024-01-10',
    status: 'registered',
    consents: [{ decision: 'agreed', from: '2024-01-10' }],
    article30: false,
    nextDueOn: null,
    deathDate: null,
    lostOn: null,
    closedOn: null,
    inRehabilitation: false,
    guardianshipGroup: false,
    exams: [],
    visits: [],
    ...change,
  };
}

/** A complete home visit to the patient. */
export function someVisit(visitedOn: string, change: Partial<SmiVisit> = {}): SmiVisit {
  return {
    id: `v-${visitedOn}`,
    visitedOn,
    kind: 'visit',
    complete: true,
    form: 2,
    contacts: [1, 2],
    inHospital: false,
    adherence: 1,
    stability: 3,
    minorDisturbance: 0,
    publicOrder: 0,
    crime: 0,
    rehabilitation: false,
    dueOnBefore: null,
    nextDueOn: null,
    ...change,
  };
}

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

const DIED = { status: 'dead' } as const;
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
    file: { fileBuiltOn: '2026-11-10', consents: [{ decision: 'agreed', from: '2026-11-10' }] },
  },
  P08: { dx: '03', visits: '', file: { consents: [{ decision: 'declined', from: '2024-01-10' }] } },
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
  P11: { dx: '01', visits: '', file: { ...DIED, deathDate: '2025-06-01', closedOn: '2025-06-01' } },
  P12: {
    dx: '01',
    visits: '01-08:1 04-08:1 07-08:1',
    lastClass: 3,
    face: true,
    file: { ...DIED, deathDate: '2026-09-09', closedOn: '2026-09-09' },
  },
};

/** The synthetic cohort of `smi.md` 6.6: year 2026, T = 2026-12-31, N = 2,500. */
export function cohort(): SmiSubject[] {
  return Object.entries(ROWS).map(([caseId, row]) =>
    someCase({
      caseId,
      diagnosisGroup: row.dx,
      exams: row.exam ? ['2026-11-21'] : [],
      visits: visitsOf(row),
      ...row.file,
    }),
  );
}

function visitsOf(row: Row): SmiVisit[] {
  const dated = row.visits.split(' ').filter((text) => text !== '');
  const visits = dated.map((text, i) => {
    const [day = '', adherence = ''] = text.split(':');
    const last = i === dated.length - 1;
    return someVisit(`2026-${day}`, {
      form: row.face ? 2 : 3,
      inHospital: adherence === 'H',
      adherence: adherence === 'H' ? null : Number(adherence),
      stability: adherence === 'H' ? null : last ? (row.lastClass ?? null) : 3,
      rehabilitation: row.rehab === true && i === 0,
      ...(last ? row.incident : {}),
    });
  });
  if (row.lastBefore !== undefined) visits.push(someVisit(row.lastBefore));
  if (row.lost)
    visits.push(
      ...['2026-03-02', '2026-06-02'].map((day) =>
        someVisit(day, { kind: 'loss', complete: false, adherence: null, stability: null }),
      ),
    );
  return sortVisits(visits);
}
