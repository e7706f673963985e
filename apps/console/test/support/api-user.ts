import { randomInt, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { FollowUpRecord } from '#domain';
import { plainVisit } from '../../../../libs/domain/src/smi/follow-up.fixture.js';
import { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
  readonly body: any;
}

/** Street of the account `street`; its communities lie below it. */
export const STREET = '990101001000';

/** Somebody who works through the API: the colleague in another room, and who prepares what a story needs. */
export class ApiUser {
  private constructor(private readonly token: string) {}

  static async signIn(account: DemoAccount): Promise<ApiUser> {
    const { body } = await new ApiUser('').ask('POST', '/auth/login', { username: account, password: DEMO_PASSWORD });
    return new ApiUser((body as { accessToken: string }).accessToken);
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(`${process.env['TEST_CONSOLE_URL']!}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A resident nobody else has, in a community of the street. */
  async newPerson(): Promise<{ readonly id: string; readonly residenceOrg: string }> {
    const units = (await this.ask('GET', '/orgs?tier=community&limit=200')).body.items as readonly { code: string }[];
    const residenceOrg = units.find(({ code }) => code.startsWith(STREET.slice(0, 9)))!.code;
    const name = `例${String.fromCodePoint(0x4e00 + randomInt(20_000))}${String.fromCodePoint(0x4e00 + randomInt(20_000))}`;
    const birthDate = `19${60 + randomInt(39)}-0${1 + randomInt(9)}-1${randomInt(10)}`;
    const made = await this.ask('POST', '/persons', { name, sex: '2', birthDate, idType: 'none', residenceOrg });
    expect(made.status).toBe(201);
    return { id: made.body.id as string, residenceOrg };
  }

  /** A file of its own, built in 2024. */
  async newCase(changes: object = {}): Promise<string> {
    const { id, residenceOrg } = await this.newPerson();
    const answer = await this.ask('POST', '/smi/cases', {
      personId: id,
      org: residenceOrg,
      caseNo: `W-${randomInt(1_000_000_000)}`,
      diagnosis: 'F20.0',
      reportType: 'required_registration',
      diagnosedOn: '2024-03-05',
      fileBuiltOn: '2024-03-12',
      consent: { decision: 'agreed', signedOn: '2024-03-12', signer: 'guardian' },
      article30: false,
      ...changes,
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  }

  record(caseId: string, record: unknown): Promise<Answer> {
    return this.ask('POST', `/smi/cases/${caseId}/follow-ups`, record);
  }

  /** A plain visit that is stored; answers its id. */
  async visit(caseId: string, own: Partial<FollowUpRecord> = {}): Promise<string> {
    const { status, body } = await this.record(caseId, plainVisit(own));
    expect(status).toBe(201);
    return body.id as string;
  }
}
