import { useWindowVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useIsPrinting } from '../use-media.js';

/** Below this many rows all are drawn: the browser's own search finds them, and there is nothing to gain. */
const DRAWN_WHOLE = 120;
const NEAR_THE_END = 20;
/** Rows drawn beyond the window on either side, at least: about half a window. */
const OVERSCAN = 12;
/** Rows come and go so many at a time: most frames of a scrolling list change nothing in it. */
const STEP = 4;

export interface VisibleRows<Element extends HTMLElement> {
  /** Goes to the element the rows lie in. */
  readonly list: RefObject<Element | null>;
  /** Rows to draw; undefined: all of them. */
  readonly items: readonly VirtualItem[] | undefined;
  /** Pixels that stand for the rows above and below. */
  readonly before: number;
  readonly after: number;
  readonly measure: (element: globalThis.Element | null) => void;
}

/** Which of many rows are near the window. Asks for more when the last ones come near. */
export function useVisibleRows<Element extends HTMLElement>(
  count: number,
  estimate: number,
  onMore: (() => void) | undefined,
): VisibleRows<Element> {
  const list = useRef<Element>(null);
  const [top, setTop] = useState(0);
  const isPrinting = useIsPrinting();
  useLayoutEffect(() => {
    if (list.current !== null) setTop(list.current.getBoundingClientRect().top + scrollY);
  }, [count]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    rangeExtractor: drawn,
    scrollMargin: top,
    // The rows beyond the window are there already: drawing the next ones need not hold up the frame.
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore !== undefined && count > 0 && last >= count - NEAR_THE_END) onMore();
  }, [last, count, onMore]);
  const whole = count <= DRAWN_WHOLE || isPrinting;
  return {
    list,
    items: whole ? undefined : items,
    before: whole ? 0 : (items[0]?.start ?? top) - top,
    after: whole ? 0 : virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
    measure: virtualizer.measureElement,
  };
}

function drawn({ startIndex, endIndex, count }: Range): number[] {
  const first = Math.max(0, Math.floor((startIndex - OVERSCAN) / STEP) * STEP);
  const end = Math.min(count, Math.ceil((endIndex + 1 + OVERSCAN) / STEP) * STEP);
  return Array.from({ length: end - first }, (_, i) => first + i);
}
