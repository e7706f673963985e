import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import type { INestMicroservice } from '@nestjs/common';
import pg from 'pg';
import type { Role } from '#auth';
import { DomainError, OrgService, PersonService, type Person, type PersonInputSchema } from '#contracts';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import { createTestNode, madeUpPerson, signInAs, startService, withKey, type TestNode } from '#testing';
import type { ServiceName } from '#tier';
import { RegistryModule } from '../src/registry.module.js';
import type { RegistryOptions } from '../src/registry-options.js';

export const COUNTY = '990101000000';
export const STREET_A = '990101001000';
export const STREET_B = '990101002000';
export const ROOM_A1 = '990101001001';
export const ROOM_A2 = '990101001002';
export const ROOM_B1 = '990101002001';

/** A registry on a node of its own, spoken to over the bus like in production. */
export class RegistryNode {
  readonly admin: CallContext;
  readonly staffA: CallContext;
  readonly staffB: CallContext;

  private constructor(
    readonly node: TestNode,
    readonly app: INestMicroservice,
    /** The registry's tables, as they stand. */
    readonly sql: pg.Client,
  ) {
    this.admin = this.as(['system_admin', 'security_admin'], ['']);
    this.staffA = this.as(['street_staff'], ['990101001']);
    this.staffB = this.as(['street_staff'], ['990101002']);
  }

  static async start(options: Partial<RegistryOptions> = {}, others: ServiceName[] = []): Promise<RegistryNode> {
    const node = await createTestNode(['registry', ...others]);
    const app = await startRegistry(node, options);
    const sql = new pg.Client({ connectionString: node.adminUrl, options: '-c search_path=registry' });
    await sql.connect();
    return new RegistryNode(node, app, sql);
  }

  as(roles: Role[], scopes: string[]): CallContext {
    return signInAs(this.node, { roles, scopes });
  }

  call<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
  ): Promise<MessageShape<O>> {
    return this.app.get(RpcClient).call(method, request, context);
  }

  /** The refusal of a call that must fail. */
  async refusal<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    context: CallContext,
  ): Promise<DomainError> {
    try {
      await this.call(method, request, context);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
    throw new Error('was not refused');
  }

  /** County, two streets, three communities, valid from 2020 on. */
  async addTree(): Promise<void> {
    const units = [
      [COUNTY, '演示区', 'district'],
      [STREET_A, '东街道', 'street'],
      [STREET_B, '西街道', 'street'],
      [ROOM_A1, '东一社区', 'community'],
      [ROOM_A2, '东二社区', 'community'],
      [ROOM_B1, '西一社区', 'community'],
    ] as const;
    for (const [code, name, tier] of units) {
      const request = { code, name, tier, validFrom: '2020-01-01', ...(tier === 'community' && { urbanRural: '111' }) };
      await this.call(OrgService.method.createOrg, request, this.admin);
    }
  }

  async addPerson(
    n: number,
    changes: MessageInitShape<typeof PersonInputSchema> = {},
    context = this.staffA,
  ): Promise<Person> {
    const request = { person: { ...madeUpPerson(n), confirmedNotDuplicate: true, ...changes } };
    const { person } = await this.call(PersonService.method.createPerson, request, withKey(context));
    return person as Person;
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.app.close();
    await this.node.close();
  }
}

export function startRegistry(node: TestNode, options: Partial<RegistryOptions> = {}): Promise<INestMicroservice> {
  return startService(RegistryModule.forRoot(node.settings('registry'), options), node.settings('registry'));
}
