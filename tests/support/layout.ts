/**
 * What can be wrong with how a page looks. Each function runs in the page, knows nothing outside itself, and tells what it finds,
 * one line each.
 */

/** What is wider than the screen, so that it is scrolled sideways or cut off (1.4.10). */
export function partsTooWide(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const inner = [...document.querySelectorAll('main, .app, .message-log')]
    .filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => `${each.className} has ${each.scrollWidth} in ${each.clientWidth}`);
  return scrollWidth > clientWidth ? [`the page has ${scrollWidth} in ${clientWidth}`, ...inner] : inner;
}

/** Where the screen is scrolled to when a press at the middle of exit, 101, 112 or what hides the chat would miss it (S1, R17). */
export function placesWithoutUrgent(): readonly string[] {
  const urgent = [...document.querySelectorAll('.frame-header__urgent :is(a, button)')];
  if (urgent.length < 4) return ['not all of them are there'];
  const scrollers = [
    document.documentElement,
    ...document.querySelectorAll('.app, .app__main, .app__page, .message-log'),
  ];
  return ['top', 'end'].flatMap((place) => {
    for (const each of scrollers) each.scrollTop = place === 'top' ? 0 : each.scrollHeight;
    return urgent
      .filter((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        return !each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      })
      .map((each) => `${place}: ${each.textContent}`);
  });
}

/** What is pressed and is smaller than it has to be (2.5.8, S1). Links in what people wrote are excepted there. */
export function smallTargets(): readonly string[] {
  const large = '.exit-this-page, .emergency-strip a, .button, .text-field input, select, textarea';
  const label = 'label:has(input)';
  return [...document.querySelectorAll<HTMLElement>(`a, button, input, select, textarea, ${label}`)]
    .filter((each) => each.closest('.message__bubble') === null)
    .filter((each) => !(each instanceof HTMLInputElement && each.closest(label) !== null))
    .flatMap((each) => {
      const least = each.matches(`${large}, ${label}`) ? 44 : 24;
      const { width, height } = each.getBoundingClientRect();
      const isSmall = width < least || height < least;
      return isSmall
        ? [`${each.tagName} ${each.className} ${Math.round(width)} by ${Math.round(height)}`]
        : [];
    });
}

/** What moves. */
export function movements(): readonly string[] {
  return document.getAnimations().map(({ id, effect }) => `${id} ${String(effect?.getTiming().duration)}`);
}

/** What moves for five seconds or longer, milliseconds. */
export function longMovements(): readonly string[] {
  return document
    .getAnimations()
    .map(({ effect }) => Number(effect?.getComputedTiming().endTime))
    .filter((endMs) => !(endMs < 5_000))
    .map((endMs) => `${endMs} ms`);
}

/** What is pressed, drawn by us, and has in forced colours neither an edge nor a line below its words; what has the focus, no ring. */
export function edgelessTargets(): readonly string[] {
  const hasEdge = (element: Element): boolean => {
    const { borderTopWidth, borderTopColor, backgroundColor, textDecorationLine } = getComputedStyle(element);
    const isSeen = borderTopWidth !== '0px' && borderTopColor !== backgroundColor;
    return isSeen || textDecorationLine === 'underline';
  };
  const targets = document.querySelectorAll<HTMLElement>(
    'a, button, input:not([type=radio], [type=checkbox]), select, textarea',
  );
  return [...targets].flatMap((each) => {
    const name = `${each.tagName} ${each.className}`;
    each.focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    const isRinged = !each.matches(':focus-visible') || (outlineStyle !== 'none' && outlineWidth !== '0px');
    return [...(hasEdge(each) ? [] : [`${name} has no edge`]), ...(isRinged ? [] : [`${name} has no ring`])];
  });
}

/** Words of a conversation, or typed for one, that would be printed (R34). */
export function printedWords(): readonly string[] {
  return [
    ...document.querySelectorAll<HTMLElement>('.message, .message-log, .automatic-line, input, textarea'),
  ]
    .filter((each) => each.checkVisibility())
    .map((each) => each.className);
}

/**
 * What is pressed and has nothing that tells it from words: no edge, ground, sign or line below it (1.4.1). Languages are told
 * by standing in a row of codes.
 */
export function targetsLikeWords(): readonly string[] {
  const isClear = (colour: string): boolean => colour === 'rgba(0, 0, 0, 0)'; // `transparent`, as it is computed
  return [...document.querySelectorAll<HTMLElement>('a, button')]
    .filter((each) => each.querySelector('.icon') === null && each.closest('.language-choice') === null)
    .filter((each) => {
      const { borderTopColor, backgroundColor, textDecorationLine } = getComputedStyle(each);
      return isClear(borderTopColor) && isClear(backgroundColor) && textDecorationLine !== 'underline';
    })
    .map((each) => `${each.tagName} ${each.className} ${each.textContent}`);
}

/** Whether the way back is met at its middle when the page over the screen is read to its end; nothing where there is none. */
export function lostWaysBack(): readonly string[] {
  for (const each of document.querySelectorAll('.app__page')) each.scrollTop = each.scrollHeight;
  return [...document.querySelectorAll('.app__page .info-page__back .button')]
    .filter((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return !each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    })
    .map((each) => each.textContent);
}

/** Words of the exit that its dots for presses of Shift lie over (S2). */
export function wordsBelowDots(): readonly string[] {
  return [...document.querySelectorAll('.exit-this-page')].flatMap((exit) => {
    const dots = exit.querySelector('.exit-this-page__lights')?.getBoundingClientRect();
    const words = exit.querySelector(':scope > span:not([aria-hidden])');
    if (dots === undefined || words === null) return [];
    const range = document.createRange();
    range.selectNodeContents(words);
    return [...range.getClientRects()]
      .filter((line) => line.right > dots.left && line.bottom > dots.top && line.top < dots.bottom)
      .map((line) => `${Math.round(line.right)} over ${Math.round(dots.left)}`);
  });
}
