import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { ServiceTokenIssuer } from '#auth';
import { ensureKeys, type StoringService } from '#persistence';
import { systemClock, type ServiceName } from '#tier';
import { STORING_SERVICES } from './services.js';

/** Users of `deploy/nats/nats.conf`. */
const BUS_USERS = ['provisioning', 'gateway', 'identity', 'registry', 'smi', 'kpi'] as const;

/** Only the process it is for mounts the folder; NATS reads its file as root without the right to pass over modes. */
const OWN = 0o400;
const OPEN = 0o444;

/** Mount points of what a service may write, inside what it may only read. */
const WRITABLE = ['audit', 'jwt-public', 'identity'];

/**
 * What the processes of a node are given as files when each is a container: one folder a process, which is a volume that only
 * this process mounts. Everything is made once; what is there stays.
 */
export class NodeSecrets {
  constructor(private readonly root: string) {}

  /** Passwords of PostgreSQL, of every NATS user and of the first administrator; the servers need them to start. */
  async ensurePasswords(): Promise<void> {
    const postgres = await this.ensure('postgres/password');
    const address = `postgres://postgres:${postgres}@postgres:5432/xinqiao`;
    await this.put('prepare/database-url', address, OWN);
    await this.ensure('identity/admin-password');
    const lines: string[] = [];
    for (const user of BUS_USERS) {
      const password = await this.ensure(user === 'provisioning' ? 'prepare/nats-password' : `${user}/nats-password`);
      lines.push(`NATS_${user.toUpperCase()}_PASSWORD=${password}\n`);
    }
    await this.put('nats/passwords.env', lines.join(''), OPEN);
  }

  /** The address under which a service, and nobody else, reaches its own schema. */
  async putDatabaseUrl(service: StoringService, url: string): Promise<void> {
    await this.put(`${service}/database-url`, url, OWN);
  }

  /** Keys: the bus key all services share, the field and index keys of each, the key each signs its own calls with. */
  async ensureServiceKeys(): Promise<void> {
    const services = STORING_SERVICES.map(({ name }) => name);
    await this.shareBusKey(services);
    for (const service of services) {
      await ensureKeys(this.keysOf(service), [service]);
      for (const folder of WRITABLE) await mkdir(join(this.keysOf(service), folder), { recursive: true });
    }
    // Identity may write its own token keys and publish them; the others only read, so theirs are made and renewed here.
    for (const service of ['gateway', 'registry', 'smi', 'kpi'] as const) this.ensureTokenKey(service);
  }

  private async shareBusKey(services: readonly StoringService[]): Promise<void> {
    const files = services.map((service) => join(this.keysOf(service), 'bus.key'));
    const there = await Promise.all(files.map((file) => readOrNothing(file)));
    const first = Math.max(
      0,
      there.findIndex((text) => text !== undefined),
    );
    const [holder, source] = [services[first], files[first]];
    if (holder === undefined || source === undefined) return;
    await ensureKeys(this.keysOf(holder), [holder]);
    for (const [index, service] of services.entries()) {
      if (index === first || there[index] !== undefined) continue;
      await mkdir(this.keysOf(service), { recursive: true, mode: 0o700 });
      await copyFile(source, join(this.keysOf(service), 'bus.key'), constants.COPYFILE_EXCL);
    }
  }

  private ensureTokenKey(service: Exclude<ServiceName, 'identity'>): void {
    new ServiceTokenIssuer({ service, keysDirectory: this.keysOf(service), clock: systemClock }).own('prepare');
  }

  private keysOf(service: ServiceName): string {
    return join(this.root, service, 'keys');
  }

  /** A password made once: a letter first, then letters and digits, so that every configuration format takes it as it is. */
  private async ensure(path: string): Promise<string> {
    const known = await readOrNothing(join(this.root, path));
    if (known !== undefined) return known.trim();
    const made = `x${randomBytes(24).toString('hex')}`;
    await this.put(path, made, OWN);
    return made;
  }

  /** Whole or not at all. */
  private async put(path: string, text: string, mode: number): Promise<void> {
    const target = join(this.root, path);
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(`${target}.new`, text, { mode, flush: true });
    await rename(`${target}.new`, target);
  }
}

async function readOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
