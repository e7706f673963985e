/** The views of the dashboard, in order. Those of several areas are absent where there is none below. */
export const TABS = ['overview', 'ranking', 'heat', 'trend', 'map'] as const;
export type Tab = (typeof TABS)[number];

const OF_AREAS: readonly Tab[] = ['ranking', 'heat', 'map'];

export function tabsFor(hasBelow: boolean): readonly Tab[] {
  return hasBelow ? TABS : TABS.filter((tab) => !OF_AREAS.includes(tab));
}
