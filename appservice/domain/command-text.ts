/** A full stop or the like that phones add at the end. */
export function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!?…'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
