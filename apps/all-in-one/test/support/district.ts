import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ROLES, type Role } from '#auth';
import { madeUpPerson, TEST_TODAY, testServers, withDatabase, type MadeUpPerson } from '#testing';
import { NodeProcess } from './node-process.js';
import { OwnServer } from './own-servers.js';
import { RestClient, type Json } from './rest-client.js';

export const COUNTY = '990101000000';
export const STREET = '990101001000';
export const OTHER_STREET = '990101002000';
export const COMMUNITY = '990101001001';
export const OTHER_COMMUNITY = '990101002001';
const ADMIN_PASSWORD = 'Lantern-over-7-bridges';
const PASSWORD = 'Willow-river-7-lantern';

/** A body, or changes to one. */
export type Fields = Readonly<Record<string, unknown>>;

/** One row of a file. */
type Cells = Readonly<Record<string, string | number | boolean | null>>;

export interface DistrictOptions {
  readonly today?: string;
  /** Default: a database of the shared test server. */
  readonly postgres?: OwnServer;
}

/** Two streets with a community each, on a node in its own process; everything in it came in through the public API. */
export class District {
  /** `system_admin` and `security_admin` of all areas. */
  admin!: RestClient;
  private people = 0;
  private readonly signedIn = new Map<string, RestClient>();

  private constructor(
    readonly node: NodeProcess,
    readonly nats: OwnServer,
    readonly database: string,
  ) {}

  static async start({ today = TEST_TODAY, postgres }: DistrictOptions = {}): Promise<District> {
    const nats = await OwnServer.nats();
    const server = postgres?.url ?? testServers().postgresUrl;
    const name = `xq_e_${randomBytes(6).toString('hex')}`;
    await asAdministrator(server, `create database "${name}"`);
    const database = withDatabase(server, name);
    const variables = {
      XINQIAO_CLOCK: today,
      XINQIAO_TERRITORY: '990101',
      XINQIAO_ADMIN_PASSWORD: ADMIN_PASSWORD,
      ...(nats.monitorUrl === undefined ? {} : { NATS_MONITOR_URL: nats.monitorUrl }),
      // Made-up people have identity numbers of province 99.
      NODE_ENV: 'development',
    };
    const node = await NodeProcess.start({ databaseUrl: database, natsUrl: nats.url }, variables);
    const district = new District(node, nats, database);
    await district.settle();
    return district;
  }

  async remove(): Promise<void> {
    await this.node.remove();
    await this.nats.remove();
    const name = new URL(this.database).pathname.slice(1);
    await asAdministrator(withDatabase(this.database, 'postgres'), `drop database if exists "${name}" with (force)`);
  }

  get nobody(): RestClient {
    return new RestClient(() => this.node.address);
  }

  async signIn(username: string, password: string = PASSWORD): Promise<RestClient> {
    const session = await this.nobody.post('/auth/login', { username, password });
    return new RestClient(() => this.node.address, session.accessToken);
  }

  /** A user of one role in one area, made and signed in at the first call. */
  async as(role: Role, scope = '990101'): Promise<RestClient> {
    const username = `${role}-${scope === '' ? 'all' : scope}`;
    const known = this.signedIn.get(username);
    if (known !== undefined) return known;
    const user = { username, displayName: username, password: PASSWORD, roles: [role], scopes: [scope] };
    await this.admin.post('/users', user);
    const client = await this.signIn(username);
    this.signedIn.set(username, client);
    return client;
  }

  /** One user a role. */
  async everyRole(scope?: string): Promise<ReadonlyMap<Role, RestClient>> {
    const clients = new Map<Role, RestClient>();
    for (const role of ROLES) clients.set(role, await this.as(role, scope));
    return clients;
  }

  /** Somebody nobody has met before. */
  nextPerson(changes: Partial<MadeUpPerson> = {}): MadeUpPerson {
    this.people += 1;
    return madeUpPerson(this.people, { residenceOrg: COMMUNITY, ...changes });
  }

  async addPerson(changes: Partial<MadeUpPerson> = {}): Promise<Json> {
    const doctor = await this.as('psychiatrist');
    return doctor.post('/persons', this.nextPerson(changes));
  }

  /** A person with a case; `changes` are those of the case. */
  async addCase(changes: Fields = {}): Promise<Json> {
    const org = (changes['org'] ?? COMMUNITY) as string;
    const person = await this.addPerson({ residenceOrg: org });
    const doctor = await this.as('psychiatrist');
    return doctor.post('/smi/cases', caseOf(person.id, this.people, { ...changes, org }));
  }

  /** Many persons with a case each, by files; answers the ids of the cases. */
  async importCases(count: number): Promise<string[]> {
    const people = Array.from({ length: count }, () => this.nextPerson());
    const cases = people.map(({ idNumber }, i) => {
      const { personId: _, ...row } = flat(caseOf('', 50_000 + i));
      return { ...row, idNumber };
    });
    for (const [kind, rows] of [
      ['persons', people.map((person) => flat(person))],
      ['smi-cases', cases],
    ] as const) {
      const job = await this.importFile(kind, 'commit', csvOf(rows));
      if (job.accepted !== count) throw new Error(`import of ${kind}: ${JSON.stringify(job)}`);
    }
    const doctor = await this.as('psychiatrist');
    return (await doctor.all('/smi/cases')).map(({ id }) => id);
  }

