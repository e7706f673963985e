/** Drawn on a 12 grid; the same shapes stand in tables, maps and charts. */
const CIRCLE = 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z';
const TRIANGLE = 'M6 .8 11.6 11H.4z';
const DIAMOND = 'M6 .2 11.8 6 6 11.8.2 6z';
const SQUARE = 'M1.2 1.2h9.6v9.6H1.2z';
const DASH = 'M.5 4.7h11v2.6H.5z';

/** Case classes, places of stay, and how a due date stands. */
export const STATUS_SHAPES = {
  stable: { path: CIRCLE, tone: 'good' },
  basically_stable: { path: TRIANGLE, tone: 'warning' },
  unstable: { path: DIAMOND, tone: 'bad' },
  in_hospital: { path: SQUARE, tone: 'info' },
  lost: { path: DASH, tone: 'muted' },
  unknown: { path: DASH, tone: 'muted' },
  overdue: { path: DIAMOND, tone: 'bad' },
  due: { path: TRIANGLE, tone: 'warning' },
  upcoming: { path: CIRCLE, tone: 'info' },
  done: { path: CIRCLE, tone: 'good' },
} as const satisfies Record<string, { path: string; tone: 'good' | 'warning' | 'bad' | 'info' | 'muted' }>;

export type Status = keyof typeof STATUS_SHAPES;
