/** `_xHHHH_`, the way workbooks write characters XML cannot hold (ECMA-376, ST_Xstring). */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;

/** Resolves `_xHHHH_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** What XML reserves, carriage returns (parsers change them), what XML 1.0 forbids, halves of pairs, and escapes themselves. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const RESERVED = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML content that {@link unescapeText} gives back unchanged. */
export function escapeText(text: string): string {
  return text.replace(
    RESERVED,
    (character) => ENTITIES[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
