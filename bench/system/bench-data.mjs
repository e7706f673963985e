import { buildAreaTree, buildPopulation } from '../../tools/demo/area-tree.mjs';
import { buildCases } from '../../tools/demo/cases.mjs';
import { file } from '../../tools/demo/demo-data.mjs';
import { buildResidents } from '../../tools/demo/residents.mjs';

export const COUNTY = '990101';
const TODAY = '2026-11-23';

/** A district whose cases have been on file for three years without a visit, so that a run has days enough to write. */
export function benchFiles({ persons, cases }) {
  const tree = buildAreaTree({ streets: 7, communities: 120, residents: 300_000, persons, cases });
  const residents = buildResidents(tree, persons, TODAY);
  const rows = buildCases(residents, cases, TODAY).map(({ row }) => ({
    ...row,
    diagnosis: 'F20.0',
    secondaryDiagnosis: '',
    psychoticSymptoms: '',
    diagnosedOn: '2023-11-01',
    fileBuiltOn: '2023-12-01',
    firstOnset: '2022-06',
    'consent.decision': 'agreed',
    'consent.signedOn': '2023-12-01',
    article30: false,
  }));
  return {
    orgs: [tree.district, ...tree.streets, ...tree.communities].map((unit) => unit.code),
    files: [
      file('orgs', 'orgs', [tree.district, ...tree.streets, ...tree.communities]),
      file('population', 'population', buildPopulation(tree, 2025)),
      file('persons', 'persons', residents),
      file('smi-cases', 'cases', rows),
    ],
  };
}

/** Residents alone, nobody of another `idPrefix` among them. */
export function personsFile(rows, idPrefix) {
  const tree = buildAreaTree({ streets: 7, communities: 120, residents: 300_000, persons: rows, cases: 1 });
  return file('persons', 'persons', buildResidents(tree, rows, TODAY, { seed: Number(idPrefix), idPrefix }));
}
