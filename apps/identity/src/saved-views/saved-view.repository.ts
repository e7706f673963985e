import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

export interface SavedViewRow {
  readonly page: string;
  readonly name: string;
  readonly filter: object;
  readonly updated_at: Date;
}

/** Filters users have kept; each one's own. */
@Injectable()
export class SavedViewRepository {
  list(tx: Tx, accountId: string, page: string): Promise<SavedViewRow[]> {
    return tx.query<SavedViewRow>(
      'select page, name, filter, updated_at from saved_view where account_id = $1 and page = $2 order by name',
      [accountId, page],
    );
  }

  async find(tx: Tx, accountId: string, page: string, name: string): Promise<SavedViewRow | undefined> {
    const rows = await tx.query<SavedViewRow>(
      'select page, name, filter, updated_at from saved_view where account_id = $1 and page = $2 and name = $3',
      [accountId, page, name],
    );
    return rows[0];
  }

  async put(tx: Tx, accountId: string, view: { page: string; name: string; json: string; at: Date }): Promise<void> {
    await tx.query(
      `insert into saved_view (account_id, page, name, filter, updated_at) values ($1, $2, $3, $4::jsonb, $5)
       on conflict (account_id, page, name) do update set filter = excluded.filter, updated_at = excluded.updated_at`,
      [accountId, view.page, view.name, view.json, view.at],
    );
  }

  async remove(tx: Tx, accountId: string, page: string, name: string): Promise<boolean> {
    const rows = await tx.query(
      'delete from saved_view where account_id = $1 and page = $2 and name = $3 returning name',
      [accountId, page, name],
    );
    return rows.length > 0;
  }
}
