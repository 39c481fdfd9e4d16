import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { scrollersAround } from './scrollers.ts';

/**
 * Gives an element the focus when its screen appears, so that nobody has to look for where they are, and begins the screen
 * at its top, however far the one before it was scrolled (S14).
 */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    if (element.current === null) return;
    for (const scroller of scrollersAround(element.current)) scroller.scrollTop = 0;
    element.current.focus({ preventScroll: true });
  }, []);
  return element;
}
