// `npm run bench`: measures the goal lines of docs/performance.md on this machine and prints them as ratios to floors taken
// in the same run. `npm run bench -- writes reads` takes some lines only.
import { measureWrites } from './lines/writes.mjs';
import { measureReads } from './lines/reads.mjs';
import { measureImport } from './lines/import.mjs';
import { measureLag } from './lines/lag.mjs';
import { measureConsole } from './lines/console.mjs';
import { measureGrowth } from './lines/growth.mjs';
import { measureMemory } from './lines/memory.mjs';
import { Report } from './load/report.mjs';
import { prepareSystem, signInAnew } from './system/prepare-system.mjs';

const LINES = {
  memory: measureMemory,
  // Before the writes, like the floors the goals were set by: what these leave for PostgreSQL to tidy up would be measured too.
  reads: measureReads,
  writes: measureWrites,
  lag: measureLag,
  import: measureImport,
  growth: measureGrowth,
  console: measureConsole,
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const unknown = wanted.filter((name) => !(name in LINES));
if (unknown.length > 0) {
  console.error(`Unknown line ${unknown.join(', ')}. There are ${Object.keys(LINES).join(', ')}.`);
  process.exit(1);
}
const report = new Report();
const system = await prepareSystem(report);
try {
  for (const [name, measure] of Object.entries(LINES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await signInAnew(system);
    await measure(system, report);
  }
} finally {
  await system.stop();
}
if (report.missed.length > 0) {
  console.log(`\nMissed: ${report.missed.join(', ')}`);
  process.exitCode = 1;
}
