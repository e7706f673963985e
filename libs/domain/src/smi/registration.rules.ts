import { isIsoDate, isPartialIsoDate, type IsoDate, type PartialIsoDate } from '../kernel/iso-date.js';
import { isCode } from '../kernel/code-list.js';
import { CONSENT_DECISIONS, CONSENT_SIGNERS, REPORT_TYPES } from './case.codes.js';
import { checkDiagnosis, type DiagnosisInput } from './diagnosis.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiCode, SmiRefusal } from './smi-problem.js';

/** Report card and file in one, for a case confirmed elsewhere (names of the REST body). */
export interface CaseRegistration extends DiagnosisInput {
  readonly diagnosedOn: IsoDate;
  readonly fileBuiltOn: IsoDate;
  readonly firstOnset?: PartialIsoDate | null | undefined;
  readonly firstTreated?: PartialIsoDate | null | undefined;
  readonly consent?:
    { readonly decision: string; readonly signedOn: IsoDate; readonly signer: string } | null | undefined;
  readonly article30: boolean;
}

/** What the registration rules need beside the form. */
export interface RegistrationContext {
  readonly today: IsoDate;
  readonly birthDate: IsoDate | null;
  readonly policy: SmiPolicy;
}

/** Checks a registration: diagnosis and report type (smi.md 1), order of the dates (2.4, 3.4), consent (2.6). */
export function checkRegistration(input: CaseRegistration, context: RegistrationContext): readonly SmiRefusal[] {
  const malformed = checkForms(input);
  if (malformed.length > 0) return malformed;
  return [
    ...checkDiagnosis(input, context.policy),
    ...checkReportType(input),
    ...checkDates(input, context),
    ...checkConsentDate(input, context.today),
  ];
}

/** An onset report means art. 30 ¶2(2) was answered with yes (smi.md 1.2). */
function checkReportType(input: CaseRegistration): SmiRefusal[] {
  if (input.reportType !== 'onset_report' || input.article30) return [];
  return [{ field: 'article30', code: 'SMI.CASE.ONSET_REPORT_NEEDS_ARTICLE30', rule: '1.2' }];
}

function checkForms(input: CaseRegistration): SmiRefusal[] {
  const problems: (SmiRefusal | null)[] = [
    isCode(REPORT_TYPES, input.reportType) ? null : { field: 'reportType', code: 'FIELD.CODE' },
    ...(['diagnosedOn', 'fileBuiltOn'] as const).map((field) => dateProblem(field, isIsoDate(input[field]))),
    ...(['firstOnset', 'firstTreated'] as const).map((field) =>
      dateProblem(field, input[field] == null || isPartialIsoDate(input[field])),
    ),
    ...(input.consent == null ? [] : consentForms(input.consent)),
  ];
  return problems.filter((problem) => problem !== null);
}

function consentForms(consent: NonNullable<CaseRegistration['consent']>): (SmiRefusal | null)[] {
  return [
    isCode(CONSENT_DECISIONS, consent.decision) ? null : { field: 'consent.decision', code: 'FIELD.CODE' },
    isCode(CONSENT_SIGNERS, consent.signer) ? null : { field: 'consent.signer', code: 'FIELD.CODE' },
    dateProblem('consent.signedOn', isIsoDate(consent.signedOn)),
  ];
}

function dateProblem(field: string, good: boolean): SmiRefusal | null {
  return good ? null : { field, code: 'FIELD.DATE' };
}

function checkDates(input: CaseRegistration, { today, birthDate }: RegistrationContext): SmiRefusal[] {
  const dates = ['diagnosedOn', 'fileBuiltOn', 'firstOnset', 'firstTreated'] as const;
  const present = dates.flatMap((field) => (input[field] == null ? [] : [{ field, value: input[field] }]));
  const problem = (field: string, code: SmiCode, rule: string): SmiRefusal => ({ field, code, rule });
  return [
    ...present
      .filter(({ value }) => isBefore(today, value))
      .map(({ field }) => problem(field, 'SMI.CASE.DATE_IN_FUTURE', '2.4')),
    ...present
      .filter(({ value }) => birthDate !== null && isBefore(value, birthDate))
      .map(({ field }) => problem(field, 'SMI.CASE.DATE_BEFORE_BIRTH', '3.4')),
    ...(isBefore(input.fileBuiltOn, input.diagnosedOn)
      ? [problem('fileBuiltOn', 'SMI.CASE.FILE_BEFORE_DIAGNOSIS', '2.4')]
      : []),
    ...(input.firstTreated != null && input.firstOnset != null && isBefore(input.firstTreated, input.firstOnset)
      ? [problem('firstTreated', 'SMI.CASE.TREATED_BEFORE_ONSET', '2.4')]
      : []),
  ];
}

/** Signing date: from the day the file was built to today (smi.md 2.4, 2.6). */
function checkConsentDate(input: CaseRegistration, today: IsoDate): SmiRefusal[] {
  const field = 'consent.signedOn';
  if (input.consent == null) return [];
  if (input.consent.signedOn > today) return [{ field, code: 'SMI.CASE.DATE_IN_FUTURE', rule: '2.6' }];
  if (input.consent.signedOn < input.fileBuiltOn) {
    return [{ field, code: 'SMI.CASE.CONSENT_BEFORE_FILE', rule: '2.6' }];
  }
  return [];
}

/** Strictly before, compared at the coarser precision of the two: "2022" is not before "2022-06". */
function isBefore(a: PartialIsoDate, b: PartialIsoDate): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
