import type { StartRequest } from '../../appservice/contract/conversation.ts';
import { parsePublicStatus, unknownStatus, type PublicStatus } from '../../appservice/contract/status.ts';
import { followStatus } from '../page/follow-status.ts';
import type { AppserviceClient } from './adapters/appservice-client.ts';
import type { ServiceClock } from './adapters/service-clock.ts';
import { followConversation } from './adapters/conversation-follower.ts';
import { mayHaveLeftConversation } from './adapters/left-behind.ts';
import type { OneTab } from './adapters/one-tab.ts';
import { createPageId, createRequestSecret } from './adapters/random.ts';
import { rememberLanguage } from './adapters/language-cookie.ts';
import type { CryptoClient } from './adapters/crypto-client.ts';
import type { FeedbackClient } from './adapters/feedback-client.ts';
import type { Effect } from './state/effect.ts';
import type { FrameEvent } from './state/frame-event.ts';
import type { TextShelf } from './text-shelf.ts';
import { intakeForCounsellor } from './texts/for-counsellor.ts';

/** What carrying out effects needs. */
export type PerformDependencies = {
  readonly client: AppserviceClient;
  readonly crypto: CryptoClient;
  readonly feedback: FeedbackClient;
  readonly clock: ServiceClock;
  readonly oneTab: OneTab;
  /** Tells `offline` and `online`. */
  readonly network: EventTarget;
  readonly shelf: TextShelf;
  readonly noticeVersion: string;
  readonly tell: (event: FrameEvent) => void;
};

/** How long without a key until the caller counts as not typing, milliseconds. */
const typingRestMs = 4_000;

/** How long the encryption may take before mail and phone are offered beside it, milliseconds. */
const preparingPatienceMs = 20_000;

/** The status to show when a start is refused, before the status itself comes. */
const refusedStatus: Readonly<Record<'busy' | 'offline', PublicStatus>> = {
  busy: { state: 'busy', reason: null, nextOpening: null },
  offline: { ...unknownStatus, reason: 'exceptional' },
};

/** Makes the one place where the state's wishes become calls. */
export function createPerformer(dependencies: PerformDependencies): (effect: Effect) => void {
  const { client, crypto } = dependencies;
  const status = createStatusFollower(dependencies);
  const conversation = createConversationFollower(dependencies);
  const restTypingLater = createTypingRest(dependencies);
  return (effect) => {
    switch (effect.kind) {
      case 'crypto':
        crypto.tell(effect.order);
        return;
      case 'introduce':
        crypto.tell({
          kind: 'send',
          id: 'intake',
          body: intakeForCounsellor(effect.intake, effect.language),
          isAutomatic: true,
        });
        return;
      case 'follow-status':
        status(effect.isWanted);
        return;
      case 'remind-of-preparing':
        remindOfPreparing(dependencies);
        return;
      case 'start-conversation':
        void start(dependencies, { ...effect.request, noticeVersion: dependencies.noticeVersion });
        return;
      case 'resume':
        void resume(dependencies, effect.isTakenOver);
        return;
      case 'follow-conversation':
        conversation(effect.session.bearer);
        return;
      case 'unfollow-conversation':
        conversation(undefined);
        dependencies.oneTab.release();
        return;
      case 'rest-typing-later':
        restTypingLater();
        return;
      case 'draw-feedback':
      case 'send-feedback':
        void performFeedback(dependencies, effect);
        return;
      case 'report-ready':
      case 'report-security':
      case 'refuse-reader':
      case 'report':
      case 'end-conversation':
      case 'report-fault':
        void tellService(client, effect);
        return;
      case 'load-texts':
      case 'remember-language':
        void changeWords(dependencies, effect);
    }
  };
}

type FeedbackEffect = Extract<Effect, { kind: 'draw-feedback' | 'send-feedback' }>;

async function performFeedback(
  { feedback, tell }: PerformDependencies,
  effect: FeedbackEffect,
): Promise<void> {
  if (effect.kind === 'draw-feedback') {
    tell({ kind: 'feedback-drawn', pass: (await feedback.draw(effect.bearer)) ?? null });
  } else {
    tell({ kind: 'feedback-settled', isTaken: await feedback.send(effect.report) });
  }
}

type Telling = Extract<
  Effect,
  {
    kind:
      'report-ready' | 'report-security' | 'refuse-reader' | 'report' | 'end-conversation' | 'report-fault';
  }
>;

