import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { closedLoop, median } from '../load/closed-loop.mjs';
import { visitBody, visitSource } from '../load/visits.mjs';
import { untilReady } from '../../tools/servers/until-ready.mjs';
import { signInAnew } from '../system/prepare-system.mjs';
import { call } from '../system/start-system.mjs';

const SIZES = [
  { label: '200,000 visits', cases: 20_000 },
  { label: '2,000,000 visits', cases: 200_000 },
];
const VISITS_PER_CASE = 10;
const ROUNDS = 5;
const SECONDS = 2;

/**
 * G1 and G2: the same reads and writes at 200,000 and at 2,000,000 visits. The bulk is laid down by SQL (a case of the run and
 * its visits copied with new ids), and the kpi service itself works out every membership and cell from it at its next start.
 */
export async function measureGrowth(system, report) {
  report.heading('Growth');
  await firstVisit(system);
  const figures = [];
  for (const { label, cases } of SIZES) {
    const began = performance.now();
    await fill(system, cases);
    await rebuildKpi(system);
    await settle(system);
    report.note(`${label} laid down and evaluated in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    await signInAnew(system);
    figures.push(await measure(system, report, label));
  }
  const [small, large] = figures;
  // Minutes lie between the two sizes, and the machine's speed changes: each is set against the chain's no-op of its own minute.
  const grown = (name, key) => large[name][key] / large.noop[key] / (small[name][key] / small.noop[key]);
  for (const [name, text] of [
    ['kpi', 'KPI read'],
    ['list', 'one case’s visits'],
    ['create', 'create'],
  ]) {
    report.goal({
      id: 'G1',
      text: `${text}: p50 growth`,
      value: grown(name, 'p50'),
      must: 1.3,
      aim: 1.15,
      better: 'lower',
    });
    report.goal({
      id: 'G1',
      text: `${text}: throughput kept`,
      value: grown(name, 'perSecond'),
      must: 0.75,
      aim: 0.9,
      better: 'higher',
    });
  }
  report.goal({
    id: 'G2',
    text: 'search: p50 growth',
    value: grown('search', 'p50'),
    must: 2,
    aim: 1.3,
    better: 'lower',
  });
}

async function measure(system, report, label) {
  const targets = requests(system, await someCases(system));
  const rounds = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, { next, expect }] of Object.entries(targets)) {
      const slice = await closedLoop({ url: system.url, connections: 16, seconds: SECONDS, next, expect });
      if (round >= 0) rounds[name].push(slice);
    }
  }
  return Object.fromEntries(
    Object.entries(rounds).map(([name, slices]) => {
      const of = (key) => median(slices.map((slice) => slice[key]));
      report.note(
        `${label} ${name.padEnd(6)} ${of('perSecond').toFixed(0)}/s  p50 ${of('p50').toFixed(2)} ms  p99 ${of('p99').toFixed(2)} ms`,
      );
      return [name, { p50: of('p50'), perSecond: of('perSecond') }];
    }),
  );
}

function requests(system, cases) {
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  const get = (path, accounts) => (worker) => ({
    method: 'GET',
    path: path(),
    headers: { authorization: accounts[worker % accounts.length] },
  });
  const source = visitSource(cases);
  return {
    noop: { next: get(() => '/api/v1/kpi/noop', system.operators) },
    kpi: {
      next: get(
        () =>
          `/api/v1/kpi/values?indicator=smi.management_rate&org=${pick(system.orgs)}&period=${pick(system.periods)}`,
        system.officials,
      ),
    },
    list: { next: get(() => `/api/v1/smi/cases/${pick(cases)}/timeline?limit=20`, [system.authorization]) },
    search: {
      next: get(
        () => `/api/v1/smi/cases?org=${pick(system.orgs).slice(0, 9)}&stability=3&limit=20`,
        [system.authorization],
      ),
    },
    create: {
      expect: 201,
      next: (worker) => {
        const { caseId, visitedOn } = source.take(worker, 16);
        return {
          path: `/api/v1/smi/cases/${caseId}/follow-ups`,
          body: visitBody(visitedOn),
          headers: { authorization: system.authorization },
        };
      },
    },
  };
}

/** What the copies are made of: one case with one visit, as the product stores them, counted by the kpi service. */
async function firstVisit(system) {
  const path = `/smi/cases/${system.unvisitedCaseId}/follow-ups`;
  await call(system, 'POST', path, JSON.parse(visitBody('2026-08-20')), system.authorization);
  while ((await system.count('kpi.smi_visit')) === 0) await delay(200);
}

/** A thousand of the cases laid down last, so that both sizes write to cases of the same history. */
async function someCases(system) {
  return await withClient(system, async (client) => {
    const { rows } = await client.query(
      "select id from smi.smi_case where case_no like 'G%' order by case_no desc limit 3000",
    );
    return rows.map((row) => row.id);
  });
}

async function fill(system, cases) {
  await withClient(system, async (client) => {
    const { rows } = await client.query("select count(*)::int as n from smi.smi_case where case_no like 'G%'");
    for (const statement of fillSql(rows[0].n + 1, cases)) await client.query(statement);
    await client.query('analyze');
  });
}

/** Copies of one finished case and visit, spread over the communities, ten visits each at intervals of two months. */
function fillSql(from, to) {
  const copies = (table, template, rows, values) => `insert into ${table}
     select copy.* from ${rows}, (select x as row from ${table} x where ${template} limit 1) t,
     lateral jsonb_populate_record(t.row, jsonb_build_object(${Object.entries(values)
       .map(([key, sql]) => `'${key}', ${sql}`)
       .join(', ')})) copy`;
  const visits = `fill f, generate_series(1, ${VISITS_PER_CASE}) v`;
  const day = "(date '2026-08-20' - (10 - v) * 60)";
  return [
    'drop table if exists pg_temp.fill',
    `create temporary table fill as
     select n, gen_random_uuid() as id, gen_random_uuid() as person, 'G' || lpad(n::text, 8, '0') as case_no, u.code as org
     from generate_series(${from}, ${to}) n
     join (select code, row_number() over (order by code) - 1 as k, count(*) over () as all_units
           from registry.org where tier = 'community') u on u.k = n % u.all_units`,
    copies('smi.smi_case', "last_visit_on is not null and case_no not like 'G%'", 'fill f', {
      id: 'f.id',
      person_id: 'f.person',
      case_no: 'f.case_no',
      org: 'f.org',
      last_visit_on: "'2026-08-20'",
      next_due_on: "'2026-11-20'",
      // Sealed values belong to the row they were written for.
      guardian: 'null',
      sealed_name: "''",
    }),
    copies('smi.follow_up', "kind = 'visit' and complete", visits, {
      id: 'gen_random_uuid()',
      case_id: 'f.id',
      org: 'f.org',
      visited_on: day,
    }),
    copies('kpi.smi_subject', "case_no not like 'G%'", 'fill f', {
      case_id: 'f.id',
      person_id: 'f.person',
      case_no: 'f.case_no',
      org: 'f.org',
      all_orgs: 'array[f.org]',
      org_runs: "jsonb_build_array(jsonb_build_object('first', 1, 'last', null, 'org', f.org, 'from', '2023-12-01'))",
      evaluated_on: "'2000-01-01'",
      next_change_on: "'2000-01-01'",
    }),
    copies('kpi.smi_visit', "kind = 'visit' and complete", visits, {
      follow_up_id: 'gen_random_uuid()',
      case_id: 'f.id',
      org: 'f.org',
      visited_on: day,
      due_on_before: 'null',
      next_due_on: 'null',
    }),
  ];
}

/** The kpi service evaluates at its start what has not been evaluated for today. */
async function rebuildKpi(system) {
  await withClient(system, (client) => client.query("update kpi.projection_state set day = '2000-01-01'"));
  await system.kill('kpi');
  system.start('kpi');
  await untilReady(system.url);
  for (let waited = 0; waited < 1800; waited++) {
    const late = await withClient(system, async (client) => {
      const { rows } = await client.query(
        "select exists (select 1 from kpi.smi_subject where evaluated_on < '2026-11-23') as late",
      );
      return rows[0].late;
    });
    if (!late) return;
    await delay(1000);
  }
  throw new Error('The kpi service did not finish its evaluation in half an hour.');
}

/** What laying down so much at once leaves for PostgreSQL to do is done before anything is measured; a district grows by the day. */
async function settle(system) {
  await withClient(system, async (client) => {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  });
}

async function withClient(system, work) {
  const client = new pg.Client({ connectionString: system.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
