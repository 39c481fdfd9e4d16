import { createCryptoWorker } from './adapters/worker-policy.ts';
import { render } from 'preact';
import type { WidgetSettings } from '../../appservice/contract/widget-settings.ts';
import { followKeyboard } from '../page/follow-keyboard.ts';
import { followShift } from '../page/follow-shift.ts';
import { createAppserviceClient, type AppserviceClient } from './adapters/appservice-client.ts';
import { browserClock } from './adapters/browser-clock.ts';
import { createCryptoClient, type CryptoClient } from './adapters/crypto-client.ts';
import { firstWording } from './adapters/first-wording.ts';
import { createFeedbackClient } from './adapters/feedback-client.ts';
import { focusFirst } from './adapters/focus-first.ts';
import { followLine } from './adapters/line.ts';
import {
  closeMessage,
  createConversationTeller,
  findHostPage,
  readyMessage,
  type HostPage,
} from './adapters/host-page.ts';
import { createWorkerEarly } from './adapters/early-worker.ts';
import { deleteLeftConversations, followOwnDatabases, type OwnDatabases } from './adapters/left-behind.ts';
import { createOneTab } from './adapters/one-tab.ts';
import { findOtherTabs, type OtherTabs } from './adapters/other-tabs.ts';
import { followOwnFailures } from './adapters/own-failures.ts';
import { exitQuickly, wipeOnLeaving } from './adapters/quick-exit.ts';
import { createRequestSecret } from './adapters/random.ts';
import { paintAccent } from './adapters/paint-accent.ts';
import { readSettings } from './adapters/read-settings.ts';
import { followOfferedFiles } from './adapters/offered-files.ts';
import { createServiceClock, type ServiceClock } from './adapters/service-clock.ts';
import { followSight, type Sight } from './adapters/sight.ts';
import { clearRoot } from './clear-root.ts';
import { App } from './components/app/app.tsx';
import { FrameProvider, type FrameSurroundings } from './components/frame-context.ts';
import { createFailClosed } from './fail-closed.ts';
import { keepLast } from './keep-last.ts';
import { createPerformer } from './perform.ts';
import type { Effect } from './state/effect.ts';
import { initialState, type FrameState } from './state/frame-state.ts';
import { parseProvince } from './state/postcode.ts';
import type { Wording } from './state/wording.ts';
import { createStore, type Store } from './store.ts';
import { createTextShelf, fetchFirst, type TextShelf } from './text-shelf.ts';
import type { Texts } from './texts/keys.ts';

/** How often the words of the next opening are made anew, milliseconds. */
const clockPeriodMs = 60_000;

/** The parts that stay the same as long as the page lives. */
type Frame = {
  readonly settings: WidgetSettings;
  readonly host: HostPage | undefined;
  readonly root: HTMLElement;
  readonly clock: ServiceClock;
  readonly store: Store;
  readonly sight: Sight;
  readonly shelf: TextShelf;
  readonly otherTabs: OtherTabs;
  readonly leave: (by: 'caller' | 'host' | 'other tab') => void;
  /** The same as long as the words are: every part of the screen that asks for it is drawn anew when it changes. */
  readonly surroundings: (texts: Texts) => FrameSurroundings;
};

/** What the frame is made from. */
type FrameParts = Pick<Frame, 'settings' | 'root' | 'shelf'> & {
  readonly wording: Wording;
  readonly createWorker: () => Worker;
};

/** Composition root of the frame: the only place where state, screen, network and worker meet. */
function compose({ settings, root, shelf, wording, createWorker }: FrameParts): Frame {
  const clock = createServiceClock(browserClock);
  const host = findHostPage(settings.hostOrigins);
  const tellConversation = createConversationTeller(host?.tell);
  const client = createAppserviceClient(clock);
  const feedback = createFeedbackClient(clock);
  const store = createStore(firstState(settings, wording), {
    paint: (state) => {
      paint(frame, state);
      tellConversation(state);
    },
    perform: (effect: Effect) => {
      perform(effect);
    },
  });
  const ownDatabases = followOwnDatabases(() => indexedDB);
  ownDatabases.look(); // what another tab keeps goes with this one, too: that tab may be asleep
  const crypto = createCryptoClient({
    clock,
    createWorker,
    isGone: () => {
      void deleteLeftConversations();
    },
    hear: (news) => {
      if (news.kind === 'storage') ownDatabases.look();
      store.tell({ kind: 'crypto-told', news });
    },
  });
  const { noticeVersion } = settings;
  const oneTab = createOneTab(navigator, () => {
    store.tell({ kind: 'conversation-elsewhere' });
  });
  const network = networkOf(crypto);
  const doing = { client, crypto, feedback, clock, oneTab, network, shelf, noticeVersion };
  const perform = createPerformer({ ...doing, tell: store.tell });
  const stopCrypto = (): void => {
    crypto.tell({ kind: 'stop' });
  };
  const wipe = createWiping({ store, perform, crypto, ownDatabases, root });
  const otherTabs = findOtherTabs();
  const leave = createLeaving({ settings, host, store, shelf, otherTabs, client, wipe: wipe.forGood });
  const sight = followSight((isInSight) => {
    store.tell({ kind: 'sight-changed', isInSight });
  });
  const surroundings = keepLast((texts: Texts) => surroundingsIn(texts, frame));
  const frame: Frame = { settings, host, root, clock, store, sight, shelf, otherTabs, leave, surroundings };
  wipeOnLeaving(wipe.forNow);
  followOwnFailures(createFailClosed({ root, store, stopCrypto }));
  clock.every(clockPeriodMs, () => {
    store.tell({ kind: 'time-passed', nowMs: clock.nowMs() });
  });
  return frame;
}

