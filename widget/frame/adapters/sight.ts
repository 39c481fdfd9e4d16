/** Whether what the frame shows can be seen: its panel is open and its tab is in front. */
export interface Sight {
  readonly panelOpened: () => void;
  readonly panelClosed: () => void;
}

/** Follows the tab; the panel is told by the loader's messages. Tells only changes. */
export function followSight(tell: (isInSight: boolean) => void): Sight {
  let isOpen = false;
  let wasInSight = false;
  const look = (): void => {
    const isInSight = isOpen && document.visibilityState === 'visible';
    if (isInSight !== wasInSight) tell(isInSight);
    wasInSight = isInSight;
  };
  document.addEventListener('visibilitychange', look);
  const setOpen = (isOpenNow: boolean) => (): void => {
    isOpen = isOpenNow;
    look();
  };
  return { panelOpened: setOpen(true), panelClosed: setOpen(false) };
}
