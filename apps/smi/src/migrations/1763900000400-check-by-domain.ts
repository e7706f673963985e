import { areaPolicySql } from '#persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

type Column = readonly [table: string, column: string, domain: string];

/** Name, type beneath, what a value must be. */
const DOMAINS = [
  ['area_code', 'text collate "C"', "~ '^[0-9]{12}$'"],
  ['county_code', 'text collate "C"', "~ '^[0-9]{6}$'"],
  ['report_type_code', 'text', "in ('onset_report', 'required_registration')"],
  ['consent_decision_code', 'text', "in ('agreed', 'declined')"],
  ['consent_signer_code', 'text', "in ('self', 'guardian')"],
  ['case_status_code', 'text', "in ('registered', 'lost', 'in_hospital', 'transferred_out', 'dead', 'cancelled')"],
  ['case_step_code', 'text', "in ('none', 'two_week_revisit', 'one_month_visit')"],
  ['record_kind_code', 'text', "in ('visit', 'attempt', 'loss', 'death')"],
  ['form_code', 'smallint', 'between 1 and 3'],
  ['loss_reason_code', 'smallint', 'between 1 and 5'],
  ['risk_level_code', 'smallint', 'between 0 and 5'],
  ['stability_code', 'smallint', 'between 1 and 3'],
] as const;

const COLUMNS: readonly Column[] = [
  ['smi_case', 'org', 'area_code'],
  ['smi_case', 'county', 'county_code'],
  ['smi_case', 'report_type', 'report_type_code'],
  ['smi_case', 'consent_decision', 'consent_decision_code'],
  ['smi_case', 'consent_signer', 'consent_signer_code'],
  ['smi_case', 'status', 'case_status_code'],
  ['smi_case', 'step', 'case_step_code'],
  ['smi_case', 'risk_level', 'risk_level_code'],
  ['smi_case', 'stability', 'stability_code'],
  ['follow_up', 'kind', 'record_kind_code'],
  ['follow_up', 'form', 'form_code'],
  ['follow_up', 'loss_reason', 'loss_reason_code'],
  ['follow_up', 'risk_level', 'risk_level_code'],
  ['follow_up', 'stability', 'stability_code'],
];

/** A condition over two columns is no domain's affair. */
const COUNTY_OF_ORG = 'check (left(org, 6) = county)';

/**
 * What a column may hold is said by its type instead of by a check of the table: PostgreSQL reads and prepares the checks of a
 * table anew for every statement that writes to it, which was a seventh of what a recorded visit cost it; a domain is prepared once a
 * connection.
 */
export class CheckByDomain1763900000400 implements MigrationInterface {
  name = 'CheckByDomain1763900000400';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type, condition] of DOMAINS) {
      await runner.query(`create domain ${name} as ${type} check (value ${condition})`);
    }
    await changeTypes(runner, async () => {
      for (const [table, column, domain] of COLUMNS) {
        await runner.query(`alter table ${table} drop constraint ${checkOf(table, column)}`);
        await runner.query(`alter table ${table} alter column ${column} type ${domain}`);
      }
      await runner.query(`alter table smi_case add constraint smi_case_county_of_org ${COUNTY_OF_ORG}`);
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeTypes(runner, async () => {
      await runner.query('alter table smi_case drop constraint smi_case_county_of_org');
      for (const [table, column, domain] of COLUMNS) {
        const [, type, condition] = definitionOf(domain);
        await runner.query(`alter table ${table} alter column ${column} type ${type}`);
        const check = column === 'org' ? `org ${condition} and left(org, 6) = county` : `${column} ${condition}`;
        await runner.query(`alter table ${table} add constraint ${checkOf(table, column)} check (${check})`);
      }
    });
    for (const [name] of DOMAINS) await runner.query(`drop domain ${name}`);
  }
}

/** Policies and conditions of indexes stand on the type of a column: taken off before, put back after. */
async function changeTypes(runner: QueryRunner, change: () => Promise<void>): Promise<void> {
  for (const table of ['smi_case', 'follow_up']) await runner.query(`drop policy ${table}_area on ${table}`);
  await change();
  for (const table of ['smi_case', 'follow_up']) {
    for (const sql of areaPolicySql(table, 'org')) await runner.query(sql);
  }
}

// PostgreSQL named the check over two columns after the table alone.
function checkOf(table: string, column: string): string {
  return column === 'org' ? `${table}_check` : `${table}_${column}_check`;
}

function definitionOf(domain: string): (typeof DOMAINS)[number] {
  const found = DOMAINS.find(([name]) => name === domain);
  if (found === undefined) throw new Error(`no domain ${domain}`);
  return found;
}
