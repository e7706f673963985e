import type { IsoDate } from '../kernel/iso-date.js';

/** What two records are compared by. Keys are blind indexes, so the rule never sees a number. */
export interface DuplicateTraits {
  /** In normal form, see `normaliseName`. */
  readonly name: string;
  readonly birthDate: IsoDate;
  readonly sex: string;
  readonly idKey: string | null;
  readonly phoneKey: string | null;
}

/**
 * How strongly two records look like one person: `same` document number; `likely` = nothing speaks against it; `possible` =
 * they look alike but carry two different document numbers. A single entry warns at `possible`, an import at `likely`.
 */
export type DuplicateStrength = 'same' | 'likely' | 'possible';

/** Compares two records; null when they have nothing in common that matters. */
export function duplicateStrength(a: DuplicateTraits, b: DuplicateTraits): DuplicateStrength | null {
  if (a.idKey !== null && a.idKey === b.idKey) return 'same';
  const samePhone = a.phoneKey !== null && a.phoneKey === b.phoneKey;
  const sameBirth = a.birthDate === b.birthDate && sexesAgree(a.sex, b.sex);
  if (a.name !== b.name || !(samePhone || sameBirth)) return null;
  return a.idKey !== null && b.idKey !== null ? 'possible' : 'likely';
}

/**
 * For finding who looks alike among very many: two records share one of these keys exactly when `duplicateStrength` finds
 * more in common than the document number.
 */
export function lookAlikeKeys({ name, birthDate, sex, phoneKey }: DuplicateTraits): string[] {
  const sexes = isStated(sex) ? [sex] : ['1', '2'];
  const keys = sexes.map((each) => `${name} ${birthDate} ${each}`);
  return phoneKey === null ? keys : [...keys, `${name} ${phoneKey}`];
}

function sexesAgree(a: string, b: string): boolean {
  return a === b || !isStated(a) || !isStated(b);
}

// "0" unknown and "9" not stated agree with everything (service-system.md C.4).
function isStated(sex: string): boolean {
  return sex === '1' || sex === '2';
}
