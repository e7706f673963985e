import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoringService } from '../platform/provision-database.js';

const KEY_BYTES = 32;
const ID_BYTES = 4;

/** A key of a file. The id is the first bytes of its hash: enough to tell keys apart, nothing to attack. */
export interface FileKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Where the keys of a node lie; outside the database and its dumps. */
export const keyFile = {
  field: (directory: string, service: string): string => join(directory, 'field', `${service}.key`),
  blind: (directory: string, service: string): string => join(directory, 'blind', `${service}.key`),
  bus: (directory: string): string => join(directory, 'bus.key'),
};

/** Every file of keys that a node with these services needs. */
export function keyFilesOf(directory: string, services: readonly StoringService[]): string[] {
  return [
    keyFile.bus(directory),
    ...services.flatMap((service) => [keyFile.field(directory, service), keyFile.blind(directory, service)]),
  ];
}

/** Reads a file of keys, base64, one a line: the first seals, all of them open. */
export function readKeyRing(path: string): FileKey[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`the key file ${path} cannot be read; it is made once when the node is set up (ensureKeys)`, {
      cause: error,
    });
  }
  const keys = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fileKey(line, path));
  if (keys.length === 0) throw new Error(`the key file ${path} is empty`);
  return keys;
}

function fileKey(line: string, path: string): FileKey {
  const key = Buffer.from(line.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`the key file ${path} holds a line that is not a key of 32 bytes`);
  return { key, id: createHash('sha256').update(key).digest().subarray(0, ID_BYTES).toString('hex') };
}