type WipingParts = Pick<Frame, 'store' | 'root'> & {
  readonly perform: (effect: Effect) => void;
  readonly crypto: CryptoClient;
  readonly ownDatabases: OwnDatabases;
};

/** Takes every word out of the page and the memory: for now, when the page goes and may come back (R27), or for good. */
function createWiping({ store, perform, crypto, ownDatabases, root }: WipingParts): {
  readonly forNow: () => void;
  readonly forGood: () => void;
} {
  const wipe = (): void => {
    store.forget();
    perform({ kind: 'unfollow-conversation' });
    perform({ kind: 'follow-status', isWanted: false });
    clearRoot(root);
  };
  return {
    forNow: () => {
      wipe();
      crypto.tell({ kind: 'pause' });
    },
    forGood: () => {
      wipe();
      crypto.end();
      ownDatabases.deleteNow();
    },
  };
}

type LeavingParts = Pick<Frame, 'settings' | 'host' | 'store' | 'shelf' | 'otherTabs'> & {
  readonly client: Pick<AppserviceClient, 'leave'>;
  readonly wipe: () => void;
};

/** Quick exit (S3): names the secret of this page's start or resume to the service, if there is one, and takes every other tab along. */
function createLeaving(parts: LeavingParts): Frame['leave'] {
  const { settings, host, store, shelf, otherTabs, client, wipe } = parts;
  return (by) => {
    const { screen, resumeSecret } = store.state();
    const requestSecret = screen.name === 'conversation' ? screen.requestSecret : resumeSecret;
    exitQuickly({
      exitUrl: settings.exitUrl,
      host,
      isHostLeaving: by === 'host',
      wipe,
      tellOthers: () => {
        client.leave(requestSecret);
        if (by !== 'other tab') otherTabs.tellExit();
      },
      leavingText: shelf.take(store.state())['exit.leaving'],
    });
  };
}

/** The browser's line; the worker hears from here that it is back. */
function networkOf(crypto: CryptoClient): EventTarget {
  const line = followLine({ window, document });
  line.addEventListener('online', () => {
    crypto.tell({ kind: 'renew-line' });
  });
  return line;
}

function firstState(settings: WidgetSettings, wording: Wording): FrameState {
  return initialState({
    ...wording,
    nowMs: browserClock.nowMs(),
    brusselsProvince: parseProvince(settings.brusselsProvince),
  });
}

function paint(frame: Frame, state: FrameState): void {
  const texts = frame.shelf.take(state);
  const page = document.documentElement;
  // Each writing of it, of the same language too, makes the browser work out the style of every line anew: at every key.
  if (page.lang !== state.language) page.lang = state.language;
  document.title = texts['frame.title'];
  render(
    <FrameProvider value={frame.surroundings(texts)}>
      <App state={state} />
    </FrameProvider>,
    frame.root,
  );
}

function surroundingsIn(
  texts: Texts,
  { settings, host, clock, store, sight, leave }: Omit<Frame, 'surroundings'>,
): FrameSurroundings {
  return {
    language: store.state().language,
    texts,
    settings,
    tell: store.tell,
    leave: () => {
      leave('caller');
    },
    hide:
      host === undefined
        ? null
        : () => {
            sight.panelClosed();
            host.tell(closeMessage);
          },
    finishIntake: (hasSkipped) => {
      store.tell({ kind: 'intake-finished', hasSkipped, requestSecret: createRequestSecret() });
    },
    write: () => {
      store.tell({ kind: 'message-written', nowMs: clock.nowMs() });
    },
  };
}

/** Wires the host page, or opens at once when nobody holds the frame. */
function open(frame: Frame): void {
  const { host, store, sight, otherTabs, leave } = frame;
  otherTabs.followExit(() => {
    leave('other tab');
  });
  followShift({
    counted: (presses) => {
      store.tell({ kind: 'shift-counted', presses });
    },
    timedOut: () => {
      store.tell({ kind: 'shift-timed-out' });
    },
    leave: () => {
      leave('caller');
    },
  });
  followOfferedFiles(globalThis, () => {
    store.tell({ kind: 'file-offered' });
  });
  const opened = (): void => {
    store.tell({ kind: 'opened' });
    sight.panelOpened();
    focusFirst(frame.root);
  };
  host?.follow((message) => {
    if (message.name === 'open') opened();
    else if (message.presses === 3) leave('host');
    else if (message.presses === 0) store.tell({ kind: 'shift-timed-out' });
    else store.tell({ kind: 'shift-counted', presses: message.presses });
  });
  frame.root.replaceChildren();
  paint(frame, store.state());
  if (host !== undefined) {
    host.tell(readyMessage(frame.settings.exitUrl));
    return;
  }
  followKeyboard(frame.root); // in a host page the loader does it
  opened();
}

/** Nothing is painted before its words are there; without any, the page stays as it is without a script. */
async function begin(settings: WidgetSettings, root: HTMLElement): Promise<void> {
  const createWorker = createWorkerEarly(createCryptoWorker);
  const shelf = createTextShelf(settings.texts);
  const sources = { page: document, address: location, browserLanguages: navigator.languages };
  const wording = await fetchFirst(shelf, firstWording(sources));
  if (wording !== undefined) open(compose({ settings, root, shelf, wording, createWorker }));
}

const root = document.getElementById('frame');
const settings = readSettings(document);
if (root !== null && settings !== undefined) {
  paintAccent(document.documentElement, settings.accent);
  void begin(settings, root);
}
