import { hostMessageType } from '../host-messages.ts';
import { followKeyboard } from '../page/follow-keyboard.ts';
import { createChatFrame } from './chat-frame.ts';
import type { LoaderElements } from './elements.ts';
import { createModality } from './modality.ts';
import { createOpening } from './opening.ts';
import type { LoaderTexts } from './texts.ts';

/** Where the frame is, and what it is told and may ask for. */
export type PanelSettings = {
  readonly frameUrl: string;
  readonly texts: LoaderTexts;
  /** The frame is there, and says which neutral page a quick exit leads to. */
  readonly ready: (exitUrl: string) => void;
  /** How much of the conversation was not seen yet; null when there is none. */
  readonly conversation: (unread: number | null) => void;
  /** The frame asks to leave for this neutral page. */
  readonly leave: (url: string) => void;
};

/** The panel with the frame in it. */
export interface Panel {
  readonly open: () => void;
  /** Tells the frame how often Shift was pressed, for it to say or to leave; false when there is no frame yet. */
  readonly tellShift: (presses: number) => boolean;
}

/** Makes the panel; the frame in it is loaded at the first opening only, so that reading the page costs nothing (R6). */
export function createPanel(elements: LoaderElements, settings: PanelSettings): Panel {
  const { panel, wait, launch } = elements;
  const show = createShow(elements);
  const close = (): void => {
    show(false);
    launch.focus();
  };
  const enter = (): void => {
    frame.focus();
    frame.tell({ type: hostMessageType, name: 'open' });
  };
  const ready = (exitUrl: string): void => {
    opening.finish();
    settings.ready(exitUrl);
    settings.conversation(null);
    if (!panel.hidden) enter();
  };
  const frame = createChatFrame(panel, settings.frameUrl, (message) => {
    if (message.name === 'ready') ready(message.url);
    else if (message.name === 'close') close();
    else if (message.name === 'conversation') settings.conversation(message.unread);
    else settings.leave(message.url);
  });
  const opening = createOpening({
    wait,
    texts: settings.texts,
    load: frame.load,
    isWanted: () => !panel.hidden,
  });
  wait.close.addEventListener('click', close);
  followKeyboard(panel);
  return {
    open: () => {
      show(true);
      if (opening.isReady()) {
        enter();
      } else {
        opening.begin();
        panel.focus();
      }
    },
    tellShift: (presses) => frame.tell({ type: hostMessageType, name: 'shift', presses }),
  };
}

/** Shows the panel in the button's place, or the button in the panel's. */
function createShow({ panel, launch, heard }: LoaderElements): (isOpen: boolean) => void {
  const fitModality = createModality(panel);
  return (isOpen) => {
    panel.hidden = !isOpen;
    launch.hidden = isOpen;
    heard.textContent = '';
    fitModality();
  };
}
