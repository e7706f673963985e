const listeners = new Set<(text: string) => void>();

/** Says in a line that is gone after a moment what has been done: `say(t('saved'))`. */
export function say(text: string): void {
  for (const listener of listeners) listener(text);
}

/** For the frame, which shows them. */
export function onNotice(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
