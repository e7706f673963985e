import type { SmiIndicator } from './define-indicator.js';
import { CONTRACT_INDICATORS } from './smi-indicators.contract.js';
import { VARIANT_INDICATORS } from './smi-indicators.variants.js';

export type { SmiIndicator };

/**
 * Every SMI indicator. The position in this list is the slot of its counts in stored cells: append only, never reorder.
 */
export const SMI_INDICATORS: readonly SmiIndicator[] = [...CONTRACT_INDICATORS, ...VARIANT_INDICATORS];

const SLOT_BY_ID: ReadonlyMap<string, number> = new Map(SMI_INDICATORS.map((entry, slot) => [entry.id, slot]));

/** Slot of an indicator's counts in a cell; `undefined` for an unknown id. */
export function smiIndicatorSlot(id: string): number | undefined {
  return SLOT_BY_ID.get(id);
}

/** Grows when any definition changes its meaning: stored counts of another number are evaluated again. */
export const SMI_RULES_VERSION: number = SMI_INDICATORS.reduce((sum, entry) => sum + entry.version, 0);
