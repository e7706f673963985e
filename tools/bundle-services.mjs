// `node tools/bundle-services.mjs [folder]`: makes one file of each service and the packages that are many files, out of the
// built `dist` of a folder (default: here). Containers and the bench start these (docs/adr/0011).
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { SERVICES } from './bootstrap/services.mjs';

const DIST = join(resolve(process.argv[2] ?? '.'), 'dist');

// Thousands of small files between them. Others stay where they are: each is found once, by whoever asks for it.
const MANY_FILES = /^(@nestjs\/|rxjs(\/|$)|typeorm$)/;
// Looked for, never installed.
const ABSENT = /^@nestjs\/(websockets|platform-express)(\/|$)/;

/** Whether a package stays outside. One that lies within another package would not be found from the bundle. */
function isOutside(id, importer) {
  if (/^[./#]/.test(id) || id.startsWith('node:')) return false;
  if (ABSENT.test(id)) return true;
  const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/');
  return !MANY_FILES.test(id) && folderOf(name, importer) === folderOf(name, DIST);
}

function folderOf(name, from) {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) return realpathSync(found);
  }
  return undefined;
}

/** It asks for the whole of TypeORM once more, to find what TypeORM 1 no longer has. */
const withoutOldNames = {
  name: 'without-old-names',
  load: (id) =>
    id.endsWith('/@nestjs/typeorm/dist/common/typeorm-compat.js')
      ? 'export const AbstractRepository = undefined; export const Connection = undefined;'
      : null,
};

for (const service of SERVICES) {
  const bundle = await rolldown({
    input: join(DIST, 'apps', service, 'src', 'main.js'),
    platform: 'node',
    external: isOutside,
    plugins: [withoutOldNames],
    onLog: (level, log, report) => {
      if (log.code === 'CIRCULAR_DEPENDENCY' || (log.code === 'UNRESOLVED_IMPORT' && ABSENT.test(log.id ?? ''))) return;
      report(level, log);
    },
  });
  await bundle.write({ file: join(DIST, 'services', `${service}.js`), codeSplitting: false, keepNames: true });
  await bundle.close();
}
