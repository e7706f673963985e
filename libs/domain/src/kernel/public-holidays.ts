import { fromDayNumber, toDayNumber, weekdayOf, type IsoDate } from './iso-date.js';
import type { EvidenceMark } from './evidence.js';
import type { WorkingCalendar } from './working-calendar.js';

/** One line of a notice: free from the first to the last day, and the week-end days that are worked for it. */
export interface HolidayEntry {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly makeUpDays: readonly IsoDate[];
}

/** What the State Council announced for a year. */
export interface HolidayYear {
  readonly year: number;
  readonly mark: EvidenceMark;
  readonly source: string;
  readonly entries: readonly HolidayEntry[];
}

const NAMES = {
  newYear: ['元旦', "New Year's Day"],
  spring: ['春节', 'Spring Festival'],
  qingming: ['清明节', 'Qingming'],
  labour: ['劳动节', 'Labour Day'],
  dragonBoat: ['端午节', 'Dragon Boat Festival'],
  midAutumn: ['中秋节', 'Mid-Autumn Festival'],
  national: ['国庆节', 'National Day'],
  nationalAndMidAutumn: ['国庆节、中秋节', 'National Day and Mid-Autumn Festival'],
} as const;

function entry(name: keyof typeof NAMES, from: IsoDate, to: IsoDate, ...makeUpDays: IsoDate[]): HolidayEntry {
  const [nameZh, nameEn] = NAMES[name];
  return { nameZh, nameEn, from, to, makeUpDays };
}

/**
 * The years' notices, line by line. A new year is a new element here: the notice comes out every autumn. A year that is not
 * listed has no holidays but its week-ends.
 */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2024,
    mark: 'C',
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023-10-25）',
    entries: [
      entry('newYear', '2024-01-01', '2024-01-01'),
      entry('spring', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      entry('qingming', '2024-04-04', '2024-04-06', '2024-04-07'),
      entry('labour', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      entry('dragonBoat', '2024-06-10', '2024-06-10'),
      entry('midAutumn', '2024-09-15', '2024-09-17', '2024-09-14'),
      entry('national', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    mark: 'C',
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
    entries: [
      entry('newYear', '2025-01-01', '2025-01-01'),
      entry('spring', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      entry('qingming', '2025-04-04', '2025-04-06'),
      entry('labour', '2025-05-01', '2025-05-05', '2025-04-27'),
      entry('dragonBoat', '2025-05-31', '2025-06-02'),
      entry('nationalAndMidAutumn', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    mark: 'C',
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    entries: [
      entry('newYear', '2026-01-01', '2026-01-03', '2026-01-04'),
      entry('spring', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      entry('qingming', '2026-04-04', '2026-04-06'),
      entry('labour', '2026-05-01', '2026-05-05', '2026-05-09'),
      entry('dragonBoat', '2026-06-19', '2026-06-21'),
      entry('midAutumn', '2026-09-25', '2026-09-27'),
      entry('national', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];

/** The working calendar of a set of notices: of the free days only those on Monday to Friday count. */
export function calendarOf(years: readonly HolidayYear[]): WorkingCalendar {
  const entries = years.flatMap((year) => year.entries);
  const free = entries.flatMap(({ from, to }) => daysOf(from, to)).filter((day) => weekdayOf(day) < 6);
  return { holidays: new Set(free), makeUpDays: new Set(entries.flatMap((one) => one.makeUpDays)) };
}

function daysOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const first = toDayNumber(from);
  return Array.from({ length: toDayNumber(to) - first + 1 }, (_, i) => fromDayNumber(first + i));
}

/** Mainland China's working days in the years listed above. */
export const STATE_CALENDAR: WorkingCalendar = calendarOf(HOLIDAY_YEARS);
