import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's first recommendation for argon2id (docs/adr/0005). A hash carries its own cost, so this may be raised. */
const CURRENT: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const TAG_BYTES = 32;
const AT_ONCE = 2;
const WAITING_AT_MOST = 64;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/-]+)\$([\w+/-]+)$/;

/** argon2id by Node's own crypto. Few at once: each takes 19 MiB and tens of milliseconds of a core. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private absent: Promise<string> | undefined;

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const tag = await this.derive(password, salt, CURRENT);
    const { memory, passes, parallelism } = CURRENT;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
  }

  /** Whether the password belongs to the hash. Without a hash the same work is done, so that time tells nothing. */
  async verify(password: string, hash: string | undefined): Promise<boolean> {
    const match = PHC.exec(hash ?? (await this.hashOfNobody()));
    if (match === null) return false;
    const [, memory, passes, parallelism, salt, tag] = match as unknown as [string, ...string[]];
    const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
    const expected = Buffer.from(tag ?? '', 'base64');
    const actual = await this.derive(password, Buffer.from(salt ?? '', 'base64'), cost);
    return actual.length === expected.length && timingSafeEqual(actual, expected) && hash !== undefined;
  }

  /** Whether a hash was made with less than today's cost. */
  isOutdated(hash: string): boolean {
    const { memory, passes, parallelism } = CURRENT;
    return !hash.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`);
  }

  private hashOfNobody(): Promise<string> {
    this.absent ??= this.hash(randomBytes(18).toString('base64url'));
    return this.absent;
  }

  private async derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
    await this.enter();
    try {
      return await derive(password, nonce, cost);
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= WAITING_AT_MOST) throw new DomainError('COMMON.UNAVAILABLE', { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}

function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost }, (error, tag) => {
      if (error === null) resolve(tag);
      else reject(error);
    });
  });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
