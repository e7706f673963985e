import { areaLevel, checkAreaCode, parentArea, type AreaCode, type AreaLevel } from '../kernel/area-code.js';
import { defineCodes, isCode } from '../kernel/code-list.js';
import { isIsoDate, type IsoDate } from '../kernel/iso-date.js';
import type { FieldCode, Refusal, RegistryCode } from '../kernel/problem.js';
import { checkUrbanRural } from '../kernel/urban-rural.js';

/** The three tiers of the org tree (architecture, What it is for). */
export const ORG_TIERS = defineCodes([
  ['district', '区（县）', 'District or county'],
  ['street', '街道（乡镇）', 'Street or township'],
  ['community', '社区（村）', 'Community or village'],
]);
export type OrgTier = (typeof ORG_TIERS)[number]['code'];

/** An org unit as it comes in; nothing is checked yet. */
export interface OrgDraft {
  readonly code: string;
  readonly name: string;
  readonly tier: string;
  readonly urbanRural?: string | undefined;
  readonly validFrom: string;
  /** Last day of validity, inclusive; open when absent. */
  readonly validTo?: string | undefined;
}

export type OrgRefusalCode = FieldCode | RegistryCode | 'REGISTRY.ORG.TIER_MISMATCH' | 'REGISTRY.ORG.PERIOD_INVALID';

const TIER_OF_LEVEL: Partial<Record<AreaLevel, OrgTier>> = {
  county: 'district',
  township: 'street',
  village: 'community',
};
const NAME_LENGTH = 100;

/** The tier a code's level stands for; null above a county. */
export function tierOf(code: AreaCode): OrgTier | null {
  return TIER_OF_LEVEL[areaLevel(code)] ?? null;
}

/** Everything wrong with an org unit by itself (service-system.md C.1). Parent and periods need the tree and come after. */
export function checkOrg(draft: OrgDraft, options: { readonly demo: boolean }): Refusal<OrgRefusalCode>[] {
  return [...checkOrgCode(draft, options), ...checkOrgName(draft.name), ...checkPeriod(draft)];
}

function checkOrgCode(draft: OrgDraft, options: { readonly demo: boolean }): Refusal<OrgRefusalCode>[] {
  const code = checkAreaCode(draft.code, options);
  const refusals: Refusal<OrgRefusalCode>[] = [];
  if (!code.ok) refusals.push({ field: 'code', code: code.code });
  if (!isCode(ORG_TIERS, draft.tier)) refusals.push({ field: 'tier', code: 'FIELD.CODE' });
  else if (code.ok && tierOf(code.value) !== draft.tier) {
    refusals.push({ field: 'tier', code: 'REGISTRY.ORG.TIER_MISMATCH', rule: 'C.1' });
  }
  if (code.ok && draft.urbanRural !== undefined) {
    const urbanRural = checkUrbanRural(draft.urbanRural, code.value);
    if (!urbanRural.ok) refusals.push({ field: 'urbanRural', code: urbanRural.code, rule: 'C.1' });
  }
  return refusals;
}

/** A name is 1 to 100 characters without control characters. */
export function checkOrgName(name: string): Refusal<OrgRefusalCode>[] {
  const trimmed = name.trim();
  if (trimmed === '') return [{ field: 'name', code: 'FIELD.REQUIRED' }];
  if (trimmed.length > NAME_LENGTH) return [{ field: 'name', code: 'FIELD.TOO_LONG' }];
  return /\p{Cc}/u.test(trimmed) ? [{ field: 'name', code: 'FIELD.INVALID' }] : [];
}

function checkPeriod(draft: OrgDraft): Refusal<OrgRefusalCode>[] {
  const refusals: Refusal<OrgRefusalCode>[] = [];
  if (!isIsoDate(draft.validFrom)) refusals.push({ field: 'validFrom', code: 'FIELD.DATE' });
  if (draft.validTo === undefined) return refusals;
  if (!isIsoDate(draft.validTo)) refusals.push({ field: 'validTo', code: 'FIELD.DATE' });
  else if (draft.validTo < draft.validFrom) refusals.push({ field: 'validTo', code: 'REGISTRY.ORG.PERIOD_INVALID' });
  return refusals;
}

/** The unit above, which must exist; null for a county, the top of this tree. */
export function requiredParent(code: AreaCode): AreaCode | null {
  return parentArea(code);
}

/** Whether a period covers a day; both ends count. */
export function validOn(
  period: { readonly validFrom: IsoDate; readonly validTo?: IsoDate | null },
  day: IsoDate,
): boolean {
  return period.validFrom <= day && (period.validTo == null || period.validTo >= day);
}
