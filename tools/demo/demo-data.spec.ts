import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  assessFollowUp,
  bindHeader,
  checkOrg,
  checkPerson,
  checkRegistration,
  compileRowReader,
  DEFAULT_SMI_POLICY,
  isHeaderProblem,
  newCaseState,
  type CaseRegistration,
  type ImportKind,
  type OrgDraft,
  type PersonDraft,
  type RowObject,
  type SmiCaseState,
} from '#domain';
import { parse } from 'csv-parse/sync';
import { buildDemoFiles, type DemoFile } from './demo-data.mjs';

const TODAY = '2026-11-23';

const built = new Map<string, DemoFile[]>();

/** Made once: forty thousand people take a while. */
function filesOf(size: 'small' | 'district'): DemoFile[] {
  const files = built.get(size) ?? buildDemoFiles(size, TODAY);
  built.set(size, files);
  return files;
}

type Rows = Record<ImportKind, RowObject[]>;

describe.each(['small', 'district'] as const)('the demonstration files (%s)', (size) => {
  let files: DemoFile[];
  let rows: Rows;

  beforeAll(() => {
    files = filesOf(size);
    rows = Object.fromEntries(files.map((file) => [file.kind, read(file)])) as Rows;
  });

  it('are the same bytes each time', () => {
    expect(buildDemoFiles(size, TODAY).map(({ csv }) => csv)).toEqual(files.map(({ csv }) => csv));
  });

  it('hold org units that stand', () => {
    expect(rows.orgs.flatMap((row) => checkOrg(row as unknown as OrgDraft, { demo: true }))).toEqual([]);
  });

  it('count the residents of the district as the sum of its communities', () => {
    const latest = rows.population.filter((row) => row['year'] === 2025);
    const sum = (length: number): number =>
      latest
        .filter((row) => (row['org'] as string).replace(/(000)+$/, '').length === length)
        .reduce((total, row) => total + Number(row['resident']), 0);
    expect(sum(6)).toBe(size === 'district' ? 300_000 : 10_000);
    expect([sum(9), sum(12)]).toEqual([sum(6), sum(6)]);
  });

  it('hold people with good and different numbers', () => {
    const people = rows.persons as unknown as PersonDraft[];
    expect(people.flatMap((row) => checkPerson(row, { today: TODAY, demo: true }).refusals)).toEqual([]);
    expect(new Set(people.map((row) => row.idNumber)).size).toBe(people.length);
  });

  it('hold cases and visits that every rule takes', () => {
    const births = new Map(rows.persons.map((row) => [row['idNumber'], row['birthDate'] as string]));
    const states = new Map<unknown, SmiCaseState>();
    for (const row of rows['smi-cases']) {
      const birthDate = births.get(row['idNumber']) ?? null;
      expect(birthDate).not.toBeNull();
      const registration = row as unknown as CaseRegistration;
      const context = { today: TODAY, birthDate, policy: DEFAULT_SMI_POLICY };
      expect(checkRegistration(registration, context)).toEqual([]);
      const consent = (registration.consent?.decision ?? null) as SmiCaseState['consent'];
      const { fileBuiltOn, article30 } = registration;
      states.set(row['caseNo'], newCaseState({ fileBuiltOn, birthDate, consent, article30, nextDueOn: null }));
    }
    const refused = rows['smi-follow-ups'].flatMap((row) => {
      const { caseNo, ...record } = row;
      const assessment = assessFollowUp({ record, caseState: states.get(caseNo)!, today: TODAY });
      if (assessment.nextCaseState !== null) states.set(caseNo, assessment.nextCaseState);
      return assessment.refusals.map((refusal) => ({ row, refusal }));
    });
    expect(refused.slice(0, 5)).toEqual([]);
  });
});

describe('the district', () => {
  it('has something of everything to show', () => {
    const visits = read(filesOf('district').find(({ kind }) => kind === 'smi-follow-ups')!);
    expect(visits.length).toBeGreaterThan(9_000);
    const values = (field: string): Set<unknown> => new Set(visits.map((row) => row[field]));
    expect([...values('riskLevel')].filter((value) => value !== undefined).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...values('adherence')].filter((value) => value !== undefined).sort()).toEqual([1, 2, 3, 4]);
    for (const field of ['deathDate', 'lossReason', 'attempt', 'lastDischargeOn', 'tendingToStable']) {
      expect(values(field).size).toBeGreaterThan(1);
    }
  });
});

function read(file: DemoFile): RowObject[] {
  const [header, ...lines] = parse(file.csv);
  const bound = bindHeader(file.kind, header!);
  if (isHeaderProblem(bound)) throw new Error(JSON.stringify(bound));
  const readRow = compileRowReader(file.kind, bound);
  return lines.map((line) => {
    const { value, refusals } = readRow(line);
    if (refusals.length > 0) throw new Error(`${file.kind}: ${JSON.stringify(refusals)} in ${line.join(',')}`);
    return value;
  });
}
