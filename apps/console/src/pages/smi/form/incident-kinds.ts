import { defineCodes } from '#domain';

/** 危险行为 (smi.md 3.3 item 18): fields of a record's counts. */
export const INCIDENT_KINDS = defineCodes([
  ['minorDisturbance', '轻度滋事', 'Minor disturbance'],
  ['publicOrder', '肇事', 'Against public order'],
  ['crime', '肇祸', 'Crime'],
  ['otherHarm', '其他危害行为', 'Other harm'],
  ['selfHarm', '自伤', 'Self-harm'],
  ['suicideAttempt', '自杀未遂', 'Attempted suicide'],
]);
