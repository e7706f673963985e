import { defineCodes } from '../kernel/code-list.js';
import { FAMILY_RELATIONS } from '../kernel/person-codes.js';
import type { ImportColumn } from './import-column.js';

const REPORT_TYPE = defineCodes([
  ['onset_report', '发病报告（精神卫生法第三十条第二款第二项）', 'onset report (art. 30 ¶2(2))'],
  ['required_registration', '六种严重精神障碍登记', 'registration of the six diagnoses'],
]);
const CONSENT_DECISION = defineCodes([
  ['agreed', '同意参加社区服务管理', 'agrees to community management'],
  ['declined', '不同意', 'declines'],
]);
const CONSENT_SIGNER = defineCodes([
  ['self', '患者本人', 'the patient'],
  ['guardian', '监护人', 'the guardian'],
]);

/** Report card and file of a confirmed case (api.md, `POST /smi/cases`); the person is found by `idNumber`. */
export const CASE_COLUMNS: readonly ImportColumn[] = [
  { field: 'idNumber', zh: '证件号码', en: 'Document number', type: 'text', required: true, maxLength: 40 },
  { field: 'org', zh: '管理机构代码', en: 'Managing unit (area code)', type: 'text', required: true, maxLength: 12 },
  { field: 'caseNo', zh: '患者编号', en: 'Case number', type: 'text', required: true, maxLength: 40 },
  { field: 'diagnosis', zh: '诊断（ICD-10）', en: 'Diagnosis (ICD-10)', type: 'text', required: true, maxLength: 10 },
  { field: 'reportType', zh: '报告类型', en: 'Report type', type: 'text', required: true, codes: REPORT_TYPE },
  { field: 'diagnosedOn', zh: '确诊日期', en: 'Diagnosed on', type: 'date', required: true },
  { field: 'fileBuiltOn', zh: '建档日期', en: 'File built on', type: 'date', required: true },
  { field: 'firstOnset', zh: '初次发病时间', en: 'First onset', type: 'partialDate' },
  { field: 'firstTreated', zh: '首次治疗时间', en: 'First treated', type: 'partialDate' },
  { field: 'guardian.name', zh: '监护人姓名', en: 'Guardian', type: 'text', maxLength: 50 },
  { field: 'guardian.relation', zh: '监护人与患者关系', en: 'Relation', type: 'text', codes: FAMILY_RELATIONS },
  { field: 'guardian.phone', zh: '监护人电话', en: "Guardian's telephone", type: 'text', maxLength: 40 },
  { field: 'consent.decision', zh: '知情同意', en: 'Consent', type: 'text', codes: CONSENT_DECISION },
  { field: 'consent.signedOn', zh: '知情同意签字日期', en: 'Consent signed on', type: 'date' },
  { field: 'consent.signer', zh: '知情同意签字人', en: 'Consent signed by', type: 'text', codes: CONSENT_SIGNER },
  { field: 'article30', zh: '符合第三十条第二款第二项', en: 'Article 30 ¶2(2)', type: 'boolean' },
  { field: 'secondaryDiagnosis', zh: '第二诊断', en: 'Second diagnosis', type: 'text', maxLength: 10 },
  { field: 'psychoticSymptoms', zh: '伴精神病性症状', en: 'Psychotic symptoms', type: 'boolean' },
  { field: 'inRehabilitation', zh: '参加社区康复', en: 'In community rehabilitation', type: 'boolean' },
  { field: 'guardianshipGroup', zh: '关爱帮扶小组服务对象', en: 'Served by a care group', type: 'boolean' },
];
