/** HTML that may stand in a page as it is. */
export type Markup = { readonly markup: string };

/** Writes HTML; every text that is put into it is escaped, other HTML is not. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const filled = values.map((value, index) => `${toMarkup(value)}${parts[index + 1] ?? ''}`);
  return { markup: `${parts[0] ?? ''}${filled.join('')}` };
}

/** HTML standard, text and attribute values in double quotes; the angle brackets too, so that no reader is misled. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function toMarkup(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n');
}
