/** Signs of the desk's words that a machine without an emoji font draws as nothing, each as lines in a square of 16. */
const signs: Readonly<Record<string, string>> = {
  '✋': 'M4.5 9V4.2a1 1 0 0 1 2 0V8m0-1V2.6a1 1 0 0 1 2 0V8m0-1V3.2a1 1 0 0 1 2 0V8.4m0-.9V5a1 1 0 0 1 2 0v5.2c0 3-1.6 4.8-4.2 4.8-2.3 0-3.4-1-4.6-3L2 9.4a1 1 0 0 1 1.7-1L4.5 9.6',
  '✖': 'M3.5 3.5l9 9m0-9l-9 9',
  '✉': 'M1.5 3.5h13v9h-13zl6.5 5 6.5-5',
  '🔔': 'M3 11.5c1-1 1.3-2 1.3-4.5a3.7 3.7 0 0 1 7.4 0c0 2.5.3 3.5 1.3 4.5zM6.7 14h2.6',
  '→': 'M2 8h12m-4-4l4 4-4 4',
  '✅': 'M2 2h12v12h-12zM4.5 8.5l2.5 2.5 4.5-5.5',
  '❌': 'M3.5 3.5l9 9m0-9l-9 9',
  '⏸': 'M5.5 3v10m5-10v10',
  '⏭': 'M2.5 3.5l5 4.5-5 4.5zm5 0l5 4.5-5 4.5zM14 3.5v9',
  '❔': 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 2.4v.6',
  '🔟': 'M4 4v8m3-8h5v8h-5z',
};

/** Words as HTML, with those signs drawn. */
export function withSignsDrawn(words: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(signs).reduce(
    (html, [sign, path]) => html.replaceAll(sign, drawingOf(path)),
    escaped,
  );
}

function drawingOf(path: string): string {
  const look =
    'fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"';
  return `<svg viewBox="0 0 16 16" width="16" height="16" style="vertical-align:-3px" ${look}><path d="${path}"/></svg>`;
}
