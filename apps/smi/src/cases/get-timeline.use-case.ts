import { create, toJson, type JsonObject, type MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import { DomainError, FollowUpInputSchema, type GetTimelineRequest, type GetTimelineResponseSchema } from '#contracts';
import type { CallContext } from '#observability';
import { FieldCipher, UnitOfWork, type Tx } from '#persistence';
import { inputOf } from '../follow-ups/follow-up.mapper.js';
import type { FollowUpRow, FollowUpTexts } from '../follow-ups/follow-up.row.js';
import { textsPlace } from '../follow-ups/follow-up-texts.js';
import { decodeCursor, pageLimit, pageOf } from '../paging/page-cursor.js';
import { isUuid } from '../paging/uuid.js';
import { CaseStepRepository } from '../steps/case-step.repository.js';
import type { CaseStepRow } from '../steps/case-step.row.js';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

// One case has tens of entries: the union is read whole and cut to the page.
const ENTRIES = `
  select e.id, e.kind, e.day, to_char(e.at at time zone 'utc', ${INSTANT}) as at, e.actor, e.data
  from (
    select f.id, case f.kind when 'visit' then 'follow_up' else f.kind end as kind, f.visited_on as day,
           f.recorded_at as at, f.recorded_by as actor, to_jsonb(f) as data
    from follow_up f where f.case_id = $1
    union all
    select n.id, 'consent', n.signed_on, n.recorded_at, n.recorded_by,
           jsonb_build_object('decision', n.decision, 'signedOn', n.signed_on, 'signer', n.signer, 'reaskOn', n.reask_on)
    from consent n where n.case_id = $1
    union all
    select x.id, 'exam', x.examined_on, x.recorded_at, x.recorded_by,
           jsonb_build_object('examinedOn', x.examined_on, 'refused', x.refused)
    from exam x where x.case_id = $1
    union all
    select s.id, s.kind, s.happened_on, s.recorded_at, s.recorded_by, to_jsonb(s) from case_step s where s.case_id = $1
    union all
    select c.id, 'registration', c.file_built_on, c.created_at, c.created_by,
           jsonb_build_object('caseNo', c.case_no, 'diagnosis', c.diagnosis, 'reportType', c.report_type,
                              'diagnosedOn', c.diagnosed_on, 'fileBuiltOn', c.file_built_on, 'org', c.org)
    from smi_case c where c.id = $1
  ) e
  where $2::date is null or (e.day, e.at, e.id) < ($2::date, $3::timestamptz, $4::uuid)
  order by e.day desc, e.at desc, e.id desc
  limit $5`;

interface EntryRow {
  id: string;
  kind: string;
  day: string;
  at: string;
  actor: string;
  data: JsonObject;
}

/** What happened with a case, newest first. */
@Injectable()
export class GetTimelineUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fieldCipher: FieldCipher,
    private readonly steps: CaseStepRepository,
  ) {}

  async read(
    request: GetTimelineRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof GetTimelineResponseSchema>> {
    if (!isUuid(request.caseId)) throw new DomainError('COMMON.NOT_FOUND');
    const limit = pageLimit(request.limit);
    const after = decodeCursor(request.cursor, ['date', 'instant', 'uuid']) ?? [null, null, null];
    const rows = await this.unitOfWork.readAudited(context, async (tx) => {
      const org = await areaOf(tx, request.caseId);
      assertInScope(context.caller, org);
      tx.audit({ action: 'case.timeline', subjectKind: 'case', subjectId: request.caseId, org });
      return tx.prepared<EntryRow>(ENTRIES, [request.caseId, ...after, limit + 1]);
    });
    const page = pageOf(rows, limit, (row) => [row.day, row.at, row.id]);
    return {
      items: page.items.map((row) => ({
        id: row.id,
        kind: row.kind,
        on: row.day,
        recordedAt: row.at,
        actor: row.actor,
        dataJson: JSON.stringify(this.dataOf(row)),
      })),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    };
  }

  private dataOf(row: EntryRow): JsonObject {
    if ('content_digest' in row.data) return this.recordOf(row.data as unknown as FollowUpRow);
    if (!('details' in row.data)) return row.data;
    const step = row.data as unknown as CaseStepRow;
    return { ...step.details, on: step.happened_on, ...this.steps.textsOf(step) };
  }

  private recordOf(row: FollowUpRow): JsonObject {
    const texts =
      row.texts === null
        ? {}
        : (JSON.parse(
            this.fieldCipher.open(Buffer.from(row.texts.slice(2), 'hex'), textsPlace(row.id)),
          ) as FollowUpTexts);
    const answers = toJson(FollowUpInputSchema, create(FollowUpInputSchema, inputOf(row, texts))) as JsonObject;
    const checks = row.checks.map((check) => ({ kind: check.kind, dueOn: check.due_on }));
    return {
      ...answers,
      complete: row.complete,
      version: row.version,
      computed: {
        stability: row.stability,
        nextDueOn: row.next_due_on,
        rules: row.rules,
        actions: row.actions,
        checks,
      },
    };
  }
}

async function areaOf(tx: Tx, caseId: string): Promise<string> {
  const [found] = await tx.prepared<{ org: string }>('select org from smi_case where id = $1', [caseId]);
  if (found === undefined) throw new DomainError('COMMON.NOT_FOUND');
  return found.org;
}
