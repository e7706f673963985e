import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

export interface PopulationState {
  readonly org: string;
  readonly year: number;
  readonly resident: number;
  readonly registered: number | null;
  readonly version: number;
}

const COLUMNS = 'org, year, resident, registered, version';

@Injectable()
export class PopulationRepository {
  async find(tx: Tx, org: string, year: number): Promise<PopulationState | undefined> {
    const rows = await tx.query<PopulationState>(`select ${COLUMNS} from population where org = $1 and year = $2`, [
      org,
      year,
    ]);
    return rows[0];
  }

  /** Every year of a unit, the latest first. */
  ofUnit(tx: Tx, org: string): Promise<PopulationState[]> {
    return tx.query<PopulationState>(`select ${COLUMNS} from population where org = $1 order by year desc`, [org]);
  }

  /** Stores the figure when the stored version is the expected one (0: none stored yet). */
  async store(tx: Tx, figure: PopulationState, expectedVersion: number): Promise<PopulationState | undefined> {
    const rows = await tx.query<PopulationState>(
      `insert into population as p (org, year, resident, registered, version) values ($1, $2, $3, $4, 1)
       on conflict (org, year) do update
         set resident = excluded.resident, registered = excluded.registered, version = p.version + 1, recorded_at = now()
         where p.version = $5
       returning ${COLUMNS}`,
      [figure.org, figure.year, figure.resident, figure.registered, expectedVersion],
    );
    return rows[0];
  }
}
