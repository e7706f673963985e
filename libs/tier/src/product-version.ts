import { readFileSync } from 'node:fs';

/** Above the sources as well as above the build. */
const PLACES = ['../../../package.json', '../../../../package.json'];

/** The version of this product, as its package says. */
export const PRODUCT_VERSION: string = readVersion();

function readVersion(): string {
  for (const place of PLACES) {
    const { name, version } = readPackage(new URL(place, import.meta.url));
    if (name === 'xinqiao' && version !== undefined) return version;
  }
  throw new Error('package.json of this installation is missing.');
}

function readPackage(file: URL): { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
  } catch {
    return {};
  }
}
