import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog, AuditSealer, DatabaseHealth, FieldCipher, UnitOfWork } from '#persistence';
import { openModule, STREET_A, startSample, worker, type SampleService } from './sample-service.js';

/** The server is ready for the next statement. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const FAREWELL = 'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0';

/** An error of the server that belongs to no statement. */
function farewell(): Buffer {
  const head = Buffer.from([0x45, 0, 0, 0, 0]);
  head.writeInt32BE(4 + FAREWELL.length, 1);
  return Buffer.concat([head, Buffer.from(FAREWELL)]);
}

/** Stands between the service and PostgreSQL, to take the database away and give it back. */
class Link {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  /** Bytes towards the service are thrown away: the server works, nobody hears it. */
  mute = false;
  /** So many times the server goes the moment it is ready, and says so in the same chunk. */
  farewells = 0;

  constructor(
    private readonly target: { host: string; port: number },
    public port = 0,
  ) {}

  async open(): Promise<void> {
    const server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as { port: number }).port;
    this.server = server;
  }

  /** Refuses new connections and breaks those that are open. */
  async cut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        this.sockets.delete(socket);
      });
    }
    near.pipe(far);
    far.on('data', (chunk) => {
      if (this.mute) return;
      if (this.farewells > 0 && chunk.subarray(-READY.length).equals(READY)) {
        this.farewells -= 1;
        near.end(Buffer.concat([chunk, farewell()]));
      } else near.write(chunk);
    });
  }
}

let sample: SampleService;
let link: Link;
const everywhere = worker(['']);

function through(url: string, port: number): string {
  const changed = new URL(url);
  changed.hostname = '127.0.0.1';
  changed.port = port.toString();
  return changed.toString();
}

beforeAll(async () => {
  sample = await startSample();
  const { hostname, port } = new URL(sample.settings.databaseUrl);
  link = new Link({ host: hostname, port: Number(port) });
  await link.open();
});
afterAll(async () => {
  await link.cut();
  await sample.close();
});

async function createResident(unitOfWork: UnitOfWork, name: string, key: string = randomUUID()): Promise<string> {
  const context = { ...everywhere, idempotencyKey: key };
  return unitOfWork.write({ context, operation: 'test.Create' }, async (tx) => {
    await tx.query('insert into resident (id, org, name) values ($1, $2, $3)', [randomUUID(), STREET_A, name]);
    return name;
  });
}

describe('a service whose database goes away', () => {
  it('refuses with COMMON.UNAVAILABLE, keeps running, and works again without a restart', async () => {
    const module = await openModule({
      ...sample.settings,
      databaseUrl: through(sample.settings.databaseUrl, link.port),
    });
    const unitOfWork = module.get(UnitOfWork);
    await createResident(unitOfWork, 'before');
    await link.cut();
    const unavailable = { code: 'COMMON.UNAVAILABLE', options: { retryAfterSeconds: 2 } };
    await expect(createResident(unitOfWork, 'during')).rejects.toMatchObject(unavailable);
    await expect(unitOfWork.read(everywhere.caller, (tx) => tx.query('select 1'))).rejects.toMatchObject(unavailable);
    await expect(unitOfWork.readAudited(everywhere, () => Promise.resolve('data'))).rejects.toMatchObject(unavailable);
    await expect(
      module.get(AuditLog).recordRead(everywhere, { action: 'person.read', subjectKind: 'person' }),
    ).rejects.toMatchObject(unavailable);
    await expect(module.get(DatabaseHealth).check()).rejects.toMatchObject(unavailable);
    await expect(module.get(AuditSealer).sealAll()).rejects.toMatchObject(unavailable);
    await link.open();
    await expect(createResident(unitOfWork, 'after')).resolves.toBe('after');
    await expect(module.get(DatabaseHealth).check()).resolves.toBeUndefined();
    await module.close();
  });

  it('is not ended by a server that goes the moment it has let a connection in', async () => {
    const module = await openModule({
      ...sample.settings,
      databaseUrl: through(sample.settings.databaseUrl, link.port),
    });
    const unitOfWork = module.get(UnitOfWork);
    link.farewells = 12;
    while (link.farewells > 0) {
      await unitOfWork
        .read(everywhere.caller, (tx) => tx.query('select 1'))
        .catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'COMMON.UNAVAILABLE' });
        });
    }
    await expect(unitOfWork.read(everywhere.caller, (tx) => tx.query('select 1'))).resolves.toHaveLength(1);
    await module.close();
  });

  it('in the middle of the work leaves nothing and says unavailable', async () => {
    const module = await openModule({
      ...sample.settings,
      databaseUrl: through(sample.settings.databaseUrl, link.port),
    });
    const unitOfWork = module.get(UnitOfWork);
    const interrupted = unitOfWork.write({ context: everywhere, operation: 'x' }, async (tx) => {
      await tx.query('insert into resident (id, org, name) values ($1, $2, $3)', [
        randomUUID(),
        STREET_A,
        'interrupted',
      ]);
      await link.cut();
      await tx.query('select 1');
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'COMMON.UNAVAILABLE' });
    await link.open();
    const found = await unitOfWork.read(everywhere.caller, (tx) =>
      tx.query("select 1 from resident where name = 'interrupted'"),
    );
    expect(found).toEqual([]);
    await module.close();
  });

  it('while committing says that the outcome is unknown, and the repeat finds the first answer', async () => {
    const module = await openModule({
      ...sample.settings,
      databaseUrl: through(sample.settings.databaseUrl, link.port),
    });
    const unitOfWork = module.get(UnitOfWork);
    const key = randomUUID();
    const context = { ...everywhere, idempotencyKey: key };
    const write = (during: () => Promise<void>): Promise<string> =>
      unitOfWork.write({ context, operation: 'test.Create' }, async (tx) => {
        await tx.query('insert into resident (id, org, name) values ($1, $2, $3)', [randomUUID(), STREET_A, 'unknown']);
        await during();
        return 'first answer';
      });
    const lost = write(() => {
      link.mute = true;
      setTimeout(() => void link.cut(), 300);
      return Promise.resolve();
    });
    await expect(lost).rejects.toMatchObject({ code: 'COMMON.TIMEOUT' });
    link.mute = false;
    await link.open();
    // The COMMIT had arrived. Without the kept answer this would be refused as a duplicate.
    await expect(write(() => Promise.reject(new Error('done twice')))).resolves.toBe('first answer');
    await module.close();
  });

  it('survives its connections being ended by the server', async () => {
    const unitOfWork = sample.module.get(UnitOfWork);
    await Promise.all(
      Array.from({ length: 5 }, () => unitOfWork.read(everywhere.caller, (tx) => tx.query('select pg_sleep(0.05)'))),
    );
    const { rowCount } = await sample.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'xq_smi' and datname = current_database()",
    );
    expect(rowCount).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(createResident(unitOfWork, 'after termination')).resolves.toBeDefined();
  });
});

describe('a service started before its database', () => {
  it('waits, and is ready when the database is there', async () => {
    await link.cut();
    let ready = false;
    const opening = openModule({
      ...sample.settings,
      databaseUrl: through(sample.settings.databaseUrl, link.port),
    }).then((module) => {
      ready = true;
      return module;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(ready).toBe(false);
    await link.open();
    const module = await opening;
    const cipher = module.get(FieldCipher);
    const place = { table: 't', column: 'c', rowId: '1' };
    expect(cipher.open(cipher.seal('x', place), place)).toBe('x');
    await module.close();
  });
});
