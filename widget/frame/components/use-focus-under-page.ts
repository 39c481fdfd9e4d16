import { useLayoutEffect, useRef } from 'preact/hooks';

/** What an element does that holds the screen and the page over it. */
export type FocusKeeper = {
  /** Remembers where the focus is while no page is open. */
  readonly remember: (focused: EventTarget | null) => void;
};

/**
 * When the page goes, the focus goes back to where it was before; if that is gone, to where the screen begins (S14). The page
 * itself takes the focus when it comes.
 */
export function useFocusUnderPage(isOpen: boolean): FocusKeeper {
  const lender = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) giveBack(lender.current);
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    remember: (focused) => {
      if (!isOpen && focused instanceof HTMLElement) lender.current = focused;
    },
  };
}

function giveBack(lender: HTMLElement | null): void {
  if (lender?.isConnected === true) lender.focus();
  if (lender !== null && document.activeElement === lender) return;
  document.querySelector<HTMLElement>('.app__main #composer, .app__main h1[tabindex]')?.focus();
}
