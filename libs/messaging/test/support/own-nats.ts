import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort, natsBinary } from '#testing';

/** A nats-server of one suite's own, to be stopped, killed and started again on the same port and store. */
export class OwnNats {
  readonly url: string;
  readonly monitorUrl: string;
  private child: ChildProcess | undefined;

  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    readonly port: number,
    monitorPort: number,
    private readonly configFile: string,
  ) {
    this.url = `nats://127.0.0.1:${port}`;
    this.monitorUrl = `http://127.0.0.1:${monitorPort}`;
  }

  /** `configure` answers the rest of the configuration file; default: JetStream that flushes always. */
  static async create(configure: (folder: string) => string = alwaysFlushing): Promise<OwnNats> {
    const folder = mkdtempSync(join(tmpdir(), 'xinqiao-own-nats-'));
    const [port, monitorPort] = [await freePort(), await freePort()];
    const configFile = join(folder, 'nats.conf');
    writeFileSync(configFile, `listen: "127.0.0.1:${port}"\nhttp: "127.0.0.1:${monitorPort}"\n${configure(folder)}\n`);
    return new OwnNats(await natsBinary(), folder, port, monitorPort, configFile);
  }

  async start(): Promise<this> {
    this.child = spawn(this.binary, ['-c', this.configFile], { stdio: 'ignore' });
    const end = Date.now() + 15_000;
    while (!(await this.isReady())) {
      if (this.child.exitCode !== null || Date.now() > end)
        throw new Error(`nats-server does not start: ${this.configFile}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.monitorUrl}/healthz`, { signal: AbortSignal.timeout(1_000) });
      return answer.ok;
    } catch {
      return false;
    }
  }
}

function alwaysFlushing(folder: string): string {
  return `jetstream { store_dir: "${folder}", sync_interval: always }`;
}
