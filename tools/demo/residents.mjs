import { addDays, daysBetween } from './dates.mjs';
import { DEMO_COUNTY } from './area-tree.mjs';
import { Random } from './random.mjs';

const SURNAMES = [
  ...'王王王李李李张张张刘刘陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
  '欧阳',
  '上官',
];
const MALE = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁斌'];
const FEMALE = [...'芳娜敏静丽艳娟霞秀玲桂英慧巧美红梅莉萍玉兰凤洁琳素云莲真环雪荣爱'];
const MIDDLE = [...'建国文志晓小海永春玉秀德金成立新天学光子佳思雨家世'];
const STREETS = ['春风路', '和平路', '解放巷', '建设街', '滨河路', '学府路', '老桥巷', '西园路', '东湖街', '长青路'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Made-up residents with good numbers (GB 11643) that nobody can have; spread like the population. */
export function buildResidents(tree, count, today, { seed = 40_000, idPrefix = DEMO_COUNTY } = {}) {
  const random = new Random(seed);
  const used = new Set();
  const total = tree.district.residents;
  let given = 0;
  let counted = 0;
  return tree.communities.flatMap((community) => {
    counted += community.residents;
    const upTo = Math.round((counted / total) * count);
    const here = Array.from({ length: upTo - given }, () => resident(random, community, { today, used, idPrefix }));
    given = upTo;
    return here;
  });
}

function resident(random, community, { today, used, idPrefix }) {
  const sex = random.chance(0.508) ? '1' : '2';
  const birthDate = addDays(today, -Math.round(ageInDays(random)));
  const registered = random.chance(0.84);
  return {
    name: nameOf(random, sex),
    sex,
    birthDate,
    idType: 'resident_id',
    idNumber: idNumber(random, idPrefix, birthDate, sex, used),
    phone: random.chance(0.9)
      ? `19${random.between(0, 9)}${String(random.between(0, 99_999_999)).padStart(8, '0')}`
      : null,
    residenceOrg: community.code,
    registeredOrg: registered ? community.code : null,
    address: `${community.name}${random.pick(STREETS)}${random.between(1, 180)}号${random.between(1, 32)}栋${random.between(101, 1204)}室`,
    livingSince: livingSince(random, birthDate, today),
    ethnicity: random.weighted([
      ['01', 95],
      ['03', 2],
      ['11', 2],
      ['06', 1],
    ]),
    education: education(random, daysBetween(birthDate, today) / 365),
    maritalStatus: maritalStatus(random, daysBetween(birthDate, today) / 365),
  };
}

/** Roughly the age pyramid of an ageing district. */
function ageInDays(random) {
  const [low, high] = random.weighted([
    [[0, 14], 15],
    [[15, 29], 16],
    [[30, 44], 23],
    [[45, 59], 24],
    [[60, 74], 16],
    [[75, 94], 6],
  ]);
  return random.between(low * 365 + 20, high * 365 + 364);
}

function nameOf(random, sex) {
  const last = random.pick(sex === '1' ? MALE : FEMALE);
  return `${random.pick(SURNAMES)}${random.chance(0.68) ? random.pick(MIDDLE) : ''}${last}`;
}

function idNumber(random, idPrefix, birthDate, sex, used) {
  for (;;) {
    const serial = random.between(0, 499) * 2 + (sex === '1' ? 1 : 0);
    const body = `${idPrefix}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    if (used.has(body)) continue;
    used.add(body);
    const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(body[position]), 0);
    return body + '10X98765432'.charAt(sum % 11);
  }
}

function livingSince(random, birthDate, today) {
  const days = Math.min(daysBetween(birthDate, today), random.between(30, 12_000));
  return addDays(today, -days);
}

function education(random, age) {
  if (age < 6) return null;
  if (age < 22)
    return random.weighted([
      ['60', 4],
      ['70', 4],
      ['80', 3],
    ]);
  return random.weighted([
    ['20', 18],
    ['30', 17],
    ['40', 12],
    ['60', 18],
    ['70', 25],
    ['80', 8],
    ['90', 2],
  ]);
}

function maritalStatus(random, age) {
  if (age < 22) return '10';
  if (age > 70)
    return random.weighted([
      ['20', 6],
      ['30', 4],
    ]);
  return random.weighted([
    ['10', age < 32 ? 9 : 2],
    ['20', 14],
    ['40', 2],
  ]);
}
