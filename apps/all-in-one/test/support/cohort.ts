import { COMMUNITY, caseOf, visitOn, type District, type Fields } from './district.js';

/** One line of the table in smi.md 6.6. */
interface Patient {
  readonly diagnosis: Fields;
  /** Complete visits of 2026, `month-day:adherence`; H for in hospital. */
  readonly visits?: string;
  /** What the visits find, the last one above all: this gives the class. */
  readonly findings?: Fields;
  readonly lastVisit?: Fields;
  readonly byTelephone?: true;
  readonly exam?: true;
  readonly rehabilitation?: true;
  readonly lastOf2025?: string;
  readonly file?: Fields;
  readonly absences?: readonly Fields[];
}

const SCHIZOPHRENIA = { diagnosis: 'F20.0' };
const BASICALLY_STABLE = { insight: 2 };
const incidents = (of: Record<string, number>) => ({ incidents: { ...(visitOn('')['incidents'] as object), ...of } });
const died = (deathDate: string, knownOn: string) => [
  { visitedOn: knownOn, form: 3, deathDate, deathCause: 1, deathCauseDetail: 3 },
];

export const COHORT: Readonly<Record<string, Patient>> = {
  P01: {
    diagnosis: SCHIZOPHRENIA,
    visits: '01-10:1 04-10:1 07-10:1 10-10:1',
    exam: true,
    rehabilitation: true,
    lastOf2025: '2025-10-12',
  },
  P02: {
    diagnosis: SCHIZOPHRENIA,
    visits: '02-15:1 05-15:1 08-15:2 11-15:1',
    exam: true,
    lastOf2025: '2025-11-15',
  },
  P03: {
    diagnosis: SCHIZOPHRENIA,
    visits: '01-05:2 06-05:2 09-05:2 12-05:2',
    findings: BASICALLY_STABLE,
    byTelephone: true,
    lastOf2025: '2025-10-05',
  },
  P04: { diagnosis: { diagnosis: 'F31.6' }, visits: '03-01:4 06-01:4', exam: true, lastOf2025: '2025-12-01' },
  P05: {
    diagnosis: { diagnosis: 'F25.1' },
    visits: '02-01:1 04-30:1 07-31:1 10-31:H',
    lastOf2025: '2025-11-03',
  },
  P06: {
    diagnosis: { diagnosis: 'F71.1', psychoticSymptoms: true },
    visits: '01-20:3 04-20:3 07-20:3 10-20:3',
    findings: { insight: 3 },
    lastVisit: { riskLevel: 2, ...incidents({ publicOrder: 1 }) },
    lastOf2025: '2025-10-20',
  },
  P07: {
    diagnosis: { diagnosis: 'F06.2', secondaryDiagnosis: 'G40.9' },
    visits: '11-20:1',
    exam: true,
    file: { fileBuiltOn: '2026-11-10', consent: { decision: 'agreed', signedOn: '2026-11-10', signer: 'self' } },
  },
  P08: {
    diagnosis: { diagnosis: 'F22.0' },
    file: { consent: { decision: 'declined', signedOn: '2024-01-10', signer: 'self' } },
  },
  P09: {
    diagnosis: SCHIZOPHRENIA,
    absences: ['2026-03-02', '2026-06-02'].map((visitedOn) => ({ visitedOn, form: 2, lossReason: 2 })),
  },
  P10: {
    diagnosis: SCHIZOPHRENIA,
    visits: '01-15:1 04-15:1 07-15:1 10-15:1',
    findings: BASICALLY_STABLE,
    lastVisit: incidents({ minorDisturbance: 1 }),
    exam: true,
    rehabilitation: true,
    lastOf2025: '2025-10-15',
  },
  P11: { diagnosis: SCHIZOPHRENIA, absences: died('2025-06-01', '2025-06-03') },
  P12: {
    diagnosis: SCHIZOPHRENIA,
    visits: '01-08:1 04-08:1 07-08:1',
    absences: died('2026-09-09', '2026-09-10'),
  },
};

/** Enters the cohort as a doctor would, record by record; the case number is the name in the table. */
export async function enterCohort(district: District): Promise<void> {
  await district.admin.put('/orgs/990101000000/population/2025', { resident: 2_500 });
  await district.as('psychiatrist');
  await Promise.all(Object.entries(COHORT).map(([name, patient]) => enter(district, name, patient)));
}

async function enter(district: District, name: string, patient: Patient): Promise<void> {
  const doctor = await district.as('psychiatrist');
  const person = await district.addPerson();
  const { id } = await doctor.post('/smi/cases', {
    ...caseOf(person.id, 0),
    ...{ caseNo: name, org: COMMUNITY, diagnosedOn: '2024-01-05', fileBuiltOn: '2024-01-10' },
    consent: { decision: 'agreed', signedOn: '2024-01-10', signer: 'guardian' },
    ...patient.diagnosis,
    ...patient.file,
  });
  for (const record of recordsOf(patient)) await doctor.post(`/smi/cases/${id}/follow-ups`, record);
  if (patient.exam) await doctor.post(`/smi/cases/${id}/exams`, { examinedOn: '2026-11-21' });
}

function recordsOf(patient: Patient): unknown[] {
  const dated = (patient.visits ?? '').split(' ').filter((text) => text !== '');
  return [
    ...(patient.lastOf2025 === undefined ? [] : [visitOn(patient.lastOf2025)]),
    ...dated.map((text, i) => visitOf(patient, text, i === 0, i === dated.length - 1)),
    ...(patient.absences ?? []),
  ];
}

function visitOf(patient: Patient, text: string, isFirst: boolean, isLast: boolean): unknown {
  const [day = '', adherence = ''] = text.split(':');
  const visitedOn = `2026-${day}`;
  if (adherence === 'H') return { visitedOn, form: 3, contacts: [2], hospitalisation: 1 };
  return visitOn(visitedOn, {
    form: patient.byTelephone ? 3 : 2,
    adherence: Number(adherence),
    ...(adherence === '1' || adherence === '2' ? {} : { medications: [] }),
    ...(patient.rehabilitation && isFirst ? { rehabilitation: [1, 4] } : {}),
    ...patient.findings,
    ...(isLast ? patient.lastVisit : {}),
  });
}
