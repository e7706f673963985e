import { Injectable } from '@nestjs/common';
import type { Org } from '#contracts';
import type { Tx } from '#persistence';

/** A unit in one of its periods. */
export interface OrgState {
  readonly code: string;
  readonly name: string;
  readonly tier: string;
  readonly urbanRural: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly parent: string | null;
  readonly version: number;
}

export interface OrgFilter {
  readonly asOf: string;
  readonly parent?: string | undefined;
  readonly tier?: string | undefined;
  readonly after: string;
  readonly limit: number;
}

const COLUMNS = `code, name, tier, urban_rural as "urbanRural", valid_from as "validFrom", valid_to as "validTo", parent, version`;
const VALID = 'valid_from <= $1::date and (valid_to is null or valid_to >= $1::date)';

@Injectable()
export class OrgRepository {
  /** The period that covers a day; without one the latest. */
  async find(tx: Tx, code: string, asOf: string): Promise<OrgState | undefined> {
    const rows = await tx.query<OrgState>(
      `select ${COLUMNS} from org where code = $2 order by (${VALID}) desc, valid_from desc limit 1`,
      [asOf, code],
    );
    return rows[0];
  }

  /** The period that covers a day, if any. */
  async findValid(tx: Tx, code: string, day: string): Promise<OrgState | undefined> {
    const rows = await tx.query<OrgState>(`select ${COLUMNS} from org where code = $2 and ${VALID}`, [day, code]);
    return rows[0];
  }

  async findVersion(tx: Tx, code: string, version: number): Promise<OrgState | undefined> {
    const rows = await tx.query<OrgState>(`select ${COLUMNS} from org where code = $1 and version = $2 for update`, [
      code,
      version,
    ]);
    return rows[0];
  }

  /** Which of the codes name a unit that is valid on a day. */
  async validCodes(tx: Tx, codes: readonly string[], day: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(`select code from org where ${VALID} and code = any ($2)`, [
      day,
      codes,
    ]);
    return new Set(rows.map((row) => row.code));
  }

  async list(tx: Tx, filter: OrgFilter): Promise<OrgState[]> {
    return tx.query<OrgState>(
      `select ${COLUMNS} from org
        where ${VALID} and code > $2 and ($3::text is null or parent = $3) and ($4::text is null or tier = $4)
        order by code limit $5`,
      [filter.asOf, filter.after, filter.parent ?? null, filter.tier ?? null, filter.limit],
    );
  }

  /** A period of the same code that shares a day with the given one. */
  async findOverlap(tx: Tx, org: Pick<OrgState, 'code' | 'validFrom' | 'validTo'>): Promise<OrgState | undefined> {
    const rows = await tx.query<OrgState>(
      `select ${COLUMNS} from org where code = $1 and valid_from <= coalesce($3::date, 'infinity')
          and coalesce(valid_to, 'infinity') >= $2::date order by valid_from limit 1`,
      [org.code, org.validFrom, org.validTo],
    );
    return rows[0];
  }

  /** Inserts a period; the version counts on from the code's other periods. */
  async insert(tx: Tx, org: Omit<OrgState, 'version'>): Promise<OrgState> {
    const rows = await tx.query<OrgState>(
      `insert into org (county, code, valid_from, valid_to, name, tier, urban_rural, parent, version)
       select left($1, 6), $1, $2, $3, $4, $5, $6, $7, coalesce(max(o.version), 0) + 1 from org o where o.code = $1
       returning ${COLUMNS}`,
      [org.code, org.validFrom, org.validTo, org.name, org.tier, org.urbanRural, org.parent],
    );
    return rows[0] as OrgState;
  }

  async update(tx: Tx, org: OrgState): Promise<OrgState> {
    const rows = await tx.query<OrgState>(
      `update org set name = $3, urban_rural = $4, valid_to = $5, recorded_at = now(),
          version = (select max(o.version) + 1 from org o where o.code = $1)
        where code = $1 and valid_from = $2 returning ${COLUMNS}`,
      [org.code, org.validFrom, org.name, org.urbanRural, org.validTo],
    );
    return rows[0] as OrgState;
  }
}

/** The proto form: what is null is left out. */
export function toOrg(state: OrgState): Omit<Org, '$typeName' | '$unknown'> {
  const { urbanRural, validTo, parent, ...rest } = state;
  return {
    ...rest,
    ...(urbanRural === null ? {} : { urbanRural }),
    ...(validTo === null ? {} : { validTo }),
    ...(parent === null ? {} : { parent }),
  };
}
