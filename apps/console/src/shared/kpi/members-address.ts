import type { Measure } from './kpi-queries.js';

export const MEMBER_SIDES = ['gap', 'numerator', 'denominator'] as const;
export type MemberSide = (typeof MEMBER_SIDES)[number];

/** Address of the list behind a figure. */
export function membersAddress({ org, period, asOf }: Measure, indicator: string, side: MemberSide): string {
  const query = new URLSearchParams({ org, period, indicator, side });
  if (asOf !== undefined) query.set('asOf', asOf);
  return `/indicators/members?${query.toString()}`;
}
