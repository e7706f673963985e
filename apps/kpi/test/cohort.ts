import { v7 } from 'uuid';
import type { SmiSubject } from '#domain';
import { cohort as madeUpCohort } from '../../../libs/domain/src/kpi/smi-cohort.fixture.js';

/** The synthetic cohort of `smi.md` 6.6 in a community, each time as other people. */
export function cohort(org: string): SmiSubject[] {
  return madeUpCohort().map((subject) => ({
    ...subject,
    caseId: v7(),
    orgs: [{ org, from: '2024-01-01' }],
    visits: subject.visits.map((visit) => ({ ...visit, id: v7() })),
  }));
}