  /** Uploads a file and waits until it is worked off. */
  async importFile(
    kind: string,
    mode: string,
    content: string | Uint8Array<ArrayBuffer>,
    { name, by = this.admin }: { readonly name?: string; readonly by?: RestClient } = {},
  ): Promise<Json> {
    const { id } = await by.post('/imports', undefined, { raw: upload(kind, mode, content, name) });
    for (;;) {
      const job = await by.get(`/imports/${id}`);
      if (job.status !== 'running') return job;
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  /** Looks straight into the database, past row security. */
  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return asAdministrator<T>(this.database, sql, values);
  }

  /** Every event has been sent and taken in: the figures are those of what was written. */
  async untilQuiet(): Promise<void> {
    await this.node.until(async () => isQuiet((await this.admin.get('/ops/event-flow')).items), 'quiet');
  }

  private async settle(): Promise<void> {
    this.admin = await this.signIn('admin', ADMIN_PASSWORD);
    const unit = (code: string, tier: string, name: string) => ({ code, tier, name, validFrom: '2020-01-01' });
    await this.admin.post('/orgs', unit(COUNTY, 'district', '测试县'));
    await this.admin.post('/orgs', unit(STREET, 'street', '一街道'));
    await this.admin.post('/orgs', unit(OTHER_STREET, 'street', '二街道'));
    await this.admin.post('/orgs', { ...unit(COMMUNITY, 'community', '一社区'), urbanRural: '111' });
    await this.admin.post('/orgs', { ...unit(OTHER_COMMUNITY, 'community', '二社区'), urbanRural: '220' });
  }
}

export async function asAdministrator<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Which service takes in whose events. */
const SUBSCRIPTIONS = [
  ['smi', 'registry'],
  ['kpi', 'registry'],
  ['kpi', 'smi'],
] as const;

function isQuiet(flows: readonly Json[]): boolean {
  const of = (service: string): Json => flows.find((flow) => flow.service === service)!;
  const caughtUp = SUBSCRIPTIONS.every(([subscriber, origin]) => {
    const { epoch, headSeq } = of(origin);
    const reading = of(subscriber).consumers.filter((one) => one.epoch === epoch);
    return headSeq === 0 || (reading.length > 0 && reading.every((one) => one.watermark === headSeq));
  });
  return caughtUp && flows.every((flow) => flow.unsent === 0);
}

/** The form of `POST /imports`. */
export function upload(kind: string, mode: string, content: string | Uint8Array<ArrayBuffer>, name = 'file.csv') {
  const form = new FormData();
  form.append('kind', kind);
  form.append('mode', mode);
  form.append('file', new Blob([content]), name);
  return form;
}

/** Rows as a file with the names of the fields above them. */
export function csvOf(rows: readonly Cells[]): string {
  const titles = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => titles.map((title) => row[title] ?? '').join(','));
  return [titles.join(','), ...lines].join('\r\n');
}

/** A body as one row: parts by dotted path. */
export function flat(body: object, prefix = ''): Cells {
  const entries = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(flat(value as object, `${prefix}${name}.`))
      : [[prefix + name, value as Cells[string]] as const],
  );
  return Object.fromEntries(entries);
}

/** A schizophrenia case of an agreeing patient, with its file since 2024-03-12. */
export function caseOf(personId: string, number: number, changes: Fields = {}): Fields {
  return {
    personId,
    org: COMMUNITY,
    caseNo: `990101-${String(number).padStart(5, '0')}`,
    diagnosis: 'F20.0',
    reportType: 'required_registration',
    diagnosedOn: '2024-03-05',
    fileBuiltOn: '2024-03-12',
    consent: { decision: 'agreed', signedOn: '2024-03-12', signer: 'guardian' },
    article30: false,
    ...changes,
  };
}

/** A home visit that finds a patient well. */
export function visitOn(visitedOn: string, changes: Fields = {}): Fields {
  return {
    visitedOn,
    form: 2,
    contacts: [1, 2],
    riskLevel: 0,
    symptoms: [],
    insight: 1,
    sleep: 1,
    diet: 1,
    socialFunction: { selfCare: 1, housework: 1, work: 9, study: 1, social: 1 },
    incidents: { minorDisturbance: 0, publicOrder: 0, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 },
    confinement: 1,
    hospitalisation: 0,
    labTests: { done: 1 },
    adherence: 1,
    adverseReaction: { present: 1 },
    effect: 2,
    physicalIllness: 0,
    otherAbnormality: false,
    referral: { made: false },
    medications: [{ drug: '利培酮', morningMg: 1, eveningMg: 2 }],
    ...changes,
  };
}
