import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal, ROOT } from '../bootstrap/project.mjs';
import { commandLine } from '../servers/left-over.mjs';
import { canReach, serverUser } from '../servers/server-user.mjs';

/** Where the embedded database, the streams and the keys live between runs. */
export class DataFolder {
  constructor(path = process.env.XINQIAO_DATA?.trim() || join(ROOT, '.xinqiao')) {
    this.path = resolve(path);
    try {
      mkdirSync(join(this.path, 'logs'), { recursive: true });
      mkdirSync(this.keys, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new Refusal(
        `The data folder ${this.path} cannot be used (${error.code}). Set XINQIAO_DATA to one that can.`,
      );
    }
  }

  get keys() {
    return join(this.path, 'keys');
  }

  log(server) {
    return join(this.path, 'logs', `${server}.log`);
  }

  file(name) {
    return join(this.path, name);
  }

  /** Below the data folder, or, when PostgreSQL's user cannot go there, in a place of its own; `moved` says so. */
  postgres() {
    const usual = join(this.path, 'postgres');
    const user = serverUser();
    if (existsSync(join(usual, 'PG_VERSION')) ? canReach(user, usual) : canReach(user, this.path)) {
      return { path: usual, moved: undefined };
    }
    // Named in the keys folder: who deletes the data folder starts afresh, and never meets data whose keys are gone.
    const own = join('/var/lib/xinqiao', this.secret('postgres-place'), 'postgres');
    mkdirSync(dirname(own), { recursive: true, mode: 0o755 });
    return { path: own, moved: `${own} (user "${user.name}" cannot enter ${this.path})` };
  }

  /** A secret that is made once and then stays. */
  secret(name) {
    const file = join(this.keys, name);
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    const value = randomBytes(24).toString('base64url');
    writeFileSync(`${file}.new`, `${value}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return value;
  }

  read(name) {
    try {
      return JSON.parse(readFileSync(this.file(name), 'utf8'));
    } catch {
      return undefined;
    }
  }

  write(name, value) {
    writeFileSync(`${this.file(name)}.new`, `${JSON.stringify(value)}\n`);
    renameSync(`${this.file(name)}.new`, this.file(name));
  }

  /** One running system a folder. A file left by a process that is gone is nobody's. */
  occupy() {
    const other = this.read('running.json');
    if (other && other.pid !== process.pid && commandLine(other.pid).includes('run.mjs')) {
      const where = other.address ? ` at ${other.address}` : '';
      throw new Refusal(
        `Xinqiao already runs on ${this.path}${where} (process ${other.pid}). ` +
          `Stop it first (Ctrl-C where it runs, or: kill ${other.pid}), or set XINQIAO_DATA to another folder.`,
      );
    }
    this.write('running.json', { pid: process.pid });
  }

  release() {
    rmSync(this.file('running.json'), { force: true });
  }
}
