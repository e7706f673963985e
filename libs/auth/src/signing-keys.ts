import { createPrivateKey, generateKeyPairSync, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder below the keys directory in which every verifier finds the public halves. */
export const PUBLIC_KEYS_FOLDER = 'jwt-public';

/** A key signs for this long before the next one takes over. */
const ROTATE_AFTER_MS = 90 * 86_400_000;

/** A superseded public key stays readable for longer than any token it signed lives. */
const OVERLAP_MS = 3_600_000;

const FILE_SUFFIX = '.jwk.json';

/** How a system says that a folder may only be read. */
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

/** A key to sign with. */
export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
  readonly createdAt: number;
}

/** A key on disk: a JWK with our two additions. `issuer` ties the key to the one `iss` it may sign for. */
export interface StoredKey extends JsonWebKey {
  readonly kid: string;
  readonly issuer: string;
  readonly createdAt: string;
}

/** The ES256 key pairs of one issuer: private halves in its own folder, public halves where verifiers look. */
export class SigningKeys {
  private current: SigningKey | undefined;

  constructor(
    private readonly keysDirectory: string,
    private readonly owner: string,
    private readonly issuer: string,
    private readonly now: () => Date,
  ) {}

  /** The newest key; made when there is none, or when the newest has served its time. */
  active(): SigningKey {
    this.current ??= this.newest() ?? this.create();
    if (this.isDue(this.current)) this.current = this.renewed(this.current);
    return this.current;
  }

  private isDue(key: SigningKey): boolean {
    return this.now().getTime() - key.createdAt > ROTATE_AFTER_MS;
  }

  /** Whoever set the node up may have made the next key; a process that may only read goes on with the old one until then. */
  private renewed(due: SigningKey): SigningKey {
    const stored = this.newest();
    if (stored !== undefined && !this.isDue(stored)) return stored;
    try {
      return this.rotate();
    } catch (error) {
      if (READ_ONLY.has((error as NodeJS.ErrnoException).code ?? '')) return due;
      throw error;
    }
  }

  /** Starts a new key. Tokens of the old one stay valid until they expire. */
  rotate(): SigningKey {
    this.current = this.create();
    this.dropSuperseded(this.current);
    return this.current;
  }

  private newest(): SigningKey | undefined {
    const keys = this.stored().sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    const last = keys.at(-1);
    if (last === undefined) return undefined;
    this.publish(last);
    return {
      kid: last.kid,
      key: createPrivateKey({ key: last, format: 'jwk' }),
      createdAt: Date.parse(last.createdAt),
    };
  }

  private create(): SigningKey {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const createdAt = this.now();
    const stored: StoredKey = {
      ...privateKey.export({ format: 'jwk' }),
      kid: `${this.owner}-${randomBytes(9).toString('base64url')}`,
      issuer: this.issuer,
      createdAt: createdAt.toISOString(),
    };
    writeAside(this.privateFolder(), stored.kid, stored, 0o600, 0o700);
    this.publish(stored);
    return { kid: stored.kid, key: privateKey, createdAt: createdAt.getTime() };
  }

  private publish(stored: StoredKey): void {
    const folder = join(this.keysDirectory, PUBLIC_KEYS_FOLDER);
    if (existsSync(join(folder, `${stored.kid}${FILE_SUFFIX}`))) return;
    const { d: _private, ...open } = stored;
    writeAside(folder, stored.kid, { ...open, use: 'sig', alg: 'ES256' }, 0o644, 0o755);
  }

  private dropSuperseded(by: SigningKey): void {
    const before = by.createdAt - OVERLAP_MS;
    const successors = this.stored().filter((key) => key.kid !== by.kid && Date.parse(key.createdAt) < before);
    // The immediate predecessor signed until now: it goes at the next rotation.
    for (const key of successors.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(1)) {
      remove(join(this.privateFolder(), `${key.kid}${FILE_SUFFIX}`));
      remove(join(this.keysDirectory, PUBLIC_KEYS_FOLDER, `${key.kid}${FILE_SUFFIX}`));
    }
  }

  private stored(): StoredKey[] {
    return readKeys(this.privateFolder()).filter((key) => key.issuer === this.issuer);
  }

  private privateFolder(): string {
    return join(this.keysDirectory, this.owner, 'jwt');
  }
}

/** All keys of a folder; files that cannot be read as a key are left out. */
export function readKeys(folder: string): StoredKey[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(FILE_SUFFIX))
    .flatMap((name) => readKey(join(folder, name)));
}

function readKey(path: string): StoredKey[] {
  try {
    const key = JSON.parse(readFileSync(path, 'utf8')) as Partial<StoredKey>;
    const sound = [key.kid, key.issuer, key.createdAt].every((value) => typeof value === 'string');
    return sound && key.kty === 'EC' && key.crv === 'P-256' ? [key as StoredKey] : [];
  } catch {
    return [];
  }
}

/** Writes beside and renames, so that a reader never sees half a key. */
function writeAside(folder: string, kid: string, key: object, mode: number, folderMode: number): void {
  mkdirSync(folder, { recursive: true, mode: folderMode });
  const path = join(folder, `${kid}${FILE_SUFFIX}`);
  writeFileSync(`${path}.new`, JSON.stringify(key, null, 2), { mode, flag: 'wx' });
  renameSync(`${path}.new`, path);
}

function remove(path: string): void {
  if (existsSync(path)) unlinkSync(path);
}
