import { CASE_COLUMNS } from './import-columns.cases.js';
import { FOLLOW_UP_COLUMNS } from './import-columns.follow-ups.js';
import { EDUCATION_LEVELS } from '../kernel/education.js';
import { ETHNIC_GROUPS } from '../kernel/ethnic-groups.js';
import { EMPLOYMENT_GB, ID_TYPES, MARITAL_STATUSES, SEXES } from '../kernel/person-codes.js';
import { URBAN_RURAL_CLASSES } from '../kernel/urban-rural.js';
import { ORG_TIERS } from './org.rules.js';
import type { ImportColumn } from './import-column.js';

/** What can be imported. */
export const IMPORT_KINDS = ['orgs', 'population', 'persons', 'smi-cases', 'smi-follow-ups'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const ORG_COLUMNS: readonly ImportColumn[] = [
  { field: 'code', zh: '区划代码', en: 'Area code', type: 'text', required: true, maxLength: 12 },
  { field: 'name', zh: '名称', en: 'Name', type: 'text', required: true, maxLength: 100 },
  { field: 'tier', zh: '层级', en: 'Tier', type: 'text', required: true, codes: ORG_TIERS },
  { field: 'urbanRural', zh: '城乡分类', en: 'Urban-rural class', type: 'text', codes: URBAN_RURAL_CLASSES },
  { field: 'validFrom', zh: '有效期起', en: 'Valid from', type: 'date', required: true },
  { field: 'validTo', zh: '有效期止', en: 'Valid to (last day)', type: 'date' },
];

const POPULATION_COLUMNS: readonly ImportColumn[] = [
  { field: 'org', zh: '区划代码', en: 'Area code', type: 'text', required: true, maxLength: 12 },
  { field: 'year', zh: '年份', en: 'Year', type: 'integer', required: true, min: 1990, max: 2200 },
  { field: 'resident', zh: '常住人口', en: 'Resident', type: 'integer', required: true, min: 0, max: 2_000_000_000 },
  { field: 'registered', zh: '户籍人口', en: 'Registered', type: 'integer', min: 0, max: 2_000_000_000 },
];

const SHORT_SEXES = { 男: '1', 女: '2', 未知: '0', 未说明: '9' };

const PERSON_COLUMNS: readonly ImportColumn[] = [
  { field: 'name', zh: '姓名', en: 'Name', type: 'text', required: true, maxLength: 50 },
  { field: 'sex', zh: '性别', en: 'Sex', type: 'text', required: true, codes: SEXES, alsoWritten: SHORT_SEXES },
  { field: 'birthDate', zh: '出生日期', en: 'Birth date', type: 'date', required: true },
  {
    field: 'idType',
    zh: '证件类型',
    en: 'Document',
    type: 'text',
    required: true,
    codes: ID_TYPES,
    alsoWritten: { 身份证: 'resident_id', 其他: 'other', 无: 'none' },
  },
  { field: 'idNumber', zh: '证件号码', en: 'Document number', type: 'text', maxLength: 40 },
  { field: 'phone', zh: '联系电话', en: 'Telephone', type: 'text', maxLength: 40 },
  {
    field: 'residenceOrg',
    zh: '现住社区代码',
    en: 'Residence (area code)',
    type: 'text',
    required: true,
    maxLength: 12,
  },
  { field: 'registeredOrg', zh: '户籍地代码', en: 'Registered at (area code)', type: 'text', maxLength: 12 },
  { field: 'address', zh: '现住址', en: 'Address', type: 'text', maxLength: 200 },
  { field: 'livingSince', zh: '居住起始日期', en: 'Living there since', type: 'date' },
  { field: 'ethnicity', zh: '民族', en: 'Ethnic group', type: 'text', codes: ETHNIC_GROUPS },
  { field: 'education', zh: '文化程度', en: 'Education', type: 'text', codes: EDUCATION_LEVELS },
  { field: 'maritalStatus', zh: '婚姻状况', en: 'Marital status', type: 'text', codes: MARITAL_STATUSES },
  { field: 'employment', zh: '就业状况', en: 'Employment', type: 'text', codes: EMPLOYMENT_GB },
  { field: 'confirmedNotDuplicate', zh: '已确认不重复', en: 'Confirmed as somebody else', type: 'boolean' },
];

/** Columns of every kind: the reader, the template and the workbook of refused rows are all made from this one table. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  orgs: ORG_COLUMNS,
  population: POPULATION_COLUMNS,
  persons: PERSON_COLUMNS,
  'smi-cases': CASE_COLUMNS,
  'smi-follow-ups': FOLLOW_UP_COLUMNS,
};

/** Titles of the column that the workbook of refused rows adds at its end; ignored when such a workbook is sent again. */
export const REASON_TITLES: readonly string[] = ['错误原因', 'Reason', 'reason'];
