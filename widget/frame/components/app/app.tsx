import type { JSX } from 'preact';
import type { FrameState } from '../../state/frame-state.ts';
import { pageNews } from '../../state/reduce-page.ts';
import { Announcer } from '../announcer/announcer.tsx';
import { BlockedScreen } from '../blocked-screen/blocked-screen.tsx';
import { ConversationScreen } from '../conversation-screen/conversation-screen.tsx';
import { ElsewhereScreen } from '../elsewhere-screen/elsewhere-screen.tsx';
import { EndedScreen } from '../ended-screen/ended-screen.tsx';
import { FailedScreen } from '../failed-screen/failed-screen.tsx';
import { useFrame } from '../frame-context.ts';
import { FrameHeader } from '../frame-header/frame-header.tsx';
import { InfoPage } from '../info-page/info-page.tsx';
import { IntakeScreen } from '../intake-screen/intake-screen.tsx';
import { StartScreen } from '../start-screen/start-screen.tsx';
import { useFocusUnderPage } from '../use-focus-under-page.ts';
import './app.css';

/** All that is shown follows from this. */
export type AppProps = { readonly state: FrameState };

/**
 * The whole frame: header, announcements, one screen, and perhaps a page of information over it, which comes first in the
 * document so that whoever reads on does not come to what is hidden. After quick exit nothing at all (S3).
 */
export function App({ state }: AppProps): JSX.Element | null {
  const { tell } = useFrame();
  const { page } = state;
  const keeper = useFocusUnderPage(page !== null);
  if (state.screen.name === 'left') return null;
  return (
    <div
      class={page === null ? 'app' : 'app app--covered'}
      onFocusIn={({ target }) => {
        keeper.remember(target);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing || page === null) return;
        event.preventDefault(); // what lies beneath is not closed along with it
        tell({ kind: 'page-closed', byEscape: true });
      }}
    >
      <FrameHeader presses={state.shiftPresses} isLanguageMissing={state.missingLanguage !== null} />
      <Announcer announcement={state.announcement} />
      {page !== null && (
        <main class="app__page">
          <InfoPage key={page.name} page={page} news={pageNews(state)} />
        </main>
      )}
      <main class="app__main" inert={page !== null}>
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
    case 'blocked':
      return <BlockedScreen screen={screen} />;
    case 'failed':
      return <FailedScreen screen={screen} />;
    case 'elsewhere':
      return <ElsewhereScreen screen={screen} />;
    case 'left':
      return null;
  }
}
