import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

/** Prepared files in parts, so that any instance can serve any of them. */
@Injectable()
export class ReportPartRepository {
  async add(tx: Tx, reportId: string, part: number, data: Uint8Array): Promise<void> {
    await tx.query(`insert into report_part (report_id, part, created_by, data) values ($1::uuid, $2, $3, $4)`, [
      reportId,
      part,
      tx.caller.id,
      data,
    ]);
  }

  /** A part of the caller's own report. */
  async read(tx: Tx, reportId: string, part: number): Promise<Buffer | undefined> {
    const rows = await tx.query<{ data: Buffer }>(
      `select data from report_part where report_id = $1::uuid and part = $2 and created_by = $3`,
      [reportId, part, tx.caller.id],
    );
    return rows[0]?.data;
  }

  async removeOld(tx: Tx): Promise<void> {
    await tx.query(`delete from report_part where created_at < now() - interval '1 hour'`);
  }
}
