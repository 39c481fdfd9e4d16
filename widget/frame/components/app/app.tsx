import type { JSX } from 'preact';
import type { FrameState } from '../../state/frame-state.ts';
import { Announcer } from '../announcer/announcer.tsx';
import { ConversationScreen } from '../conversation-screen/conversation-screen.tsx';
import { ElsewhereScreen } from '../elsewhere-screen/elsewhere-screen.tsx';
import { EndedScreen } from '../ended-screen/ended-screen.tsx';
import { FailedScreen } from '../failed-screen/failed-screen.tsx';
import { FrameHeader } from '../frame-header/frame-header.tsx';
import { IntakeScreen } from '../intake-screen/intake-screen.tsx';
import { StartScreen } from '../start-screen/start-screen.tsx';
import './app.css';

/** All that is shown follows from this. */
export type AppProps = { readonly state: FrameState };

/** The whole frame: header, announcements, one screen. After quick exit nothing at all (S3). */
export function App({ state }: AppProps): JSX.Element | null {
  if (state.screen.name === 'left') return null;
  return (
    <div class="app">
      <FrameHeader presses={state.shiftPresses} />
      <Announcer announcement={state.announcement} />
      <main class="app__main">
        <Screen state={state} />
      </main>
    </div>
  );
}

function Screen({ state }: AppProps): JSX.Element | null {
  const { screen, status, nowMs } = state;
  switch (screen.name) {
    case 'start':
      return <StartScreen screen={screen} status={status} nowMs={nowMs} />;
    case 'intake':
      return <IntakeScreen screen={screen} />;
    case 'conversation':
      return <ConversationScreen screen={screen} />;
    case 'ended':
      return <EndedScreen screen={screen} />;
    case 'failed':
      return <FailedScreen screen={screen} />;
    case 'elsewhere':
      return <ElsewhereScreen screen={screen} />;
    case 'left':
      return null;
  }
}
