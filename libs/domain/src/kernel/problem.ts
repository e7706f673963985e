/** Field codes every form shares. Each stands in the catalogue of libs/contracts. */
export type FieldCode =
  | 'FIELD.UNKNOWN'
  | 'FIELD.INVALID'
  | 'FIELD.REQUIRED'
  | 'FIELD.TYPE'
  | 'FIELD.RANGE'
  | 'FIELD.TOO_LONG'
  | 'FIELD.CODE'
  | 'FIELD.DATE';

/** Refusals of the reference-data rules (service-system.md part C). */
export type RegistryCode =
  | 'FIELD.CODE'
  | 'REGISTRY.ORG.CODE_INVALID'
  | 'REGISTRY.ORG.PROVINCE_NOT_ALLOWED'
  | 'REGISTRY.ORG.URBAN_RURAL_ONLY_COMMUNITY'
  | 'REGISTRY.PERSON.ID_LENGTH'
  | 'REGISTRY.PERSON.ID_CHARACTERS'
  | 'REGISTRY.PERSON.ID_PROVINCE'
  | 'REGISTRY.PERSON.ID_BIRTH_DATE'
  | 'REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE'
  | 'REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY'
  | 'REGISTRY.PERSON.ID_CHECKSUM'
  | 'REGISTRY.PERSON.ID_SEX_MISMATCH'
  | 'REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH'
  | 'REGISTRY.PERSON.PHONE_INVALID'
  | 'REGISTRY.CREDIT_CODE.LENGTH'
  | 'REGISTRY.CREDIT_CODE.FORMAT'
  | 'REGISTRY.CREDIT_CODE.CHECK_CHARACTER';

/**
 * One refusal of a rule, as a value: rules return these, use cases raise them.
 *
 * `field` is the JSON path in the request; `rule` is the rule id of the domain documents, e.g. "V5".
 */
export interface Refusal<Code extends string> {
  readonly field: string;
  readonly code: Code;
  readonly rule?: string;
}

/** The outcome of reading one value: either the value in its normal form, or why it is refused. */
export type Checked<Value, Code extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: Code };

/** Builds the accepted outcome. */
export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Builds the refused outcome. */
export function refused<Code extends string>(code: Code): { readonly ok: false; readonly code: Code } {
  return { ok: false, code };
}
