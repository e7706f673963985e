import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { CaseService, FollowUpService } from '#contracts';
import { signInAs } from '#testing';
import { OTHER_STREET, SmiNode, visit, type CaseInit, type FollowUpInit } from './smi-node.js';

describe('import', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  type VisitRow = { caseNo?: string; personId?: string; input: FollowUpInit };
  const visits = async (rows: VisitRow[], mode = 'commit', context = smi.admin) => {
    const numbered = rows.map((row, i) => ({ row: i + 2, ...row }));
    const request = { jobId: 'job', mode, rows: numbered };
    const answer = await smi.rpc.call(FollowUpService.method.importFollowUps, request, context);
    return answer.outcomes.map(({ row, outcome, errors }) => [row, outcome, ...errors.map((error) => error.code)]);
  };
  const cases = async (rows: CaseInit[], mode = 'commit', context = smi.admin) => {
    const numbered = rows.map((input, i) => ({
      row: i + 2,
      personId: input.personId ?? '',
      input: { ...input, personId: '' },
    }));
    const answer = await smi.rpc.call(CaseService.method.importCases, { jobId: 'job', mode, rows: numbered }, context);
    return answer.outcomes.map(({ row, outcome, errors }) => [row, outcome, ...errors.map((error) => error.code)]);
  };
  const caseNoOf = async (id: string) => (await smi.caseOf(id)).caseNo;

  it('visits of a case are judged in the order of their days, whatever their order in the file', async () => {
    const id = await smi.register();
    const caseNo = await caseNoOf(id);
    const outcomes = await visits([
      { caseNo, input: visit({ visitedOn: '2026-03-16', insight: 2, tendingToStable: true }) },
      { caseNo, input: visit({ visitedOn: '2026-03-02', symptoms: [3], symptomSeverity: 1, insight: 2 }) },
    ]);
    expect(outcomes).toEqual([
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
    // N3, which only the revisit of W4 can be: three months from the second day.
    expect(await smi.caseOf(id)).toMatchObject({ nextDueOn: '2026-06-16', stability: 2, version: 3 });
  });

  it('the same file again changes nothing; another content of the same day is refused', async () => {
    const caseNo = await caseNoOf(await smi.register());
    const file = [
      { caseNo, input: visit({ visitedOn: '2026-01-05' }) },
      { caseNo, input: visit({ visitedOn: '2026-04-01' }) },
    ];
    await visits(file);
    const before = await smi.digest();
    expect(await visits(file)).toEqual([
      [2, 'skipped'],
      [3, 'skipped'],
    ]);
    const changed = [{ caseNo, input: visit({ visitedOn: '2026-04-01', riskLevel: 1 }) }];
    expect(await visits(changed)).toEqual([[2, 'rejected', 'SMI.IMPORT.DIFFERS']]);
    expect(await smi.digest()).toBe(before);
  });

  it('knows a visit entered by hand again', async () => {
    const id = await smi.register();
    await smi.record(id, { visitedOn: '2026-05-04' });
    expect(await visits([{ caseNo: await caseNoOf(id), input: visit({ visitedOn: '2026-05-04' }) }])).toEqual([
      [2, 'skipped'],
    ]);
  });

  it('a refused row changes nothing of its neighbours', async () => {
    const id = await smi.register();
    const caseNo = await caseNoOf(id);
    const { personId } = await smi.caseOf(id);
    const outcomes = await visits([
      { caseNo, input: visit({ visitedOn: '2026-02-30' }) },
      { caseNo, input: visit({ visitedOn: '2026-12-31' }) },
      { caseNo, input: visit({ visitedOn: '2026-03-02', incidents: { suicideAttempt: 1 } }) },
      { personId, input: visit({ visitedOn: '2026-03-02' }) },
      { caseNo: 'none', input: visit() },
      { caseNo, input: { visitedOn: '2026-03-20', form: 3, attempt: 'failed' } },
    ]);
    expect(outcomes).toEqual([
      [2, 'rejected', 'FIELD.DATE'],
      [3, 'rejected', 'SMI.FOLLOW_UP.DATE_IN_FUTURE'],
      [4, 'rejected', 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM'],
      [5, 'accepted'],
      [6, 'rejected', 'SMI.IMPORT.CASE_UNKNOWN'],
      [7, 'accepted'],
    ]);
    expect(await smi.caseOf(id)).toMatchObject({ lastVisitOn: '2026-03-02', version: 3 });
  });

  it('a preview judges and stores nothing', async () => {
    const caseNo = await caseNoOf(await smi.register());
    const before = await smi.digest();
    const rows = [
      { caseNo, input: visit({ visitedOn: '2026-01-05' }) },
      { caseNo, input: visit({ visitedOn: '2026-01-05', riskLevel: 1 }) },
    ];
    expect(await visits(rows, 'preview')).toEqual([
      [2, 'accepted'],
      [3, 'rejected', 'SMI.IMPORT.DIFFERS'],
    ]);
    expect(await smi.digest()).toBe(before);
    await expect(visits(rows, 'maybe')).rejects.toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
  });

  it('gives every accepted visit its event, and each case one of its last state', async () => {
    const caseNo = await caseNoOf(await smi.register());
    const before = await smi.count('outbox');
    await visits([
      { caseNo, input: visit({ visitedOn: '2026-01-05' }) },
      { caseNo, input: visit({ visitedOn: '2026-04-01' }) },
      { caseNo, input: visit({ visitedOn: '2026-06-30' }) },
    ]);
    const { rows } = await smi.sql.query<{ type: string; version: number }>(
      `select split_part(type, '.', 4) as type, aggregate_version::int as version from outbox order by position offset $1`,
      [before],
    );
    expect(rows.map(({ type, version }) => [type, version])).toEqual([
      ['FollowUpRecorded', 1],
      ['FollowUpRecorded', 1],
      ['FollowUpRecorded', 1],
      ['CaseChanged', 4],
    ]);
  });

  it('cases come in once, with their consent, and are found again', async () => {
    const persons = [await smi.knowPerson(700), await smi.knowPerson(701)];
    const file = persons.map((personId) => smi.caseInput(personId));
    expect(await cases(file)).toEqual([
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
    const before = await smi.digest();
    expect(await cases(file)).toEqual([
      [2, 'skipped'],
      [3, 'skipped'],
    ]);
    expect(await smi.digest()).toBe(before);
    expect(
      await smi.count('consent', 'case_id in (select id from smi_case where person_id = any($1))', [persons]),
    ).toBe(2);
  });

  it('cases are refused row by row', async () => {
    const personId = await smi.knowPerson(710);
    const good = smi.caseInput(personId);
    const staffOfOther = signInAs(smi.node, { roles: ['system_admin'], scopes: ['990101001'] });
    const outcomes = await cases(
      [
        good,
        { ...smi.caseInput(await smi.knowPerson(711)), caseNo: good.caseNo! },
        smi.caseInput(personId),
        smi.caseInput(await smi.knowPerson(712), { diagnosis: 'F24' }),
        smi.caseInput('nobody'),
        smi.caseInput(await smi.knowPerson(713), { org: OTHER_STREET }),
      ],
      'commit',
      staffOfOther,
    );
    expect(outcomes).toEqual([
      [2, 'accepted'],
      [3, 'rejected', 'SMI.CASE.NO_TAKEN'],
      [4, 'rejected', 'SMI.CASE.ALREADY_REGISTERED'],
      [5, 'rejected', 'SMI.CASE.DIAGNOSIS_INDUCED'],
      [6, 'rejected', 'SMI.CASE.PERSON_UNKNOWN'],
      [7, 'rejected', 'COMMON.NOT_FOUND'],
    ]);
  });

  it('a number taken in an area the importer cannot see is refused without losing the batch', async () => {
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    const id = await smi.register({ org: OTHER_STREET, caseNo: 'HIDDEN-1' }, elsewhere);
    expect(id).toBeDefined();
    const importer = signInAs(smi.node, { roles: ['system_admin'], scopes: ['990101001'] });
    const rows = [
      smi.caseInput(await smi.knowPerson(720), { caseNo: 'HIDDEN-1' }),
      smi.caseInput(await smi.knowPerson(721)),
    ];
    expect(await cases(rows, 'commit', importer)).toEqual([
      [2, 'rejected', 'SMI.CASE.NO_TAKEN'],
      [3, 'accepted'],
    ]);
  });

  it('a case whose person is not known yet gets the name when the event arrives', async () => {
    const personId = v7();
    const input = smi.caseInput(personId);
    expect(await cases([input])).toEqual([[2, 'accepted']]);
    const listed = () => smi.rpc.call(CaseService.method.listCases, { q: input.caseNo! }, smi.staff);
    expect((await listed()).items).toMatchObject([{ personName: '' }]);
    await smi.knowPerson(730, { personId, name: '欧阳小明' });
    expect((await listed()).items).toMatchObject([{ personName: '欧***' }]);
  });
});
