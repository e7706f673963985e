import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import type { INestApplicationContext, INestMicroservice } from '@nestjs/common';
import { Module } from '@nestjs/common';
import pg from 'pg';
import { v7 } from 'uuid';
import {
  CaseChangedSchema,
  FollowUpRecordedSchema,
  OrgChangedSchema,
  PopulationChangedSchema,
  ValueService,
  type RecomputeResponse,
  type Value,
} from '#contracts';
import type { SmiSubject, SmiVisit } from '#domain';
import { EventProjector, MessagingModule, RpcClient, type ReceivedEvent } from '#messaging';
import { systemCaller, type CallContext } from '#observability';
import { BusCipher, PersistenceModule, UnitOfWork } from '#persistence';
import { createTestNode, signInAs, startService, TEST_TODAY, type TestNode } from '#testing';
import type { Clock, ServiceSettings } from '#tier';
import { KpiModule } from '../src/kpi.module.js';
import { RegistryProjector } from '../src/projection/registry.projector.js';
import { RollOverService } from '../src/projection/roll-over.service.js';
import { SmiProjector } from '../src/projection/smi.projector.js';

/** A clock whose day a test moves. */
export class MovingClock implements Clock {
  constructor(public day: string = TEST_TODAY) {}
  now(): Date {
    return new Date();
  }
  today(): string {
    return this.day;
  }
}

/** An event as tests hold it. */
export interface TestEvent {
  readonly schema: DescMessage;
  readonly message: object;
  readonly recordedAt: string;
}

@Module({})
class EmitterModule {
  static forRoot(settings: ServiceSettings) {
    return {
      module: EmitterModule,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: [] }),
        MessagingModule.forService(settings),
      ],
    };
  }
}

/** The kpi service on a node of its own, with what its specs ask of it. */
export class KpiNode {
  private emitter: INestMicroservice | undefined;
  readonly official: CallContext;
  readonly admin: CallContext;

  private constructor(
    readonly node: TestNode,
    readonly clock: MovingClock,
    public app: INestMicroservice,
    readonly sql: pg.Client,
  ) {
    this.official = signInAs(node, { roles: ['district_official'], scopes: ['990101'] });
    this.admin = signInAs(node, { roles: ['system_admin'], scopes: [''] });
  }

  static async start(day: string = TEST_TODAY): Promise<KpiNode> {
    const clock = new MovingClock(day);
    const node = await createTestNode(['kpi', 'smi'], { clock });
    const app = await startService(KpiModule.forRoot(node.settings('kpi')), node.settings('kpi'));
    const sql = new pg.Client({ connectionString: node.adminUrl, options: '-c search_path=kpi' });
    await sql.connect();
    return new KpiNode(node, clock, app, sql);
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.emitter?.close();
    await this.app.close();
    await this.node.close();
  }

  get context(): INestApplicationContext {
    return this.app;
  }

  /** As the consumer would hand it over: one batch, one transaction. */
  async apply(events: readonly TestEvent[]): Promise<void> {
    const received = events.map((event, i) => receivedOf(event, BigInt(i + 1)));
    for (const type of [RegistryProjector, SmiProjector]) {
      const projector: EventProjector = this.app.get(type);
      const wanted = received.filter((event) => projector.events.some((schema) => schema.typeName === event.type));
      if (wanted.length === 0) continue;
      const context = { caller: systemCaller('test'), correlationId: 'test', locale: 'zh-CN' } as const;
      await this.app.get(UnitOfWork).write({ context, operation: 'test' }, (tx) => projector.applyBatch(tx, wanted));
    }
  }

  /** The way of production: the smi service's outbox, relay, stream, consumer. */
  async publish(events: readonly TestEvent[]): Promise<void> {
    const settings = this.node.settings('smi');
    this.emitter ??= await startService(EmitterModule.forRoot(settings), settings);
    const context = { caller: systemCaller('test'), correlationId: 'test', locale: 'zh-CN' } as const;
    await this.emitter.get(UnitOfWork).write({ context, operation: 'test' }, (tx) => {
      for (const { schema, message } of events) {
        const key = { aggregateId: v7(), aggregateVersion: 1 };
        tx.emit(schema, message as MessageInitShape<DescMessage>, key);
      }
      return Promise.resolve();
    });
  }

  seal(name: string, personId: string): string {
    return this.app.get(BusCipher).seal(name, personId);
  }

  /** Moves to a day and lets everything settle there. */
  async rollTo(day: string): Promise<void> {
    this.clock.day = day;
    await this.app.get(RollOverService).run();
  }

