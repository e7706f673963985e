import type { FollowUpRecord, Medication } from './follow-up-record.js';
import type { SmiRefusal } from './smi-problem.js';

const LISTS = ['medications', 'medicationGuidance'] as const;

/** Drug rows: named, no duplicates, at least one dose above 0; a long-acting one says how often (items 27, 28). */
export function checkMedications(record: FollowUpRecord): SmiRefusal[] {
  return LISTS.flatMap((list) => {
    const rows = record[list] ?? [];
    return rows.flatMap((row, index) => checkRow(row, rows.slice(0, index), `${list}.${index}`));
  });
}

function checkRow(row: Medication, earlier: readonly Medication[], path: string): SmiRefusal[] {
  if (typeof row.drug !== 'string' || row.drug.trim() === '') {
    return [{ field: `${path}.drug`, code: 'FIELD.REQUIRED' }];
  }
  const duplicate = earlier.some((other) => keyOf(other) === keyOf(row));
  return [
    ...(duplicate
      ? [{ field: `${path}.drug`, code: 'SMI.FOLLOW_UP.MEDICATION_DUPLICATE' as const, rule: '3.3 item 27' }]
      : []),
    ...(row.longActing === true ? checkLongActing(row, path) : checkShortActing(row, path)),
  ];
}

/** The tablet and the injection of one drug are two rows. */
function keyOf(row: Medication): string {
  return `${row.drug.trim()}|${row.longActing === true ? 'long' : 'short'}`;
}

function checkShortActing(row: Medication, path: string): SmiRefusal[] {
  const total = (row.morningMg ?? 0) + (row.noonMg ?? 0) + (row.eveningMg ?? 0);
  return total > 0 ? [] : [doseMissing(path, 'morningMg')];
}

function checkLongActing(row: Medication, path: string): SmiRefusal[] {
  return [
    ...(row.every == null ? [{ field: `${path}.every`, code: 'FIELD.REQUIRED' as const }] : []),
    ...((row.times ?? 0) > 0 ? [] : [doseMissing(path, 'times')]),
    ...((row.doseMg ?? 0) > 0 ? [] : [doseMissing(path, 'doseMg')]),
  ];
}

function doseMissing(path: string, field: string): SmiRefusal {
  return { field: `${path}.${field}`, code: 'SMI.FOLLOW_UP.MEDICATION_DOSE_MISSING', rule: '3.3 item 27' };
}
