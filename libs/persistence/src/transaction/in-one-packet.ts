import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/** What the typings keep to themselves: the driver's stream can hold writes back. */
type CorkableClient = PoolClient & { readonly connection: { readonly stream: Writable } };

/** Statements sent inside travel in one packet: a write to the socket costs more than a short statement. */
export function inOnePacket<T>(client: PoolClient, sending: () => T): T {
  const { stream } = (client as CorkableClient).connection;
  stream.cork();
  try {
    return sending();
  } finally {
    stream.uncork();
  }
}
