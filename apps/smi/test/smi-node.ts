import { create, toJsonString, type DescMessage, type Message, type MessageInitShape } from '@bufbuild/protobuf';
import type { INestMicroservice } from '@nestjs/common';
import pg from 'pg';
import { v7 } from 'uuid';
import {
  CaseService,
  FollowUpService,
  PersonChangedSchema,
  PersonProfileSchema,
  type CaseInputSchema,
  type FollowUpInputSchema,
  type RecordFollowUpResponse,
} from '#contracts';
import { RpcClient } from '#messaging';
import { systemCaller, type CallContext } from '#observability';
import { BusCipher, UnitOfWork } from '#persistence';
import type { ServiceName } from '#tier';
import { createTestNode, madeUpPerson, signInAs, startService, withKey, type TestNode } from '#testing';
import { SmiModule } from '../src/smi.module.js';
import { PersonsProjector } from '../src/persons/persons.projector.js';

type Plain<T> = Omit<Extract<T, { $typeName?: never }>, '$typeName' | '$unknown'>;
export type CaseInit = Plain<MessageInitShape<typeof CaseInputSchema>>;
export type FollowUpInit = Plain<MessageInitShape<typeof FollowUpInputSchema>>;

export const COMMUNITY = '990101001001';
export const OTHER_STREET = '990101002001';

/** The smi service on a node of its own, with what its specs ask of it. */
export class SmiNode {
  private caseCount = 0;
  readonly staff: CallContext;
  readonly admin: CallContext;

  private constructor(
    readonly node: TestNode,
    readonly app: INestMicroservice,
    readonly sql: pg.Client,
  ) {
    this.staff = signInAs(node, { roles: ['street_staff'], scopes: ['990101001'] });
    this.admin = signInAs(node, { roles: ['system_admin'], scopes: [''] });
  }

  static async start(services: readonly ServiceName[] = ['smi']): Promise<SmiNode> {
    const node = await createTestNode(services);
    const app = await startService(SmiModule.forRoot(node.settings('smi')), node.settings('smi'));
    const sql = new pg.Client({ connectionString: node.adminUrl, options: '-c search_path=smi' });
    await sql.connect();
    return new SmiNode(node, app, sql);
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.app.close();
    await this.node.close();
  }

  get rpc(): RpcClient {
    return this.app.get(RpcClient);
  }

  /** A resident as the registry's event tells it, applied as the projector would. */
  async knowPerson(
    n: number,
    changes: { residenceOrg?: string; name?: string; deathDate?: string; version?: number; personId?: string } = {},
  ): Promise<string> {
    const personId = changes.personId ?? v7();
    const person = madeUpPerson(n);
    const profile = create(PersonProfileSchema, {
      name: changes.name ?? person.name,
      sex: person.sex,
      birthDate: person.birthDate,
      ...(changes.deathDate === undefined ? {} : { deathDate: changes.deathDate }),
    });
    const message = create(PersonChangedSchema, {
      personId,
      version: changes.version ?? 1,
      residenceOrg: changes.residenceOrg ?? COMMUNITY,
      sealedProfile: this.app.get(BusCipher).seal(toJsonString(PersonProfileSchema, profile), personId),
    });
    await this.receive(PersonChangedSchema, message);
    return personId;
  }

  /** An event of the registry, applied as the projector would. */
  async receive(schema: DescMessage, message: Message): Promise<void> {
    const received = {
      ...{ type: schema.typeName, schema, message },
      origin: 'o',
      epoch: 'e',
      seq: 1n,
      eventId: v7(),
      recordedAt: new Date().toISOString(),
    };
    const call = {
      context: { caller: systemCaller('test'), correlationId: 'test', locale: 'zh-CN' as const },
      operation: 'test',
    };
    await this.app.get(UnitOfWork).write(call, (tx) => this.app.get(PersonsProjector).applyBatch(tx, [received]));
  }

  caseInput(personId: string, changes: CaseInit = {}): CaseInit {
    this.caseCount += 1;
    return {
      personId,
      org: COMMUNITY,
      caseNo: `990101-${String(this.caseCount).padStart(5, '0')}`,
      diagnosis: 'F20.0',
      reportType: 'required_registration',
      diagnosedOn: '2024-03-05',
      fileBuiltOn: '2024-03-12',
      consent: { decision: 'agreed', signedOn: '2024-03-12', signer: 'guardian' },
      guardian: { name: '李建国', relation: '51', phone: '13000000000' },
      article30: false,
      ...changes,
    };
  }

  /** A person and a case of theirs; answers the case's id. */
  async register(changes: CaseInit = {}, context: CallContext = this.staff): Promise<string> {
    const personId = await this.knowPerson(this.caseCount + 1, { residenceOrg: changes.org ?? COMMUNITY });
    const input = this.caseInput(personId, changes);
    const answer = await this.rpc.call(CaseService.method.registerCase, { input }, withKey(context));
    return answer.case!.id;
  }

  record(caseId: string, changes: FollowUpInit, context: CallContext = this.staff): Promise<RecordFollowUpResponse> {
    return this.rpc.call(FollowUpService.method.recordFollowUp, { caseId, input: visit(changes) }, withKey(context));
  }

  attempt(caseId: string, visitedOn: string): Promise<RecordFollowUpResponse> {
    const input = { visitedOn, form: 2, attempt: 'failed' };
    return this.rpc.call(FollowUpService.method.recordFollowUp, { caseId, input }, withKey(this.staff));
  }

  async caseOf(caseId: string) {
    const answer = await this.rpc.call(CaseService.method.getCase, { id: caseId }, this.staff);
    return answer.case!;
  }

  /** One digest over every row of the tables a refused write must leave alone. */
  async digest(): Promise<string> {
    const tables = ['smi_case', 'follow_up', 'consent', 'exam', 'case_search', 'outbox', 'idempotency'];
    const parts = tables.map(
      (table) =>
        `(select md5(coalesce(string_agg(${rowText(table)}, '' order by ${rowText(table)}), '')) from ${table} t)`,
    );
    const { rows } = await this.sql.query<{ digest: string }>(`select concat_ws(',', ${parts.join(', ')}) as digest`);
    return rows[0]!.digest;
  }

  async count(table: string, where = 'true', params: unknown[] = []): Promise<number> {
    const { rows } = await this.sql.query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${where}`,
      params,
    );
    return rows[0]!.n;
  }
}

// The relay numbers events in its own time; that is no change of state.
function rowText(table: string): string {
  return table === 'outbox' ? '(t.id::text || t.payload)' : 't::text';
}

/** The worked examples' default: nothing wrong (smi.md 4.4). */
export function visit(changes: FollowUpInit = {}): FollowUpInit {
  return {
    visitedOn: '2026-03-02',
    form: 2,
    contacts: [1, 2],
    riskLevel: 0,
    symptoms: [],
    symptomSeverity: 0,
    insight: 1,
    sleep: 1,
    diet: 1,
    socialFunction: { selfCare: 1, housework: 1, work: 1, study: 1, social: 1 },
    incidents: {},
    confinement: 1,
    hospitalisation: 0,
    labTests: { done: 1 },
    adherence: 1,
    adverseReaction: { present: 1 },
    effect: 2,
    physicalIllness: 0,
    otherAbnormality: false,
    referral: { made: false },
    medications: [{ drug: '利培酮', spec: '1mg', longActing: false, morningMg: 1, noonMg: 0, eveningMg: 2 }],
    ...changes,
  };
}
