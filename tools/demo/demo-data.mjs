import { buildAreaShapes } from './area-shapes.mjs';
import { buildAreaTree, buildPopulation, DEMO_SIZES } from './area-tree.mjs';
import { buildCases } from './cases.mjs';
import { toCsv } from './csv.mjs';
import { buildFollowUps } from './follow-ups.mjs';
import { buildResidents } from './residents.mjs';

/**
 * The demonstration district as the files a user would upload, in the order they must come. The same size and day always
 * give the same bytes.
 */
export function buildDemoFiles(sizeName, today) {
  const size = DEMO_SIZES[sizeName];
  const tree = buildAreaTree(size);
  const residents = buildResidents(tree, size.persons, today);
  const cases = buildCases(residents, size.cases, today);
  const orgs = [tree.district, ...tree.streets, ...tree.communities];
  return [
    file('orgs', '机构', orgs),
    file('population', '人口', buildPopulation(tree, Number(today.slice(0, 4)) - 1)),
    file('persons', '居民', residents),
    file(
      'smi-cases',
      '患者档案',
      cases.map((one) => one.row),
    ),
    file('smi-follow-ups', '随访记录', buildFollowUps(cases, today)),
  ];
}

/** The outlines of its areas, for maps. */
export function buildDemoShapes(sizeName) {
  return buildAreaShapes(buildAreaTree(DEMO_SIZES[sizeName]));
}

/** Rows of one kind as the CSV a user would send. */
export function file(kind, title, rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column !== 'residents');
  return { kind, title, rows: rows.length, csv: toCsv(columns, rows) };
}
