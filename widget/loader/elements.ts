import { create } from './create-element.ts';
import { style } from './style.ts';
import type { LoaderTexts } from './texts.ts';
import { createWaitLayer, wordsId, type WaitLayer } from './wait-layer.ts';

/** The parts of the loader in the host page. */
export type LoaderElements = {
  /** Holds all the others. */
  readonly host: HTMLElement;
  readonly launch: HTMLButtonElement;
  readonly label: HTMLElement;
  /** The stroke of the button's icon. */
  readonly stroke: SVGElement;
  readonly panel: HTMLElement;
  readonly wait: WaitLayer;
  /** For people who hear the screen: what the button shows, while the panel is closed. */
  readonly heard: HTMLElement;
  readonly cover: HTMLElement;
};

/**
 * Puts button, panel, announcements and cover into a shadow tree of the host page, beside its body: the body as a whole can be made
 * inert, nothing that the page does to it moves or hides them, and they are there before it has come over a slow line. Nothing is
 * written as markup and no element has a style attribute, so that a strict policy of the host page (CSP, Trusted Types) is content.
 */
export function addElements(texts: LoaderTexts, frameUrl: string): LoaderElements {
  const host = document.createElement('helpline-chat');
  host.lang = texts.language; // the host page may be in another one
  const shadow = host.attachShadow({ mode: 'open' });
  addStyle(shadow);

  const label = create('span');
  const launch = create('button', { class: 'launch', 'aria-haspopup': 'dialog' });
  const [icon, stroke] = createIcon();
  launch.append(icon, label);

  const wait = createWaitLayer(texts, frameUrl);
  const panel = create('div', {
    class: 'panel',
    role: 'dialog',
    tabindex: '-1',
    'aria-label': texts.unknown,
    'aria-describedby': wordsId,
  });
  panel.append(wait.layer);

  const heard = create('p', { class: 'heard', role: 'status' });
  const cover = create('div', { class: 'cover' });
  panel.hidden = cover.hidden = true;
  shadow.append(launch, panel, heard, cover);
  document.documentElement.append(host);
  return { host, launch, label, stroke, panel, wait, heard, cover };
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

/** The button's icon is one path, drawn by the button's state. */
function createIcon(): readonly [SVGElement, SVGElement] {
  const make = (name: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', name);
  const icon = make('svg');
  const stroke = make('path');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.append(stroke);
  return [icon, stroke];
}
