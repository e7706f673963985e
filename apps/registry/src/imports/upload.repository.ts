import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher, type FieldPlace, type Tx } from '#persistence';

/** Uploaded files in pieces, sealed, so that any instance can go on with a job. */
@Injectable()
export class UploadRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async begin(tx: Tx, id: string, fileName: string, userId: string): Promise<void> {
    await tx.query(`insert into import_upload (id, file_name, created_by) values ($1, $2, $3)`, [id, fileName, userId]);
  }

  /** Name of a user's upload that no job has taken yet. */
  async findName(tx: Tx, id: string, userId: string): Promise<string | undefined> {
    const rows = await tx.query<{ fileName: string }>(
      `select file_name as "fileName" from import_upload where id = $1::uuid and created_by = $2`,
      [id, userId],
    );
    return rows[0]?.fileName;
  }

  /** Stores a piece; the same piece again changes nothing. */
  async addPiece(tx: Tx, uploadId: string, index: number, data: Buffer): Promise<void> {
    const sealed = this.cipher.sealBytes(data, piecePlace(uploadId, index));
    await tx.query(
      `insert into import_chunk (upload_id, idx, size, digest, data) values ($1::uuid, $2, $3, $4, $5)
       on conflict do nothing`,
      [uploadId, index, data.byteLength, createHash('sha256').update(data).digest(), sealed],
    );
  }

  /** Number of pieces, their bytes, and the highest index. */
  async extent(tx: Tx, uploadId: string): Promise<{ pieces: number; bytes: number; last: number }> {
    const rows = await tx.query<{ pieces: number; bytes: number; last: number }>(
      `select count(*)::integer as pieces, coalesce(sum(size), 0)::integer as bytes, coalesce(max(idx), -1) as last
         from import_chunk where upload_id = $1::uuid`,
      [uploadId],
    );
    return rows[0] ?? { pieces: 0, bytes: 0, last: -1 };
  }

  /** The same for the same content, whatever the upload. */
  async contentDigest(tx: Tx, uploadId: string): Promise<string> {
    const rows = await tx.query<{ digest: string }>(
      `select encode(sha256(string_agg(digest, ''::bytea order by idx)), 'hex') as digest
         from import_chunk where upload_id = $1::uuid`,
      [uploadId],
    );
    return rows[0]?.digest ?? '';
  }

  /** Bytes of every piece, in order. */
  async sizes(tx: Tx, uploadId: string): Promise<number[]> {
    const sql = `select size from import_chunk where upload_id = $1::uuid order by idx`;
    return (await tx.query<{ size: number }>(sql, [uploadId])).map((row) => row.size);
  }

  async readPiece(tx: Tx, uploadId: string, index: number): Promise<Buffer> {
    const rows = await tx.query<{ data: Buffer }>(
      `select data from import_chunk where upload_id = $1::uuid and idx = $2`,
      [uploadId, index],
    );
    const sealed = rows[0]?.data;
    if (sealed === undefined) throw new Error(`piece ${String(index)} of an upload is gone`);
    return this.cipher.openBytes(sealed, piecePlace(uploadId, index));
  }

  async remove(tx: Tx, uploadId: string): Promise<void> {
    await tx.query(`delete from import_upload where id = $1::uuid`, [uploadId]);
  }

  /** Uploads that never became a job. */
  async removeAbandoned(tx: Tx): Promise<void> {
    await tx.query(
      `delete from import_upload u where u.created_at < now() - interval '1 day'
          and not exists (select from import_job j where j.upload_id = u.id and j.status = 'running')`,
    );
  }
}

function piecePlace(uploadId: string, index: number): FieldPlace {
  return { table: 'import_chunk', column: 'data', rowId: `${uploadId}/${String(index)}` };
}
