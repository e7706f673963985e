import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { natsBinary, projectTool } from '#testing';

/** What `tools/servers` answers for a server it has started. */
interface StartedServer {
  readonly url: string;
  readonly port: number;
  /** Of the guard that stands between us and the server. */
  readonly pid: number;
  readonly monitorUrl?: string;
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

interface Place {
  readonly dataDir: string;
  readonly logFile: string;
  readonly preferredPort?: number;
}

/** A server of one suite's own, to be killed and started again at the same address on the same data. */
export class OwnServer {
  private constructor(
    private readonly folder: string,
    private readonly pidFile: string,
    private readonly launch: (port?: number) => Promise<StartedServer>,
    private running: StartedServer,
  ) {}

  static postgres(): Promise<OwnServer> {
    return OwnServer.start('postmaster.pid', async (place) => {
      const { startEmbeddedPostgres } =
        await projectTool<Record<'startEmbeddedPostgres', Starter>>('servers/embedded-postgres');
      const settings = { max_connections: 60, shared_buffers: '64MB' };
      return startEmbeddedPostgres({ ...place, settings, password: 'only-for-this-suite' });
    });
  }

  static nats(): Promise<OwnServer> {
    return OwnServer.start('nats.pid', async (place) => {
      const { startEmbeddedNats } = await projectTool<Record<'startEmbeddedNats', Starter>>('servers/embedded-nats');
      return startEmbeddedNats({ ...place, binary: await natsBinary() });
    });
  }

  private static async start(pidFile: string, start: (place: Place) => Promise<StartedServer>): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'xinqiao-own-'));
    const place = { dataDir: folder, logFile: `${folder}.log` };
    const launch = (port?: number): Promise<StartedServer> =>
      start(port === undefined ? place : { ...place, preferredPort: port });
    return new OwnServer(folder, join(folder, pidFile), launch, await launch());
  }

  get url(): string {
    return this.running.url;
  }

  get monitorUrl(): string | undefined {
    return this.running.monitorUrl;
  }

  /** As a power cut would: no last word, no clean-up. */
  async kill(): Promise<void> {
    process.kill(this.serverPid(), 'SIGKILL');
    await this.running.exited;
  }

  private serverPid(): number {
    return Number(readFileSync(this.pidFile, 'utf8').split('\n')[0]);
  }

  /**
   * Killed, and its parent does not ask how it ended until `bury` is called: its number stays taken, as it does for a
   * moment wherever everything is killed at once.
   */
  killUnburied(): { bury(): Promise<void> } {
    const { pid, exited } = this.running;
    process.kill(pid, 'SIGSTOP');
    process.kill(this.serverPid(), 'SIGKILL');
    return {
      bury: async () => {
        process.kill(pid, 'SIGCONT');
        await exited;
      },
    };
  }

  async restart(): Promise<void> {
    const { port } = this.running;
    this.running = await this.launch(port);
    if (this.running.port !== port) throw new Error(`port ${port} was taken by somebody else meanwhile`);
  }

  async remove(): Promise<void> {
    await this.running.stop();
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(`${this.folder}.log`, { force: true });
  }
}

type Starter = (options: object) => Promise<StartedServer>;
