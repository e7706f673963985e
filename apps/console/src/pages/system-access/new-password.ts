/** Nothing that is mistaken for another when it is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to hand over, `k7mq-x2bn-…`: 16 of 31 signs, about 79 bits. It has to be changed at the first sign-in. */
export function makePassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const signs: string[] = [];
  while (signs.length < GROUPS * GROUP_LENGTH) {
    for (const byte of random(new Uint8Array(32))) {
      // Above this bound the first signs of the list would come more often.
      const limit = 256 - (256 % LETTERS.length);
      if (byte < limit && signs.length < GROUPS * GROUP_LENGTH) signs.push(LETTERS.charAt(byte % LETTERS.length));
    }
  }
  return Array.from({ length: GROUPS }, (_, i) => signs.slice(i * GROUP_LENGTH, (i + 1) * GROUP_LENGTH).join('')).join(
    '-',
  );
}
