export interface AuditFilter {
  readonly actorId?: string;
  readonly subjectId?: string;
  readonly action?: string;
  readonly subjectKind?: string;
  readonly outcome?: string;
  readonly correlationId?: string;
  /** Only rows older than this one: ids are in the order of time, across services too. */
  readonly beforeId?: string;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  /** RFC 3339, exclusive. */
  readonly to?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
  readonly cursor?: string;
}

interface Search extends AuditFilter {
  /** Id of the last row of the page before. */
  readonly before: string | undefined;
  readonly limit: number;
}

const COLUMNS = `id, recorded_at, actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details`;

/** One page, newest first. Ids are UUIDv7, so their order is the order of time and each index ends in one. */
export function searchSql(search: Search): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = (
    [
      ['actor_id = ?', search.actorId],
      ['subject_id = ?', search.subjectId],
      ['action = ?', search.action],
      ['subject_kind = ?', search.subjectKind],
      ['outcome = ?', search.outcome],
      ['correlation_id = ?', search.correlationId],
      ['id < ?::uuid', search.beforeId],
      ['recorded_at >= ?::timestamptz', search.from],
      ['recorded_at < ?::timestamptz', search.to],
      ['id < ?::uuid', search.before],
    ] as const
  ).flatMap(([condition, value]) => {
    if (value === undefined || value === '') return [];
    values.push(value);
    return [condition.replace('?', `$${values.length.toString()}`)];
  });
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  values.push(search.limit);
  const page = `${where} order by id desc limit $${values.length.toString()}`;
  return {
    text: `select * from (
      (select chain_seq, ${COLUMNS} from audit_entry ${page}) union all
      (select 0, ${COLUMNS} from audit_pending ${page})) found
      order by id desc limit $${values.length.toString()}`,
    values,
  };
}
