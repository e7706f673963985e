import { open, type FileHandle } from 'node:fs/promises';

/** Bytes that can be read at any place: an upload in pieces, a decrypted store. */
export interface RandomAccess {
  /** Size in bytes. */
  readonly size: number;
  /** Reads exactly `length` bytes; the range always lies inside the file. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Where a table comes from: the path of a file, its bytes, or a store of them. */
export type TableSource = string | Uint8Array | RandomAccess;

/** A source that is open and must be closed. */
export interface OpenSource extends RandomAccess {
  close(): Promise<void>;
}

/** Bytes asked for at once. */
const PIECE = 256 * 1024;

/** Opens a source; files are read in place, never as a whole. */
export async function openSource(source: TableSource): Promise<OpenSource> {
  if (typeof source === 'string') return openFile(await open(source, 'r'));
  if (source instanceof Uint8Array) {
    return {
      size: source.byteLength,
      read: (position, length) => Promise.resolve(source.subarray(position, position + length)),
      close: () => Promise.resolve(),
    };
  }
  return {
    size: source.size,
    read: (position, length) => source.read(position, length),
    close: () => Promise.resolve(),
  };
}

/** The bytes from `start` up to `end`, piece by piece. */
export async function* piecesOf(source: RandomAccess, start = 0, end = source.size): AsyncGenerator<Uint8Array> {
  for (let position = start; position < end;) {
    const piece = await source.read(position, Math.min(PIECE, end - position));
    if (piece.byteLength === 0) throw new Error('the source ended before its size');
    yield piece;
    position += piece.byteLength;
  }
}

async function openFile(handle: FileHandle): Promise<OpenSource> {
  try {
    const { size } = await handle.stat();
    return { size, read: (position, length) => readAt(handle, position, length), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
