import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@bufbuild/protobuf';
import { DomainError, OperationsService, UserService } from '#contracts';
import type { CallContext } from '#observability';
import { RestCall } from '../http/rest-call.js';
import { EveryService } from '../operations/every-service.js';
import type { SearchAuditQueryDto } from './audit.dto.js';

type Entry = JsonObject & { readonly id: string; readonly actorId: string; readonly subjectId: string | null };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The trails of all services as one, newest first, with the names of accounts. */
@Injectable()
export class AuditPages {
  constructor(
    private readonly rest: RestCall,
    private readonly every: EveryService,
  ) {}

  /** Ids are UUIDv7: their order is that of time in every service, so the last one shown is where the next page begins. */
  async page(query: SearchAuditQueryDto, context: CallContext): Promise<JsonObject> {
    const { service, cursor, limit, ...filter } = query;
    const asked = { ...filter, limit, ...(cursor === '' ? {} : { beforeId: cursor }) };
    const answers = await this.every.ask(OperationsService.method.searchAudit, () => asked, context, {
      ...(service === undefined ? {} : { services: [service] }),
    });
    const found = answers.flatMap(({ answer, service: origin }) =>
      ((answer?.['items'] ?? []) as Entry[]).map((item) => ({ ...item, service: origin })),
    );
    const items = found.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
    const more = found.length > limit || answers.some(({ answer }) => typeof answer?.['nextCursor'] === 'string');
    return {
      items: await this.named(items, context),
      unavailable: answers.filter(({ error }) => error !== null).map((one) => one.service),
      nextCursor: more ? (items.at(-1)?.id ?? null) : null,
    };
  }

  async actors(q: string, context: CallContext): Promise<JsonObject> {
    return this.rest.call(UserService.method.findActors, { ids: [], q }, context);
  }

  private async named(items: readonly Entry[], context: CallContext): Promise<JsonObject[]> {
    const ids = items.flatMap(({ actorId, subjectId }) => [actorId, subjectId ?? '']).filter((id) => UUID.test(id));
    const names = await this.namesOf([...new Set(ids)], context);
    return items.map((item) => ({
      ...item,
      actor: names.get(item.actorId) ?? null,
      subject: names.get(item.subjectId ?? '') ?? null,
    }));
  }

  /** Without identity the trail is shown all the same, by ids. */
  private async namesOf(ids: readonly string[], context: CallContext): Promise<ReadonlyMap<string, JsonObject>> {
    if (ids.length === 0) return new Map();
    try {
      const { items } = await this.rest.call(UserService.method.findActors, { ids: [...ids] }, context);
      return new Map((items as JsonObject[]).map((actor) => [actor['id'] as string, actor]));
    } catch (error) {
      if (error instanceof DomainError && error.category === 'unavailable') return new Map();
      throw error;
    }
  }
}
