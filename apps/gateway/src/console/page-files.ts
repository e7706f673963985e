import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';

/** One file of the page, read at the start. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Beside the sources, or, in a build (which copies scripts only), in the checkout or image the build belongs to. */
const PLACES = ['../../public/', '../../../../../apps/gateway/public/'];

/** The few files of the first page, held in memory: no path of a request ever reaches the disk. */
@Injectable()
export class PageFiles {
  private readonly files: ReadonlyMap<string, PageFile>;

  constructor() {
    const folder = PLACES.map((place) => new URL(place, import.meta.url)).find((place) =>
      existsSync(new URL('index.html', place)),
    );
    const names = folder === undefined ? [] : readdirSync(folder);
    this.files = new Map(
      names.flatMap((name) => {
        const type = TYPES[extname(name)];
        return folder === undefined || type === undefined ? [] : [[name, load(new URL(name, folder), type)] as const];
      }),
    );
  }

  find(name: string): PageFile | undefined {
    return this.files.get(name);
  }
}

function load(path: URL, type: string): PageFile {
  const body = readFileSync(path);
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
