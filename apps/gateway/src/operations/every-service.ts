import { Injectable } from '@nestjs/common';
import type { DescMessage, DescMethodUnary, JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { DomainError } from '#contracts';
import type { CallContext } from '#observability';
import { RestCall } from '../http/rest-call.js';
import { STORING_SERVICES, type StoringServiceName } from './services.js';

/** What one service answered, or the code it failed with. */
export interface ServiceAnswer {
  readonly service: StoringServiceName;
  readonly answer: JsonObject | null;
  readonly error: string | null;
}

/** Puts one question to every service at once. A service that does not answer is named, not hidden. */
@Injectable()
export class EveryService {
  constructor(private readonly rest: RestCall) {}

  ask<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    requestOf: (service: StoringServiceName) => MessageInitShape<I>,
    context: CallContext,
    options: { services?: readonly StoringServiceName[]; timeoutMs?: number } = {},
  ): Promise<ServiceAnswer[]> {
    const { services = STORING_SERVICES, timeoutMs = 10_000 } = options;
    return Promise.all(
      services.map(async (service) => {
        try {
          const answer = await this.rest.call(method, requestOf(service), context, { target: service, timeoutMs });
          return { service, answer, error: null };
        } catch (error) {
          if (!(error instanceof DomainError) || error.category !== 'unavailable') throw error;
          return { service, answer: null, error: error.code };
        }
      }),
    );
  }

  /** One page over several services: each one's page behind a cursor that knows where each stands. */
  async page<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    requestOf: (cursor: string) => MessageInitShape<I>,
    context: CallContext,
    query: { readonly service?: StoringServiceName; readonly cursor: string },
  ): Promise<JsonObject> {
    const position = readPosition(query.cursor, query.service);
    const services = Object.keys(position) as StoringServiceName[];
    const answers = await this.ask(method, (service) => requestOf(position[service] ?? ''), context, { services });
    const next = answers.flatMap(({ service, answer }) =>
      typeof answer?.['nextCursor'] === 'string' ? [[service, answer['nextCursor']] as const] : [],
    );
    return {
      items: answers.flatMap(({ service, answer }) =>
        ((answer?.['items'] ?? []) as JsonObject[]).map((item) => ({ ...item, service })),
      ),
      unavailable: answers.filter(({ error }) => error !== null).map(({ service }) => service),
      nextCursor: next.length === 0 ? null : encode(Object.fromEntries(next)),
    };
  }
}

type Position = Partial<Record<StoringServiceName, string>>;

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function readPosition(cursor: string, service: StoringServiceName | undefined): Position {
  if (cursor === '') {
    const asked = service === undefined ? STORING_SERVICES : [service];
    return Object.fromEntries(asked.map((name) => [name, '']));
  }
  try {
    const given = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>;
    const known = STORING_SERVICES.filter((name) => typeof given[name] === 'string');
    if (known.length > 0) return Object.fromEntries(known.map((name) => [name, given[name] as string]));
  } catch {
    // Falls through to the refusal: what stands in a foreign cursor is of no interest.
  }
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
}
