/** Puts values into the `{name}` places of a sentence. A place without a value stays, so that a test or an eye finds it. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
