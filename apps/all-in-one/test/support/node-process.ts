import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testServers } from '#testing';
import { installation } from './installation.js';

const PATIENCE_MS = 60_000;

export interface NodeServers {
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

/** All services of a node in a process of their own, built as for production, to be stopped or killed. */
export class NodeProcess {
  /** Everything it has said so far, over all its lives. */
  output = '';
  address = '';
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly keys: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  static async start(servers: NodeServers, variables: Readonly<Record<string, string>>): Promise<NodeProcess> {
    const keys = mkdtempSync(join(testServers().scratch, 'keys-'));
    const node = new NodeProcess(await installation(), keys, {
      ...variables,
      DATABASE_URL: servers.databaseUrl,
      NATS_URL: servers.natsUrl,
      XINQIAO_KEYS: keys,
      PORT: '0',
    });
    await node.launch();
    return node;
  }

  /** Starts it (again) and waits until every part answers. */
  async launch(): Promise<void> {
    const program = join(this.folder, 'dist', 'apps', 'all-in-one', 'src', 'main.js');
    const child = spawn(process.execPath, ['--enable-source-maps', '--preserve-symlinks-main', program], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], ...this.variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.address = '';
    const listen = (chunk: Buffer): void => {
      this.output += chunk.toString();
      this.address ||= /listens on (http\S+)/.exec(this.output.slice(start))?.[1] ?? '';
    };
    const start = this.output.length;
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code, signal) => {
      // Nobody asked it to end: what it said last is the reason.
      if (code !== 0 && signal === null)
        process.stderr.write(`the node ended by itself:\n${this.output.slice(-3_000)}\n`);
    });
    await this.until(() => this.isReady(), 'ready');
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator would. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.keys, { recursive: true, force: true });
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  async isReady(): Promise<boolean> {
    if (this.address === '') return false;
    const answer = await fetch(`${this.address}/api/health/ready`).catch(() => undefined);
    return answer?.ok === true;
  }

  async until(condition: () => Promise<boolean>, what: string): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; !(await condition()); await new Promise((go) => setTimeout(go, 50))) {
      if (this.isRunning && Date.now() < end) continue;
      throw new Error(`The node is not ${what}. The end of what it said:\n${this.output.slice(-3_000)}`);
    }
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.isRunning) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
