import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '#contracts';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { Lease } from '../transaction/lease.js';
import { aesSuite } from './aes-suite.js';
import { keyFile, readKeyRing, type FileKey } from './key-ring.js';

/** A data key in clear; only ever in memory. */
export interface DataKey {
  readonly version: number;
  readonly key: Buffer;
  readonly activeAt: number;
}

interface StoredKey {
  readonly version: number;
  readonly kek_id: string;
  readonly wrapped: Buffer;
  readonly active_at: Date;
}

const REFRESH_MS = 20_000;
/** Between storing a new key and sealing with it: longer than a refresh, so that every process can open what others seal. */
const HAND_OVER_SECONDS = 60;
const RETRY_MS = 1_000;

const LOAD = 'select version, kek_id, wrapped, active_at from field_key order by version';
const ADD = `insert into field_key (version, suite, kek_id, wrapped, active_at)
  values ($1, $2, $3, $4, now() + make_interval(secs => $5)) on conflict (version) do nothing`;

/** The data keys of a service: stored wrapped in `field_key`, unwrapped with the key file that never enters the database. */
@Injectable()
export class FieldKeyStore implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(FieldKeyStore.name);
  private readonly ring: readonly FileKey[];
  private keys = new Map<number, DataKey>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {
    this.ring = readKeyRing(keyFile.field(settings.keysDirectory, settings.service));
  }

  /** Waits for the database and its tables: a service may be started before them. */
  async onModuleInit(): Promise<void> {
    while (!(await this.loadOrReport())) await sleep(RETRY_MS);
    this.timer = setInterval(() => void this.loadOrReport(), REFRESH_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** The key to seal with. */
  current(): DataKey {
    const now = Date.now();
    let current: DataKey | undefined;
    for (const key of this.keys.values()) {
      if (!current || (key.activeAt <= now && key.version > current.version)) current = key;
    }
    if (!current) throw new DomainError('COMMON.UNAVAILABLE', { retryAfterSeconds: 1, detail: 'no field key yet' });
    return current;
  }

  /** The key of a version; one that another process has just made is fetched for the next attempt. */
  version(version: number): Buffer {
    const found = this.keys.get(version);
    if (found) return found.key;
    void this.loadOrReport();
    throw new DomainError('COMMON.UNAVAILABLE', {
      retryAfterSeconds: 1,
      detail: `field key ${version.toString()} of ${this.settings.service} is not known here`,
    });
  }

  async rotate(handOverSeconds = HAND_OVER_SECONDS): Promise<number> {
    await this.load();
    const version = Math.max(0, ...this.keys.keys()) + 1;
    await this.add(version, handOverSeconds);
    await this.load();
    return version;
  }

  private async loadOrReport(): Promise<boolean> {
    try {
      await this.load();
      if (this.keys.size === 0) {
        await this.add(1, 0);
        await this.load();
      }
      return true;
    } catch (error) {
      this.logger.warn(`field keys of ${this.settings.service} cannot be read yet: ${(error as Error).message}`);
      return false;
    }
  }

  private async load(): Promise<void> {
    const rows = (await this.send(LOAD, [])) as StoredKey[];
    this.keys = new Map(rows.map((row) => [row.version, this.unwrap(row)]));
  }

  private async add(version: number, handOverSeconds: number): Promise<void> {
    const kek = this.ring[0] as FileKey;
    const wrapped = aesSuite.seal(kek.key, randomBytes(aesSuite.keyBytes), this.bound(version));
    // Two processes may start at once: the first one's key stands, and both read it back.
    await this.send(ADD, [version, aesSuite.id, kek.id, wrapped, handOverSeconds]);
  }

  private unwrap(row: StoredKey): DataKey {
    const known = this.keys.get(row.version);
    if (known) return known;
    const kek = this.ring.find((each) => each.id === row.kek_id);
    if (!kek) throw new Error(`field key ${row.version.toString()} is wrapped by another key file (${row.kek_id})`);
    const key = aesSuite.open(kek.key, row.wrapped, this.bound(row.version));
    return { version: row.version, key, activeAt: row.active_at.getTime() };
  }

  private bound(version: number): Buffer {
    return Buffer.from(JSON.stringify(['field_key', this.settings.service, version]));
  }

  private async send(text: string, values: unknown[]): Promise<unknown[]> {
    const lease = await Lease.take(this.dataSource);
    try {
      return (await lease.send({ text, values })).rows as unknown[];
    } finally {
      await lease.giveBack();
    }
  }
}
