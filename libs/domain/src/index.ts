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
export { HOLIDAY_YEARS, STATE_CALENDAR } from './kernel/public-holidays.js';
export type { EvidenceMark } from './kernel/evidence.js';
export { RULE_CATALOGUE, type RuleItem } from './rules/rule-catalogue.js';
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
export { holdsPersonalNumber } from './kernel/personal-number.js';
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
export { MOST_SHAPES, readAreaShapes, readGeometry } from './registry/area-shape.rules.js';
export type { AreaGeometry, AreaShape, ShapeCode } from './registry/area-shape.rules.js';
export { checkPerson, normaliseDocument, normaliseName } from './registry/person.rules.js';
export type { PersonCheckOptions, PersonDraft, PersonFacts, PersonRefusalCode } from './registry/person.rules.js';
export {
  duplicateStrength,
  lookAlikeKeys,
  type DuplicateStrength,
  type DuplicateTraits,
} from './registry/duplicate.rules.js';
export { IMPORT_COLUMNS, IMPORT_KINDS, REASON_TITLES, type ImportKind } from './registry/import-columns.js';
export type { CellType, ImportColumn } from './registry/import-column.js';
export { bindHeader, columnTitle, isHeaderProblem, templateHeader } from './registry/import-header.js';
export type { BoundHeader, HeaderProblem } from './registry/import-header.js';
export { compileRowReader } from './registry/import-row.js';
export type { CellRefusalCode, RowObject, RowReading, RowValue } from './registry/import-row.js';
export { figureValue, judgeTarget, type Better, type IndicatorUnit, type TargetVerdict } from './kpi/ratio.js';
export { firstOfMonth, lastOfMonth, monthOrdinal, monthText, yearOfMonth } from './kpi/report-month.js';
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
export {
  MISSING,
  noNumber,
  noNumberText,
  printedCount,
  printedValue,
  REPORT_LANGUAGES,
  unitSign,
  verdictText,
  type NoNumber,
  type ReportFigure,
  type ReportHead,
  type ReportLanguage,
} from './kpi/report-figure.js';
export {
  DEFINITION_COLUMNS,
  definitionCells,
  definitionIn,
  FIGURE_COLUMNS,
  figureCells,
  nameOf,
  statusText,
  type ReportCell,
  type ReportColumn,
} from './kpi/report-table.js';
export { reasonClause, type Citation } from './kpi/smi-citations.js';
export type { IndicatorInfo } from './kpi/indicator.js';
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
export { FROM_THE_BEGINNING } from './kpi/smi-due.js';
export { changedFrom, nextChangeOn } from './kpi/smi-time.js';
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
export type { SmiCode, SmiFollowUpCode, SmiRefusal, SmiWarning } from './smi/smi-problem.js';
export {
  DEFAULT_SMI_POLICY,
  SMI_POLICY_PARAMETERS,
  smiPolicy,
  type PolicyParameter,
  type SmiPolicy,
} from './smi/smi-policy.js';
export { newCaseState, type BasicStep, type CaseStatus, type SmiCaseState, type Stability } from './smi/case-state.js';
export { CASE_TRANSITIONS, isRegistered, nextCaseStatus, type CaseEvent } from './smi/case-status.states.js';
export type { FollowUpKind, FollowUpRecord, Incidents, Medication, SocialFunction } from './smi/follow-up-record.js';
export type {
  ClassRuleId,
  ComputedPlan,
  DatedCheck,
  DatedCheckKind,
  EmergencyTrigger,
  FollowUpAssessment,
  PlanRuleId,
  SmiActionCode,
  SmiRuleId,
} from './smi/follow-up-plan.js';
export { SMI_RULE_WORDS } from './smi/rule-words.js';
export { assessFollowUp, type FollowUpInput } from './smi/assess-follow-up.js';
export { followUpKind, isComplete, isInHospital } from './smi/follow-up-kind.rules.js';
export { CLASS_RULES, classFacts, classify, type ClassFacts, type ClassRule } from './smi/classification.rules.js';
export { INTERVAL_RULES, type IntervalRule, type VisitSituation } from './smi/interval.rules.js';
export { INCIDENT_MAX, followUpShape } from './smi/follow-up.shape.js';
export { checkShape, type FieldShape, type FieldShapes } from './smi/record-shape.js';
export { emergencyTriggers } from './smi/emergency.rules.js';
export { assessStep, type CaseStep, type StepAssessment, type StepContext } from './smi/case-step.rules.js';
export {
  checkClosing,
  closeAction,
  dueOfAction,
  IMMEDIATE_ACTIONS,
  type ActionClosing,
  type ClosingContext,
  type OpenCheck,
  type OpenDuties,
} from './smi/open-duties.rules.js';
export { assessLeaving, isLostByAttempts, type LeavingPlan } from './smi/loss.rules.js';
export {
  DIAGNOSES,
  checkDiagnosis,
  diagnosisGroup,
  normaliseIcd10,
  type DiagnosisEntry,
  type DiagnosisGroup,
  type DiagnosisInput,
} from './smi/diagnosis.js';
export { checkRegistration, type CaseRegistration, type RegistrationContext } from './smi/registration.rules.js';
export {
  isVisitRefused,
  needsArticle30Review,
  planConsent,
  type ConsentFacts,
  type ConsentPlan,
  type ConsentStanding,
} from './smi/consent.rules.js';
export {
  DEADLINES,
  deadlineOf,
  emergencyRecordDue,
  isOverdue,
  isReminderDay,
  visitAfterDischarge,
  visitAfterMove,
  type Deadline,
  type DeadlineId,
} from './smi/deadlines.rules.js';
export {
  DEATH_CAUSES,
  DEATH_CAUSE_DETAILS,
  FOLLOW_UP_CONTACTS,
  FOLLOW_UP_FORMS,
  INSIGHTS,
  LOSS_REASONS,
  RISK_LEVELS,
  SYMPTOMS,
  SYMPTOM_SEVERITIES,
  THREE_GRADES,
  WORK_GRADES,
} from './smi/follow-up.codes.js';
export {
  ADHERENCES,
  ADVERSE_REACTIONS,
  CONFINEMENTS,
  EFFECTS,
  HOSPITALISATIONS,
  JOINT_VISIT_FACTORS,
  LONG_ACTING_INTERVALS,
  NO_YES,
  PHYSICAL_ILLNESSES,
  PREGNANCIES,
  REACTION_SEVERITIES,
  REHABILITATIONS,
  STABILITIES,
} from './smi/treatment.codes.js';
export {
  ACTION_OUTCOMES,
  CANCEL_REASONS,
  CASE_STATUSES,
  CONSENT_DECISIONS,
  CONSENT_SIGNERS,
  ECONOMIC_STATES,
  LAST_EFFECTS,
  OUTPATIENT_HISTORIES,
  REPORT_TYPES,
  SMI_ACTIONS,
  SMI_CHECKS,
} from './smi/case.codes.js';
export { rollUpPopulation, type PopulationCell, type PopulationUnit } from './kpi/population-roll-up.js';
export {
  passwordChecks,
  PASSWORD_DAYS,
  refuseWeakPassword,
  REMEMBERED_PASSWORDS,
  type PasswordChecks,
  type PasswordRefusal,
} from './identity/password.rules.js';
