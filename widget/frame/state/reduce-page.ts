import type { FrameState, Screen } from './frame-state.ts';
import type { InfoPageName, PageNews, Standing } from './open-page.ts';

/** Lays a page over the screen, or another one in its place. */
export function openPage(state: FrameState, name: InfoPageName): FrameState {
  if (state.screen.name === 'left') return state;
  return { ...state, page: { name, standing: state.page?.standing ?? standingOf(state.screen) } };
}

/** What the page must say of the chat beneath it; null when all is as it was. */
export function pageNews({ page, screen }: Pick<FrameState, 'page' | 'screen'>): PageNews | null {
  if (page === null) return null;
  const was = page.standing;
  const is = standingOf(screen);
  if (is.screen !== was.screen) return 'screen';
  if (is.messages > was.messages) return 'message';
  return is.isAttended && !was.isAttended ? 'counsellor' : null;
}

function standingOf(screen: Screen): Standing {
  if (screen.name !== 'conversation') return { screen: screen.name, isAttended: false, messages: 0 };
  return {
    screen: screen.name,
    isAttended: screen.counsellor !== null,
    messages: screen.log.filter(({ kind }) => kind === 'counsellor').length,
  };
}
