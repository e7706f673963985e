import type { Page } from 'playwright-core';

/** One picture, taken at both widths and in both languages. */
export interface Screen {
  /** File name without ending. */
  readonly name: string;
  /** A demo account, or `null` for a page without a session. */
  readonly account: string | null;
  readonly address: string;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** `light` (default) or `dark`. */
  readonly colorScheme?: 'light' | 'dark';
  /** As it is shown (default), or as it is printed: once a language. */
  readonly media?: 'screen' | 'print';
  /** Also a picture of the guide: only the window of a desk, or of a phone, into `docs/guide/pictures` (with `--guide`). */
  readonly guide?: boolean | 'phone';
  /** Only what fits the window, for very long pages. Default: the whole page. */
  readonly windowOnly?: boolean;
}
