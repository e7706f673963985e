import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ApiClient } from '../../tools/demo/api-client.mjs';
import { importFile } from '../../tools/demo/load-demo.mjs';
import { benchFiles, COUNTY } from './bench-data.mjs';
import { BENCH_PASSWORD, createAccount, signIn, startSystem } from './start-system.mjs';

/**
 * The running system, nobody signed in, with a district of cases enough that some of the visits measured are their case's first of the month, as visits
 * are: a second one changes no figure and costs the projection little.
 */
export async function prepareSystem(report, size = { persons: 40_000, cases: 20_000 }) {
  const system = await startSystem();
  try {
    system.idleMemory = await idleMemory(system);
    const { files, orgs } = benchFiles(size);
    const api = new ApiClient(system.url, { username: 'admin', password: BENCH_PASSWORD });
    for (const file of files) await importFile(api, file, () => undefined);
    report.note(`prepared ${size.persons} residents and ${size.cases} cases through the import`);
    system.orgs = orgs;
    system.county = COUNTY;
    system.periods = ['2026', '2026-Q1', '2026-06', '2025', '2025-H1'];
    system.liveRange = '2026-01-02..2026-11-20';
    const ids = await caseIds(system);
    // Some cases stay without a visit until a line needs a first one.
    system.freshCaseIds = ids.slice(0, 200);
    system.unvisitedCaseId = ids[200];
    system.caseIds = ids.slice(201);
    for (const account of ACCOUNTS) await createAccount(system, account.username, account);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
}

/** Several accounts of one role: one alone would meet the rate limit, which counts by account. */
const OFFICIALS = severalOf('bench-official', 'district_official');
const OPERATORS = severalOf('bench-ops', 'ops');
const STAFF = accountOf('bench-staff', 'street_staff');
const ACCOUNTS = [STAFF, ...OFFICIALS, ...OPERATORS];

function severalOf(name, role) {
  return Array.from({ length: 8 }, (_, n) => accountOf(`${name}-${n + 1}`, role));
}

function accountOf(username, role) {
  return { username, roles: [role], scopes: [COUNTY] };
}

/** Before each line, and each size of one: a token lasts a quarter of an hour, a run longer. */
export async function signInAnew(system) {
  const tokens = async (accounts) => {
    const all = [];
    for (const { username } of accounts) all.push(await signIn(system, username));
    return all;
  };
  system.authorization = await signIn(system, STAFF.username);
  system.officials = await tokens(OFFICIALS);
  system.officialAuthorization = system.officials[0];
  system.operators = await tokens(OPERATORS);
  system.opsAuthorization = system.operators[0];
}

/** After some seconds of rest. */
async function idleMemory(system) {
  await delay(5000);
  return system.memory();
}

async function caseIds(system) {
  const client = new pg.Client({ connectionString: system.adminUrl });
  await client.connect();
  const { rows } = await client.query('select id from smi.smi_case order by case_no');
  await client.end();
  return rows.map((row) => row.id);
}
