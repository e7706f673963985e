/** Below: CVE-2026-58253, CVE-2026-58251 and lost or duplicated messages (reliability-security.md 1.1). */
export const OLDEST_ACCEPTED = '2.12.7';

/** What we ship and test with. */
export const SHIPPED_FROM = '2.14.0';

/** Compares `major.minor.patch`; a pre-release counts as its number. Negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  return version
    .replace(/^v/, '')
    .split(/[-+]/, 1)
    .join('')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}
