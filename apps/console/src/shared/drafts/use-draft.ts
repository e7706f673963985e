import { useCallback, useEffect, useRef, useState } from 'react';
import { useUser } from '../../session/use-session.js';
import type { Draft } from './draft-store.js';
import { drafts } from './drafts.js';

/** So long after the last key the draft is written. */
const PAUSE_MS = 400;

export interface UsedDraft<T> {
  /** `undefined` while it is read, `null` where there is none. */
  readonly draft: Draft<T> | null | undefined;
  /** Keeps a value, a moment after the last change; what is left when the page goes is written at once. */
  readonly keep: (value: T) => void;
  /** Removes it: the record was saved, or the user starts afresh. */
  readonly clear: () => void;
  /** When it was kept last on this page. */
  readonly keptAt: Date | undefined;
}

/** A draft of the user of this page: `useDraft<Visit>('follow-up:' + caseId)`. The name holds no personal data. */
export function useDraft<T>(name: string): UsedDraft<T> {
  const { id } = useUser();
  const [draft, setDraft] = useState<Draft<T> | null>();
  const [keptAt, setKeptAt] = useState<Date>();
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const read = drafts.read<T>(id, name).catch(() => undefined);
    void read.then((found) => isCurrent && setDraft(found ?? null));
    return () => {
      isCurrent = false;
    };
  }, [id, name]);
  const write = useCallback(async () => {
    const now = waiting.current;
    if (now === undefined) return;
    waiting.current = undefined;
    clearTimeout(now.timer);
    // No storage (a private window): the form itself still holds everything.
    const kept = await drafts.save(id, name, now.value).then(
      () => true,
      () => false,
    );
    if (kept) setKeptAt(new Date());
  }, [id, name]);
  useEffect(() => {
    const hidden = () => void (document.visibilityState === 'hidden' && write());
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void write();
    };
  }, [write]);
  const keep = useCallback(
    (value: T) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { value, timer: setTimeout(() => void write(), PAUSE_MS) };
    },
    [write],
  );
  const clear = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    setDraft(null);
    setKeptAt(undefined);
    void drafts.remove(id, name).catch(() => undefined);
  }, [id, name]);
  return { draft, keep, clear, keptAt };
}
