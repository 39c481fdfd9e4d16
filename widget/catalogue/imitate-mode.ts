/** How the catalogue can show colours. */
export const modes = ['light', 'dark', 'forced'] as const;

/** A way to show colours. */
export type Mode = (typeof modes)[number];

/** What a browser does where somebody's own colours are forced onto a page, as near as a style sheet comes to it. */
const forcedColours = `
*, *::before, *::after {
  border-color: #fff !important;
  background-color: #000 !important;
  color: #fff !important;
  box-shadow: none !important;
  text-shadow: none !important;
}
a, a * { color: #ff0 !important; }
button, button * { color: #0f0 !important; }
`;

/**
 * Shows light, dark or forced colours whatever the system is set to, by switching the rules of its media queries; null leaves
 * it to the system. It is for eyes: the tests let the browser itself do it.
 */
export function imitateMode(wanted: string | null): void {
  const mode = modes.find((each) => each === wanted);
  if (mode === undefined) return;
  for (const sheet of document.styleSheets) switchRules(sheet.cssRules, mode);
  document.documentElement.style.colorScheme = mode === 'light' ? 'light' : 'dark';
  if (mode !== 'forced') return;
  const imitation = new CSSStyleSheet();
  imitation.replaceSync(forcedColours);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, imitation];
}

function switchRules(rules: CSSRuleList, mode: Mode): void {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const { mediaText } = rule.media;
    if (mediaText.includes('prefers-color-scheme: dark')) rule.media.mediaText = switched(mode === 'dark');
    else if (mediaText.includes('forced-colors: active')) rule.media.mediaText = switched(mode === 'forced');
    else switchRules(rule.cssRules, mode);
  }
}

function switched(isOn: boolean): string {
  return isOn ? 'all' : 'not all';
}
