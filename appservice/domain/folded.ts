/**
 * A nickname or a code word as it is compared (R28, S6): how it was typed does not count (case, spaces, full-width or
 * composed letters, marks that cannot be seen). Null when nothing is left of it.
 */
export function folded(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? null : plain;
}