  async values(
    indicators: readonly string[],
    org: string,
    period: string,
    more: { breakdown?: string; asOf?: string; plan?: string } = {},
    context: CallContext = this.official,
  ): Promise<Value[]> {
    const request = { indicators: [...indicators], org, period, breakdown: 'none', ...more };
    return (await this.rpc.call(ValueService.method.getValues, request, context)).items;
  }

  recompute(): Promise<RecomputeResponse> {
    return this.rpc.call(ValueService.method.recompute, {}, this.admin);
  }

  get rpc(): RpcClient {
    return this.app.get(RpcClient);
  }
}

function receivedOf(event: TestEvent, seq: bigint): ReceivedEvent {
  const { schema, recordedAt } = event;
  const message = create(schema, event.message as MessageInitShape<DescMessage>);
  return { origin: 'test.smi', epoch: v7(), seq, eventId: v7(), type: schema.typeName, message, schema, recordedAt };
}

/** The case file of a subject as the smi service tells it. */
export function caseEvent(
  kpi: KpiNode,
  subject: SmiSubject,
  change: { version?: number; org?: string; recordedAt?: string; name?: string } = {},
): TestEvent {
  const given = (key: string, value: string | null): object => (value === null ? {} : { [key]: value });
  return {
    schema: CaseChangedSchema,
    recordedAt: change.recordedAt ?? '2024-01-01T01:00:00Z',
    message: {
      caseId: subject.caseId,
      version: change.version ?? 1,
      personId: subject.caseId,
      org: change.org ?? subject.orgs[0]?.org ?? '',
      caseNo: `990101-${subject.caseId.slice(-5)}`,
      diagnosis: 'F20.0',
      diagnosisGroup: subject.diagnosisGroup,
      reportType: 'required_registration',
      diagnosedOn: subject.fileBuiltOn,
      fileBuiltOn: subject.fileBuiltOn,
      status: subject.status,
      article30: subject.article30,
      inRehabilitation: subject.inRehabilitation,
      guardianshipGroup: subject.guardianshipGroup,
      exams: [...subject.exams],
      sealedName: kpi.seal(change.name ?? '王小明', subject.caseId),
      ...given('consentDecision', subject.consents.at(-1)?.decision ?? null),
      ...given('consentOn', subject.consents.at(-1)?.from ?? null),
      ...given('nextDueOn', subject.nextDueOn),
      ...given('deathDate', subject.deathDate),
      ...given('lostOn', subject.lostOn),
      ...given('closedOn', subject.closedOn),
    },
  };
}

/** A visit of a subject as the smi service tells it. */
export function visitEvent(subject: SmiSubject, visit: SmiVisit, version = 1): TestEvent {
  const given = (key: string, value: string | number | null): object => (value === null ? {} : { [key]: value });
  return {
    schema: FollowUpRecordedSchema,
    recordedAt: '2024-01-01T01:00:00Z',
    message: {
      followUpId: visit.id,
      version,
      caseId: subject.caseId,
      org: subject.orgs[0]?.org ?? '',
      visitedOn: visit.visitedOn,
      kind: visit.kind,
      complete: visit.complete,
      form: visit.form,
      contacts: [...visit.contacts],
      hospitalisation: visit.inHospital ? 1 : 0,
      minorDisturbance: visit.minorDisturbance,
      publicOrder: visit.publicOrder,
      crime: visit.crime,
      rehabilitation: visit.rehabilitation ? [1] : [],
      ...given('adherence', visit.adherence),
      ...given('stability', visit.stability),
      ...given('dueOnBefore', visit.dueOnBefore),
      ...given('nextDueOn', visit.nextDueOn),
    },
  };
}

export function orgEvent(
  code: string,
  change: { urbanRural?: string; version?: number; validFrom?: string; validTo?: string } = {},
): TestEvent {
  const tier = code.endsWith('000000') ? 'district' : code.endsWith('000') ? 'street' : 'community';
  const org = { code, name: `单位${code}`, tier, validFrom: '2020-01-01', version: 1, ...change };
  return { schema: OrgChangedSchema, recordedAt: '2024-01-01T01:00:00Z', message: { org } };
}

export function populationEvent(org: string, year: number, resident: number, version = 1): TestEvent {
  const population = { org, year, resident, version };
  return { schema: PopulationChangedSchema, recordedAt: '2024-01-01T01:00:00Z', message: { population } };
}

/** Waits until it is so; fails after ten seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