/** What the service is told and nobody here waits for. */
function tellService(client: AppserviceClient, effect: Telling): Promise<void> {
  switch (effect.kind) {
    case 'report-ready':
      return client.reportReady(effect.bearer);
    case 'report-security':
      return client.reportSecurity(effect.bearer, effect.report);
    case 'refuse-reader':
      return client.refuseReader(effect.bearer, effect.refusal);
    case 'report':
      return client.report(effect.bearer, effect.to, effect.report);
    case 'end-conversation':
      return client.end(effect.bearer, effect.by);
    case 'report-fault':
      return client.reportFault(effect.report);
  }
}

/** Asks only when an earlier page may have left something, and only one tab at a time; whoever asked for it is told when it has gone. */
async function resume({ client, oneTab, tell }: PerformDependencies, isTakenOver: boolean): Promise<void> {
  if (!(await mayHaveLeftConversation())) {
    if (isTakenOver) tell({ kind: 'resume-refused', problem: 'over' });
    return;
  }
  if (!(isTakenOver ? await oneTab.takeOver() : await oneTab.claim())) {
    tell({ kind: 'conversation-elsewhere' });
    return;
  }
  const requestSecret = createRequestSecret();
  tell({ kind: 'resume-begun', requestSecret });
  const answer = await client.resume(requestSecret);
  if (answer.kind === 'started') {
    const { session } = answer;
    tell({ kind: 'conversation-resumed', session, requestSecret, pageId: createPageId() });
  } else {
    oneTab.release();
    tell({ kind: 'resume-refused', problem: answer.problem });
  }
}

async function start(
  { client, clock, oneTab, tell }: PerformDependencies,
  request: StartRequest,
): Promise<void> {
  if (!(await oneTab.claim())) {
    tell({ kind: 'conversation-elsewhere' });
    return;
  }
  const answer = await client.start(request);
  if (answer.kind === 'started') {
    tell({ kind: 'conversation-started', session: answer.session });
    return;
  }
  const { problem } = answer;
  if (problem === 'busy' || problem === 'offline') {
    tell({ kind: 'status-told', status: refusedStatus[problem], nowMs: clock.nowMs() });
  }
  tell({ kind: 'start-refused', problem });
}

function remindOfPreparing({ clock, tell }: PerformDependencies): void {
  clock.after(preparingPatienceMs, () => {
    tell({ kind: 'preparing-took-long' });
  });
}

type ChangeOfWords = Extract<Effect, { kind: 'load-texts' | 'remember-language' }>;

async function changeWords({ shelf, tell }: PerformDependencies, effect: ChangeOfWords): Promise<void> {
  if (effect.kind === 'remember-language') {
    rememberLanguage(document, location.protocol === 'https:', effect.language);
    return;
  }
  const { wording } = effect;
  tell({ kind: (await shelf.fetch(wording)) ? 'texts-came' : 'texts-missing', wording });
}

function createStatusFollower({ clock, tell }: PerformDependencies): (isWanted: boolean) => void {
  let stop: (() => void) | undefined;
  return (isWanted) => {
    stop?.();
    stop = undefined;
    if (!isWanted) return;
    stop = followStatus({
      statusUrl: '/api/status',
      hearDate: (date) => {
        clock.hearDate(date);
        tell({ kind: 'time-passed', nowMs: clock.nowMs() });
      },
      tell: (value) => {
        tell({ kind: 'status-told', status: parsePublicStatus(value), nowMs: clock.nowMs() });
      },
    });
  };
}

function createConversationFollower(dependencies: PerformDependencies): (bearer: string | undefined) => void {
  const { clock, network, tell } = dependencies;
  let controller: AbortController | undefined;
  return (bearer) => {
    controller?.abort();
    controller = undefined;
    if (bearer === undefined) return;
    controller = new AbortController();
    const { signal } = controller;
    void followConversation({
      bearer,
      clock,
      signal,
      network,
      tell: (news) => {
        if (news.kind === 'view') tell({ kind: 'view-told', view: news.view });
        else tell({ kind: news.kind === 'gone' ? 'conversation-gone' : 'view-lost' });
      },
    });
  };
}

function createTypingRest({ clock, tell }: PerformDependencies): () => void {
  let cancel: (() => void) | undefined;
  return () => {
    cancel?.();
    cancel = clock.after(typingRestMs, () => {
      tell({ kind: 'typing-rested' });
    });
  };
}
