import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

const PACKAGE = productPackage();

/** The folder of this installation, for what lies beside the code: the same for the sources, a build and a bundle. */
export const INSTALLATION: URL = new URL('.', PACKAGE.file);

/** The version of this product, as its package says. */
export const PRODUCT_VERSION: string = PACKAGE.version;

/** The next package above any of our code is the product's. */
function productPackage(): { readonly file: URL; readonly version: string } {
  const path = findPackageJSON(import.meta.url);
  const { name, version } = path === undefined ? {} : (JSON.parse(readFileSync(path, 'utf8')) as Partial<Package>);
  if (path === undefined || name !== 'xinqiao' || version === undefined) {
    throw new Error('package.json of this installation is missing.');
  }
  return { file: pathToFileURL(path), version };
}

interface Package {
  readonly name: string;
  readonly version: string;
}
