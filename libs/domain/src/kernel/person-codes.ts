import { defineCodes } from './code-list.js';

/** GB/T 2261.1—2003 (service-system.md C.4). */
export const SEXES = defineCodes([
  ['0', '未知的性别', 'Unknown'],
  ['1', '男性', 'Male'],
  ['2', '女性', 'Female'],
  ['9', '未说明的性别', 'Not stated'],
]);

/** GB/T 2261.2—2003 (service-system.md C.4). */
export const MARITAL_STATUSES = defineCodes([
  ['10', '未婚', 'Never married'],
  ['20', '已婚', 'Married'],
  ['21', '初婚', 'First marriage'],
  ['22', '再婚', 'Remarried'],
  ['23', '复婚', 'Restored marriage'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced'],
  ['90', '未说明的婚姻状况', 'Not stated'],
]);

/** Codes of the public-health record form → GB/T 2261.2. */
export const MARITAL_FROM_HEALTH_RECORD: Readonly<Record<string, string>> = {
  '1': '10',
  '2': '20',
  '3': '30',
  '4': '40',
  '5': '90',
};

/** GB/T 4761—2008, first digit and the two-digit refinements in use (service-system.md C.4). */
export const FAMILY_RELATIONS = defineCodes([
  ['0', '本人或户主', 'Self or householder'],
  ['1', '配偶', 'Spouse'],
  ['11', '丈夫', 'Husband'],
  ['12', '妻子', 'Wife'],
  ['2', '儿子', 'Son'],
  ['3', '女儿', 'Daughter'],
  ['4', '孙子女或外孙子女', 'Grandchild'],
  ['5', '父母', 'Parent'],
  ['51', '父亲', 'Father'],
  ['52', '母亲', 'Mother'],
  ['57', '继父或养父', 'Step or adoptive father'],
  ['58', '继母或养母', 'Step or adoptive mother'],
  ['6', '祖父母或外祖父母', 'Grandparent'],
  ['7', '兄弟姐妹', 'Sibling'],
  ['8', '其他', 'Other'],
]);

/** Kind of the identity document in the REST contract. */
export const ID_TYPES = defineCodes([
  ['resident_id', '居民身份证', 'Resident identity card'],
  ['passport', '护照', 'Passport'],
  ['other', '其他证件', 'Other document'],
  ['none', '无证件', 'None'],
]);

/** 就业情况 of the supplement form (smi.md 3.4). */
export const EMPLOYMENT_STATES = defineCodes([
  ['1', '在岗工人', 'Worker in post'],
  ['2', '在岗管理者', 'Manager in post'],
  ['3', '农民', 'Farmer'],
  ['4', '下岗或无业', 'Laid off or jobless'],
  ['5', '在校学生', 'Student'],
  ['6', '退休', 'Retired'],
  ['7', '专业技术人员', 'Professional'],
  ['8', '其他', 'Other'],
  ['9', '不详', 'Unknown'],
]);

/** GB/T 2261.4, the codes that could be confirmed (service-system.md C.4). */
export const EMPLOYMENT_GB = defineCodes([
  ['11', '国家公务员', 'Civil servant'],
  ['13', '专业技术人员', 'Professional'],
  ['17', '职员', 'Clerk'],
  ['21', '企业管理人员', 'Manager'],
  ['24', '工人', 'Worker'],
  ['27', '农民', 'Farmer'],
  ['31', '学生', 'Student'],
  ['37', '现役军人', 'Serviceman'],
  ['51', '自由职业者', 'Freelance'],
  ['54', '个体经营者', 'Self-employed'],
  ['70', '无业人员', 'Jobless'],
  ['80', '退(离)休人员', 'Retired'],
  ['90', '其他', 'Other'],
]);

/** 户别 (smi.md 2.4). */
export const HOUSEHOLD_KINDS = defineCodes([
  ['1', '城镇', 'Urban'],
  ['2', '农村', 'Rural'],
]);
