import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import { CaseChangedSchema, type CaseChanged } from '#contracts';
import { subjectAfter, type UnevaluatedSubject } from './subject-event.mapper.js';

const changed = (version: number, consentDecision?: string, consentOn?: string): CaseChanged =>
  create(CaseChangedSchema, {
    caseId: '0192f000-0000-7000-8000-000000000001',
    version,
    org: '990101001001',
    ...(consentDecision === undefined ? {} : { consentDecision }),
    ...(consentOn === undefined ? {} : { consentOn }),
  });

function consentsAfter(...events: CaseChanged[]) {
  let row: UnevaluatedSubject | undefined;
  for (const event of events) row = subjectAfter(row, event, '2026-11-01');
  return row?.consents;
}

describe('the decisions on taking part that a case has seen', () => {
  it('successful-history: each other one is kept with its first day', () => {
    const events = [
      changed(1),
      changed(2, 'agreed', '2026-01-10'),
      changed(3, 'agreed', '2026-03-01'),
      changed(4, 'declined', '2026-04-01'),
      changed(5, 'agreed', '2026-10-30'),
    ];
    expect(consentsAfter(...events)).toEqual([
      { decision: 'agreed', from: '2026-01-10' },
      { decision: 'declined', from: '2026-04-01' },
      { decision: 'agreed', from: '2026-10-30' },
    ]);
  });

  it('successful-repeat: a version that is known already adds nothing', () => {
    const events = [changed(1, 'agreed', '2026-01-10'), changed(2, 'declined', '2026-04-01')];
    expect(consentsAfter(...events, ...events)).toEqual(consentsAfter(...events));
  });
});
