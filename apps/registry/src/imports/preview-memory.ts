import { hash } from 'node:crypto';
import { lookAlikeKeys, type DuplicateTraits } from '#domain';

const MARK_DIGITS = 12;

/**
 * The rows a preview has accepted so far, which it does not store. Of each key only 48 bits are kept: those of a million rows
 * take some 150 MB, and in one of twenty such files a row is taken for known by chance.
 */
export class PreviewMemory {
  private readonly rows = new Set<number>();
  private readonly unnumbered = new Set<number>();
  private readonly numbered = new Set<number>();

  /** Whether a row with this digest or document key, in hex, was accepted. */
  has(key: string): boolean {
    return this.rows.has(markOf(key));
  }

  /** Whether an accepted row looks like this one; two different numbers speak against it. */
  looksLike(traits: DuplicateTraits): boolean {
    const others = traits.idKey === null ? [this.unnumbered, this.numbered] : [this.unnumbered];
    return marksOf(traits).some((mark) => others.some((marks) => marks.has(mark)));
  }

  add(digest: string, traits: DuplicateTraits): void {
    const alike = traits.idKey === null ? this.unnumbered : this.numbered;
    for (const mark of marksOf(traits)) alike.add(mark);
    this.rows.add(markOf(digest));
    if (traits.idKey !== null) this.rows.add(markOf(traits.idKey));
  }
}

function marksOf(traits: DuplicateTraits): number[] {
  return lookAlikeKeys(traits).map((key) => markOf(hash('sha256', key)));
}

function markOf(hex: string): number {
  return Number.parseInt(hex.slice(0, MARK_DIGITS), 16);
}
