import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The version of this product, as its package says. */
export const PRODUCT_VERSION: string = readVersion();

/** The next one above the sources, the build or a bundle is the product's. */
function readVersion(): string {
  const file = findPackageJSON(import.meta.url);
  const { name, version } = file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Partial<Package>);
  if (name !== 'xinqiao' || version === undefined) throw new Error('package.json of this installation is missing.');
  return version;
}

interface Package {
  readonly name: string;
  readonly version: string;
}
