/** What only somebody who is there does. */
export const SIGNS_OF_LIFE = ['pointerdown', 'keydown'] as const;

let seenAt = Date.now();

/** From now on; called once, when the page starts. */
export function watchSignsOfLife(): void {
  for (const sign of SIGNS_OF_LIFE) {
    document.addEventListener(sign, () => (seenAt = Date.now()), { passive: true, capture: true });
  }
}

/** Seconds since the user of this page did something last. */
export function idleSeconds(): number {
  return Math.max(0, Math.floor((Date.now() - seenAt) / 1_000));
}
