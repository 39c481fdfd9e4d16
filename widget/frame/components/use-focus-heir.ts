import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When the element goes with the focus in it, the heir gets the focus, so that it is not lost (S14). Whoever has the focus
 * elsewhere keeps it.
 */
export function useFocusHeir<Element extends HTMLElement>(
  heir: RefObject<HTMLElement | null>,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(
    () => () => {
      const hadFocus = element.current?.contains(document.activeElement) === true;
      if (hadFocus) heir.current?.focus();
    },
    [heir],
  );
  return element;
}
