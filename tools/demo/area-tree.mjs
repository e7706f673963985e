import { Random } from './random.mjs';

/** Province 99 is given to nobody, so nothing here can be mistaken for a real place (GB/T 2260). */
export const DEMO_COUNTY = '990101';
const DISTRICT = { code: `${DEMO_COUNTY}000000`, name: '心桥区', tier: 'district' };

const STREETS = [
  { code: '001', name: '和平街道', kind: 'urban', share: 0.19 },
  { code: '002', name: '文昌街道', kind: 'urban', share: 0.18 },
  { code: '003', name: '桥东街道', kind: 'urban', share: 0.16 },
  { code: '004', name: '桥西街道', kind: 'urban', share: 0.15 },
  { code: '005', name: '新河街道', kind: 'fringe', share: 0.13 },
  { code: '100', name: '柳林镇', kind: 'town', share: 0.11 },
  { code: '101', name: '石泉镇', kind: 'town', share: 0.08 },
];
const FIRST = [
  '春',
  '明',
  '安',
  '福',
  '锦',
  '华',
  '永',
  '清',
  '秀',
  '康',
  '玉',
  '荷',
  '兰',
  '松',
  '竹',
  '梅',
  '云',
  '霞',
  '双',
  '长',
];
const SECOND = ['和', '阳', '宁', '泰', '苑', '园', '湖', '桥', '塘', '岭', '溪', '庭'];
const VILLAGE = ['家庄', '家坪', '家湾', '家岭', '家集'];
const SURNAMES = ['李', '王', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林'];

/** Sizes a demonstration can have; `residents` are counted in population figures, `persons` are on file. */
export const DEMO_SIZES = {
  district: { streets: 7, communities: 120, residents: 300_000, persons: 40_000, cases: 1_300 },
  small: { streets: 1, communities: 4, residents: 10_000, persons: 300, cases: 40 },
};

/** District, streets and communities, and how many people live in each. */
export function buildAreaTree(size) {
  const random = new Random(990_101);
  const streets = STREETS.slice(0, size.streets);
  const total = streets.reduce((sum, street) => sum + street.share, 0);
  const names = new Set();
  const communities = streets.flatMap((street, position) => {
    const count = share(size.communities, streets, position, total);
    return Array.from({ length: count }, (_, n) => community(random, street, n, names));
  });
  spread(random, communities, size.residents);
  const validFrom = '2010-01-01';
  const streetOrgs = streets.map((street) => ({
    code: `${DEMO_COUNTY}${street.code}000`,
    name: street.name,
    tier: 'street',
    validFrom,
    residents: communities
      .filter((one) => one.code.slice(6, 9) === street.code)
      .reduce((sum, one) => sum + one.residents, 0),
  }));
  const district = { ...DISTRICT, validFrom, residents: size.residents };
  return { district, streets: streetOrgs, communities: communities.map((one) => ({ ...one, validFrom })) };
}

/** Year-end residents of three years, the latest being the tree's own; growing by a little under one percent a year. */
export function buildPopulation(tree, latestYear) {
  return [2, 1, 0].flatMap((yearsBack) => {
    const factor = 0.992 ** yearsBack;
    const communities = tree.communities.map((one) =>
      figure(one, latestYear - yearsBack, Math.round(one.residents * factor)),
    );
    const above = [...tree.streets, tree.district].map((org) => {
      const prefix = org.code.replace(/(000)+$/, '');
      const below = communities.filter((row) => row.org.startsWith(prefix));
      return figure(
        org,
        latestYear - yearsBack,
        below.reduce((sum, row) => sum + row.resident, 0),
      );
    });
    return [...above.reverse(), ...communities];
  });
}

function figure(org, year, resident) {
  return { org: org.code, year, resident, registered: Math.round(resident * 0.86) };
}

/** Whole communities in proportion to the streets' shares, the last street taking what is left. */
function share(count, streets, position, total) {
  const upTo = (end) =>
    Math.round((streets.slice(0, end).reduce((sum, street) => sum + street.share, 0) / total) * count);
  return upTo(position + 1) - upTo(position);
}

function community(random, street, n, names) {
  const rural = street.kind === 'town' && n > 2;
  let name;
  do {
    name = rural
      ? `${random.pick(SURNAMES)}${random.pick(VILLAGE)}村`
      : `${random.pick(FIRST)}${random.pick(SECOND)}社区`;
  } while (names.has(name));
  names.add(name);
  const code = `${DEMO_COUNTY}${street.code}${String((rural ? 200 : 1) + n).padStart(3, '0')}`;
  const urbanRural = { urban: '111', fringe: '112', town: rural ? '220' : '121' }[street.kind];
  return { code, name, tier: 'community', urbanRural };
}

/** Gives every community its residents; the sum is exact. */
function spread(random, communities, residents) {
  const weights = communities.map(() => 0.6 + random.next() * 0.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  communities.forEach((one, n) => {
    one.residents = n === communities.length - 1 ? residents - given : Math.round((weights[n] / total) * residents);
    given += one.residents;
  });
}
