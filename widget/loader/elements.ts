import { style } from './style.ts';
import type { LoaderTexts } from './texts.ts';

/** The parts of the loader in the host page. */
export type LoaderElements = {
  readonly launch: HTMLButtonElement;
  readonly label: HTMLElement;
  readonly panel: HTMLElement;
  /** What is seen until the frame has painted: a word, a link past the panel, and a way to close it. */
  readonly wait: HTMLElement;
  readonly close: HTMLButtonElement;
  readonly heard: HTMLElement;
  readonly cover: HTMLElement;
};

/** Strokes of the button's icon: a speech bubble, and in it a sign for each state, so that colour never stands alone (R10). */
const iconStrokes = {
  bubble: 'M4 5h16v11H10l-4 4v-4H4z',
  online: 'M8.5 10.5l2.5 2.5 4.5-4.5',
  busy: 'M8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01',
  offline: 'M9.5 8l5 5M14.5 8l-5 5',
} as const;

/**
 * Puts button, panel, announcements and cover into a shadow tree of the host page. Nothing is written as markup and no
 * element has a style attribute, so that a strict policy of the host page (CSP, Trusted Types) is content.
 */
export function addElements(texts: LoaderTexts, frameUrl: string): LoaderElements {
  const host = document.createElement('helpline-chat');
  host.lang = texts.language; // the host page may be in another one
  const shadow = host.attachShadow({ mode: 'open' });
  addStyle(shadow);

  const label = create('span', {}, texts.unknown);
  const launch = create('button', {
    type: 'button',
    class: 'launch',
    'aria-haspopup': 'dialog',
    'data-state': 'unknown',
  });
  launch.append(icon(), label);

  const close = create('button', { type: 'button', class: 'close' }, texts.close);
  const apart = create('a', { href: frameUrl, target: '_blank', rel: 'noopener' }, texts.apart);
  const wait = create('div', { class: 'wait' });
  wait.append(create('p', {}, texts.loading), apart, close);
  const panel = create('div', { class: 'panel', role: 'dialog', 'aria-label': texts.panel, hidden: '' });
  panel.append(wait);

  const heard = create('p', { class: 'heard', role: 'status' });
  const cover = create('div', { class: 'cover', hidden: '' });
  shadow.append(launch, panel, heard, cover);
  document.body.append(host);
  return { launch, label, panel, wait, close, heard, cover };
}

function addStyle(shadow: ShadowRoot): void {
  if ('adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
  } else {
    (shadow as ShadowRoot).append(create('style', {}, style));
  }
}

function icon(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  for (const [name, stroke] of Object.entries(iconStrokes)) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', stroke);
    drawing.append(path);
  }
  return drawing;
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
