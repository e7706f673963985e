import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 767px)';
/** Where the widest list of fixed columns no longer fits beside the navigation. */
const NARROW = 'screen and (max-width: 1239px)';

/** Whether the window is as narrow as a phone: tables become cards. */
export function useIsPhone(): boolean {
  return useMedia(PHONE);
}

/** Whether the window is as narrow as a tablet: lists leave out what a card leaves out. */
export function useIsNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the page is being printed: what is drawn in part on the screen is drawn whole on paper. */
export function useIsPrinting(): boolean {
  return useMedia('print');
}

/** Whether fingers point here: the device brings its own ways to fill things in. */
export function useIsTouch(): boolean {
  return useMedia('(pointer: coarse)');
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
