/** What offers files: the window, in which every paste and drop comes past. */
type Offering = Pick<EventTarget, 'addEventListener'>;

/**
 * Tells when a picture or a file is pasted or dropped, and keeps the browser from doing anything with it: a file that falls
 * beside the field would open in place of the conversation (S28). A paste that has words too, as from a text editor, is left
 * to the field, which takes the words only.
 */
export function followOfferedFiles(offering: Offering, offered: () => void): void {
  const refuse = (event: Event, isOffered: boolean): void => {
    event.preventDefault();
    if (isOffered) offered();
  };
  offering.addEventListener('paste', (event) => {
    const data = clipboardOf(event);
    if (data !== null && data.files.length > 0 && !data.types.includes('text/plain')) refuse(event, true);
  });
  for (const name of ['dragover', 'drop'] as const) {
    offering.addEventListener(name, (event) => {
      if (dragOf(event)?.types.includes('Files') === true) refuse(event, name === 'drop');
    });
  }
}

function clipboardOf(event: Event): DataTransfer | null {
  return 'clipboardData' in event ? (event as ClipboardEvent).clipboardData : null;
}

function dragOf(event: Event): DataTransfer | null {
  return 'dataTransfer' in event ? (event as DragEvent).dataTransfer : null;
}
