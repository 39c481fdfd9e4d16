import { initialState, type FrameState, type Screen } from '../../state/frame-state.ts';
import type { ShownStatus } from '../../state/shown-status.ts';
import { examples as blocked } from '../blocked-screen/examples.ts';
import { examples as conversations } from '../conversation-screen/examples.ts';
import { examples as elsewhere } from '../elsewhere-screen/examples.ts';
import { examples as ended } from '../ended-screen/examples.ts';
import type { Example } from '../example.ts';
import { examples as failed } from '../failed-screen/examples.ts';
import { examples as pages } from '../info-page/examples.ts';
import { examples as intakes } from '../intake-screen/examples.ts';
import { examples as starts } from '../start-screen/examples.ts';
import { examples as unavailable } from '../unavailable/examples.ts';
import type { AppProps } from './app.tsx';

/** Monday 23 November 2026, ten in the morning in Brussels. */
const nowMs = Date.UTC(2026, 10, 23, 9);

const fresh: FrameState = {
  ...initialState({ language: 'nl', audience: 'everybody', nowMs, brusselsProvince: 'vlaams-brabant' }),
  status: { state: 'online', reason: null, nextOpening: null },
};

const example = (name: string, change: Partial<FrameState>): Example<AppProps> => ({
  name,
  props: { state: { ...fresh, ...change } },
});

const inFrame = (
  kind: Screen['name'],
  screens: readonly Example<{ readonly screen: Screen }>[],
): readonly Example<AppProps>[] =>
  screens.map(({ name, props: { screen } }) => example(`${kind}: ${name}`, { screen }));

const start = (draft: string, status: ShownStatus | null): Partial<FrameState> => ({
  screen: { name: 'start', problem: null, draft },
  status,
});

/** Each screen of the frame in each of its states; a screen that is missing here does not compile. */
const byScreen: Readonly<Record<Screen['name'], readonly Example<AppProps>[]>> = {
  start: [
    ...starts.map(({ name, props: { screen, status } }) => example(`start: ${name}`, { screen, status })),
    ...unavailable.map(({ name, props: { status, keptWords } }) =>
      example(`start: ${name}`, start(keptWords, status)),
    ),
    example('start: Shift was pressed once', { shiftPresses: 1, announcement: 'exit-two-more' }),
    example('start: Shift was pressed twice', { shiftPresses: 2, announcement: 'exit-one-more' }),
  ],
  intake: inFrame('intake', intakes),
  conversation: inFrame('conversation', conversations),
  ended: inFrame('ended', ended),
  failed: inFrame('failed', failed),
  blocked: inFrame('blocked', blocked),
  elsewhere: inFrame('elsewhere', elsewhere),
  left: [example('left', { screen: { name: 'left' } })],
};

/** Each page of information, as it lies over a conversation. */
const overScreen = pages.map(({ name, props: { page, news } }) => {
  const standing = {
    screen: news === 'screen' ? 'start' : 'conversation',
    isAttended: news !== 'counsellor',
    messages: news === 'message' ? 1 : 2,
  };
  const talking = byScreen.conversation.find((each) => each.name === 'conversation: talking');
  return example(`page: ${name}`, { ...talking?.props.state, page: { ...page, standing } });
});

/** The states of the whole frame. */
export const examples: readonly Example<AppProps>[] = [...Object.values(byScreen).flat(), ...overScreen];
