import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { validate as isUuid } from 'uuid';
import { normaliseScopes } from '#auth';
import {
  DomainError,
  type FindByIdNumbersRequest,
  type FindByIdNumbersResponseSchema,
  type GetPersonRequest,
  type GetPersonResponseSchema,
  type ListPersonsRequest,
  type ListPersonsResponseSchema,
} from '#contracts';
import { isAreaPrefix, normaliseScope } from '#domain';
import type { CallContext, Caller } from '#observability';
import { UnitOfWork, type AuditedTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { decodeCursor, encodeCursor, pageSize } from '../paging.js';
import { readPersonQuery, type PersonQuery } from './person-query.js';
import type { PersonRecord } from './person-record.js';
import { PersonSearchRepository, type SearchPosition, type SearchRange } from './person-search.repository.js';
import { PersonMapper } from './person.mapper.js';
import { PersonRepository } from './person.repository.js';
import { PersonVault } from './person-vault.js';

type Page = MessageInitShape<typeof ListPersonsResponseSchema>;

const MANY_NUMBERS = 1_000;

/** Reads of people: masked, inside the caller's area, each with its row in the audit trail before the answer leaves. */
@Injectable()
export class ReadPersonsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly search: PersonSearchRepository,
    private readonly vault: PersonVault,
    private readonly mapper: PersonMapper,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  get(request: GetPersonRequest, context: CallContext): Promise<MessageInitShape<typeof GetPersonResponseSchema>> {
    return this.unitOfWork.readAudited(context, async (tx) => {
      const record = isUuid(request.id) ? await this.persons.find(tx, request.id) : undefined;
      if (record === undefined) throw new DomainError('COMMON.NOT_FOUND');
      tx.audit({ action: 'person.read', subjectKind: 'person', subjectId: record.id, org: record.residenceOrg });
      return { person: this.mapper.masked(record) };
    });
  }

  list(request: ListPersonsRequest, context: CallContext): Promise<Page> {
    if (request.org !== undefined && !isAreaPrefix(request.org, this.settings)) {
      const errors = [{ field: 'org', code: 'REGISTRY.ORG.CODE_INVALID' as const }];
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
    }
    const limit = pageSize(request.limit);
    const query = readPersonQuery(request.q);
    return this.unitOfWork.readAudited(context, async (tx) => {
      const page = await this.page(tx, query, request, limit);
      const count = page.items?.length ?? 0;
      const org = request.org === undefined ? {} : { org: request.org };
      tx.audit({ action: 'person.list', subjectKind: 'person', ...org, details: { by: query.kind, count } });
      return page;
    });
  }

  /** For other services: ids behind document numbers; what is unknown or outside the area is left out. */
  findByIdNumbers(
    request: FindByIdNumbersRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof FindByIdNumbersResponseSchema>> {
    if (request.idNumbers.length > MANY_NUMBERS) throw new DomainError('COMMON.TOO_LARGE');
    const keys = request.idNumbers.map((number) => this.vault.documentKey(number));
    return this.unitOfWork.readAudited(context, async (tx) => {
      const found = new Map((await this.persons.findByDocument(tx, keys)).map((row) => [row.key.toString('hex'), row]));
      tx.audit({ action: 'person.match', subjectKind: 'person', details: { asked: keys.length, found: found.size } });
      return {
        matches: keys.flatMap((key, index) => {
          const person = found.get(key.toString('hex'));
          return person === undefined ? [] : [{ index, personId: person.id, residenceOrg: person.residenceOrg }];
        }),
      };
    });
  }

  private async page(tx: AuditedTx, query: PersonQuery, request: ListPersonsRequest, limit: number): Promise<Page> {
    const areas = areasOf(tx.caller, request.org);
    if (query.kind === 'number') {
      const keys = [this.vault.documentKey(query.typed), this.vault.phoneKey(query.typed)] as const;
      const records = await this.search.exact(tx, ...keys, limit);
      return {
        items: records.filter(({ residenceOrg }) => within(areas, residenceOrg)).map((r) => this.mapper.masked(r)),
      };
    }
    const rows = await this.search.page(tx, rangesOf(query, areas), positionOf(request.cursor), limit + 1);
    const items = rows.slice(0, limit).map(({ record }) => this.mapper.masked(record));
    const last = rows[limit - 1]?.position;
    if (rows.length <= limit || last === undefined) return { items };
    return { items, nextCursor: encodeCursor([String(last.range), last.key, last.id]) };
  }
}

/** The caller's areas, cut down to the one asked for; empty when they do not meet. */
function areasOf(caller: Caller, org: string | undefined): readonly string[] {
  const scopes = normaliseScopes(caller.scopes);
  if (org === undefined) return scopes;
  const wanted = normaliseScope(org);
  if (scopes.some((scope) => wanted.startsWith(scope))) return [wanted];
  return scopes.filter((scope) => scope.startsWith(wanted));
}

function within(areas: readonly string[], org: PersonRecord['residenceOrg']): boolean {
  return areas.some((area) => org.startsWith(area));
}

function rangesOf(query: PersonQuery, areas: readonly string[]): SearchRange[] {
  if (areas.length === 0) return [];
  if (query.kind === 'all' || query.kind === 'number') {
    return areas.map((prefix) => ({ column: 'residence_org', prefix }));
  }
  // One walk for each area keeps the order of a page simple; most callers have one.
  return areas.flatMap((area): SearchRange[] => {
    const inArea = area === '' ? {} : { area };
    const { prefix } = query;
    if (query.kind === 'name') return [{ column: 'name', prefix, ...inArea }];
    return [
      { column: 'initials', prefix, ...inArea },
      { column: 'pinyin', prefix, withoutInitials: prefix, ...inArea },
    ];
  });
}

function positionOf(cursor: string): SearchPosition | null {
  const [range, key, id] = decodeCursor(cursor, 3);
  if (range === undefined || key === undefined || id === undefined) return null;
  if (!/^\d{1,4}$/u.test(range) || !isUuid(id)) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
  }
  return { range: Number(range), key, id };
}
