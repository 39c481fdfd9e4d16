import type { FrameState, Screen } from './frame-state.ts';
import type { FaultForm } from './fault-form.ts';
import { newFaultForm } from './new-fault-form.ts';
import type { OpenPage, PageName, PageNews, Standing } from './open-page.ts';

/** Lays a page over the screen, or another one in its place. */
export function openPage(state: FrameState, name: PageName): FrameState {
  if (state.screen.name === 'left') return state;
  const standing = state.page?.standing ?? standingOf(state.screen);
  const page = name === 'fault' ? { name, standing, form: newFaultForm(state) } : { name, standing };
  return { ...state, page };
}

/** Changes the form for faults; one that was sent stays as it is. */
export function editFault(state: FrameState, change: Partial<FaultForm>): FrameState {
  const { page } = state;
  if (page?.name !== 'fault' || page.form.isSent) return state;
  return { ...state, page: { ...page, form: { ...page.form, ...change } } };
}

/** Whether something was typed on the page that nobody has yet. */
export function hasTypedWords(page: OpenPage | null): boolean {
  return page?.name === 'fault' && !page.form.isSent && page.form.description.trim() !== '';
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
