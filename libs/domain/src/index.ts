export { accepted, refused, type Checked, type FieldCode, type Refusal, type RegistryCode } from './kernel/problem.js';
export {
  addDays,
  addMonthsClamped,
  ageOn,
  compareDates,
  dayOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  earliestOf,
  endOfMonth,
  endOfYear,
  fromDayNumber,
  isIsoDate,
  isLeapYear,
  isPartialIsoDate,
  isoDate,
  monthDistance,
  monthOf,
  startOfMonth,
  startOfYear,
  toDayNumber,
  weekdayOf,
  yearOf,
  type IsoDate,
  type PartialIsoDate,
} from './kernel/iso-date.js';
export { PLAIN_CALENDAR, addWorkingDays, isWorkingDay, type WorkingCalendar } from './kernel/working-calendar.js';
export {
  DEMO_PROVINCE,
  areaLevel,
  checkAreaCode,
  countyOf,
  inScope,
  isAreaCode,
  isAreaPrefix,
  isProvince,
  normaliseScope,
  parentArea,
  toAreaCode,
  townshipOf,
  type AreaCheckOptions,
  type AreaCode,
  type AreaLevel,
  type AreaPrefix,
} from './kernel/area-code.js';
export { URBAN_RURAL_CLASSES, checkUrbanRural, urbanRuralOf, type UrbanRural } from './kernel/urban-rural.js';
export { defineCodes, isCode, labelOf, type CodeEntry, type CodeList, type CodeOf } from './kernel/code-list.js';
export {
  checkResidentId,
  fromFifteenDigits,
  normaliseResidentId,
  residentIdCheckCharacter,
  residentIdDisagreements,
  type ResidentId,
  type ResidentIdOptions,
} from './kernel/resident-id.js';
export {
  checkCreditCode,
  creditCodeCheckCharacter,
  organisationCheckCharacter,
  organisationPartAgrees,
} from './kernel/credit-code.js';
export { checkPhone, normalisePhone, type Phone, type PhoneKind } from './kernel/phone.js';
export {
  ageBand,
  maskAddress,
  maskEmail,
  maskFreeText,
  maskIdNumber,
  maskIdNumberPublicly,
  maskName,
  maskPhone,
} from './kernel/masking.js';
export { ETHNIC_GROUPS } from './kernel/ethnic-groups.js';
export { EDUCATION_LEVELS } from './kernel/education.js';
export {
  EMPLOYMENT_GB,
  EMPLOYMENT_STATES,
  FAMILY_RELATIONS,
  HOUSEHOLD_KINDS,
  ID_TYPES,
  MARITAL_FROM_HEALTH_RECORD,
  MARITAL_STATUSES,
  SEXES,
} from './kernel/person-codes.js';
export { ORG_TIERS, checkOrg, checkOrgName, requiredParent, tierOf, validOn } from './registry/org.rules.js';
export type { OrgDraft, OrgRefusalCode, OrgTier } from './registry/org.rules.js';
export { checkPerson, normaliseDocument, normaliseName } from './registry/person.rules.js';
export type { PersonCheckOptions, PersonDraft, PersonFacts, PersonRefusalCode } from './registry/person.rules.js';
export { duplicateStrength, type DuplicateStrength, type DuplicateTraits } from './registry/duplicate.rules.js';
export { IMPORT_COLUMNS, IMPORT_KINDS, REASON_TITLES, type ImportKind } from './registry/import-columns.js';
export type { CellType, ImportColumn } from './registry/import-column.js';
export { bindHeader, isHeaderProblem, templateHeader } from './registry/import-header.js';
export type { BoundHeader, HeaderProblem } from './registry/import-header.js';
export { compileRowReader } from './registry/import-row.js';
export type { CellRefusalCode, RowObject, RowReading, RowValue } from './registry/import-row.js';
export { figureValue, judgeTarget, type Better, type IndicatorUnit, type TargetVerdict } from './kpi/ratio.js';
export {
  firstOfMonth,
  lastOfMonth,
  monthOrdinal,
  monthText,
  yearOfMonth,
  type MonthOrdinal,
} from './kpi/report-month.js';
export {
  cellMonth,
  measureWindow,
  monthsOf,
  monthWindow,
  parsePeriod,
  type MeasureWindow,
  type Period,
  type WindowRefusal,
} from './kpi/period.js';
export type { Evidence, IndicatorInfo } from './kpi/indicator.js';
export { SMI_INDICATORS, SMI_RULES_VERSION, smiIndicatorSlot, type SmiIndicator } from './kpi/smi-indicators.js';
export { SMI_REASONS, type Reason, type ReasonCode, type ReasonSide } from './kpi/smi-reasons.js';
export {
  orgAt,
  sortVisits,
  type OrgSince,
  type SmiCaseFacts,
  type SmiSubject,
  type SmiVisit,
} from './kpi/smi-subject.js';
export {
  contribute,
  countSlots,
  memberUnits,
  type Contribution,
  type MemberUnit,
  type SlotCounts,
} from './kpi/smi-contribution.js';
export { changedFrom, FROM_THE_BEGINNING, nextChangeOn } from './kpi/smi-time.js';
export {
  areasOf,
  DUE_SLOT,
  foldMembership,
  isEmptyRow,
  membershipDeltas,
  monthCounts,
  type MembershipRow,
  type MonthDelta,
} from './kpi/smi-membership.js';
