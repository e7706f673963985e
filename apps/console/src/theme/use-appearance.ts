import { useSyncExternalStore } from 'react';
import type { Appearance } from './theme.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');
const MORE_CONTRAST = matchMedia('(prefers-contrast: more)');
const LESS_MOTION = matchMedia('(prefers-reduced-motion: reduce)');
const PRINT = matchMedia('print');

/** What the system asks for, followed while the page is open. Paper is white. */
export function useAppearance(): Appearance {
  const dark = useMedia(DARK);
  const moreContrast = useMedia(MORE_CONTRAST);
  const lessMotion = useMedia(LESS_MOTION);
  const print = useMedia(PRINT);
  return { dark: dark && !print, moreContrast, lessMotion };
}

function useMedia(list: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => list.matches,
  );
}
