import { buttonState, type ButtonState, type HelplineState } from './button-state.ts';
import type { LoaderElements } from './elements.ts';
import type { LoaderTexts } from './texts.ts';

/** The button on the host page. */
export interface Button {
  readonly helpline: (state: HelplineState) => void;
  /** Null when there is no conversation to come back to. */
  readonly conversation: (unread: number | null) => void;
}

/** What the icon's speech bubble holds: a sign for each state, so that colour never stands alone (R10). */
const signs: Readonly<Partial<Record<ButtonState, string>>> = {
  online: 'M8 10l3 3 5-5',
  busy: 'M8 10h.01M12 10h.01M16 10h.01',
  offline: 'M9 8l5 5M14 8l-5 5',
  news: 'M8 9h8M8 12h5',
};

/**
 * Makes the button follow the helpline's status and the caller's own conversation. A change is announced while the panel is
 * closed; while it is open, the frame alone speaks.
 */
export function createButton(elements: LoaderElements, texts: LoaderTexts): Button {
  const { launch, label, stroke, heard, panel } = elements;
  let helpline: HelplineState = 'unknown';
  let conversation: number | null = null;
  const show = (): void => {
    const before = launch.dataset['state'];
    const state = buttonState(helpline, conversation);
    if (before === state) return;
    launch.dataset['state'] = state;
    label.textContent = texts[state];
    stroke.setAttribute('d', `M4 5h16v11H10l-4 4v-4H4z${signs[state] ?? ''}`);
    if (before !== undefined && before !== 'unknown' && panel.hidden) heard.textContent = texts[state];
  };
  show();
  return {
    helpline: (state) => {
      helpline = state;
      show();
    },
    conversation: (unread) => {
      conversation = unread;
      show();
    },
  };
}
