import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { INSTALLATION } from '#tier';

/** One file of the built console, held in memory. */
export interface ConsoleFile {
  readonly type: string;
  readonly body: Buffer;
  /** The same, as it was compressed at the build; the keys are content codings. */
  readonly compressed: Readonly<Partial<Record<Coding, Buffer>>>;
  readonly etag: string;
  /** Its name tells its contents: a browser need never ask again. */
  readonly immutable: boolean;
}

export type Coding = 'br' | 'gzip';

const SUFFIXES: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' };

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Stands in `index.html` where the number used once of the answer belongs. */
const NONCE_MARK = '__CSP_NONCE__';

/** What `npm run build` made of apps/console. No path of a request ever reaches the disk. */
export class ConsoleFiles {
  private readonly files: ReadonlyMap<string, ConsoleFile>;
  private readonly index: string | undefined;

  constructor(folder: URL | undefined = builtConsole()) {
    const names = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
    this.files = new Map(names.flatMap((name) => load(name, folder)));
    const page = folder === undefined ? undefined : new URL('index.html', folder);
    this.index = page !== undefined && existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  }

  /** A file by its path, which begins with a slash. */
  find(path: string): ConsoleFile | undefined {
    return this.files.get(path);
  }

  /** The page itself, the same at every path of it; nothing where the console has not been built. */
  page(nonce: string): string | undefined {
    return this.index?.replaceAll(NONCE_MARK, nonce);
  }
}

function builtConsole(): URL | undefined {
  const place = new URL('apps/console/dist/', INSTALLATION);
  return existsSync(new URL('index.html', place)) ? place : undefined;
}

function load(name: string, folder: URL | undefined): [string, ConsoleFile][] {
  const type = TYPES[extname(name)];
  if (folder === undefined || type === undefined) return [];
  const path = new URL(name, folder);
  const body = readFileSync(path);
  const compressed = Object.fromEntries(
    Object.entries(SUFFIXES)
      .map(([coding, suffix]) => [coding, new URL(`${path.href}${suffix}`)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([coding, file]) => [coding, readFileSync(file)]),
  );
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return [[`/${name}`, { type, body, compressed, etag, immutable: name.startsWith('assets/') }]];
}
