import { describe, expect, test } from '@jest/globals';
import { followOfferedFiles } from '../../../widget/frame/adapters/offered-files.ts';
import { createFrame, talking, write } from './frame-play.ts';

/** What comes of an event that carries this data. */
function offer(name: string, data: { readonly types: readonly string[]; readonly files: readonly object[] }) {
  const target = new EventTarget();
  let offered = 0;
  followOfferedFiles(target, () => {
    offered += 1;
  });
  const event = new Event(name, { cancelable: true });
  Object.assign(event, name === 'paste' ? { clipboardData: data } : { dataTransfer: data });
  target.dispatchEvent(event);
  return { offered, isStopped: event.defaultPrevented };
}

const picture = { types: ['Files'], files: [{}] };

describe('a file that is offered', () => {
  test.each(['paste', 'drop'])('by %s is refused, and said to be', (name) => {
    expect(offer(name, picture)).toEqual({ offered: 1, isStopped: true });
  });

  test('is said once, however long it is held above the page', () => {
    expect(offer('dragover', picture)).toEqual({ offered: 0, isStopped: true });
  });

  test('with words beside it is pasted as words', () => {
    expect(offer('paste', { types: ['text/plain', 'Files'], files: [{}] })).toEqual({
      offered: 0,
      isStopped: false,
    });
  });

  test.each(['paste', 'drop'])('that is no file but words comes in by %s', (name) => {
    expect(offer(name, { types: ['text/plain'], files: [] })).toEqual({ offered: 0, isStopped: false });
  });
});

describe('a refused file', () => {
  const offered = () =>
    createFrame([...talking, { kind: 'draft-edited', text: 'Kijk' }, { kind: 'file-offered' }]);

  test('is told to eyes and ears, and leaves what was typed', () => {
    expect(offered().talk()).toMatchObject({ isFileRefused: true, draft: 'Kijk' });
    expect(offered().state().announcement).toBe('file-refused');
  });

  test('sends nothing', () => {
    expect(createFrame(talking).tell({ kind: 'file-offered' })).toEqual([]);
  });

  test('is forgotten when the caller goes on writing, so that the next one is said again', () => {
    const frame = offered();
    frame.tell({ kind: 'draft-edited', text: 'Kijk e' });
    expect([frame.talk().isFileRefused, frame.state().announcement]).toEqual([false, null]);
  });

  test('is forgotten when the caller sends', () => {
    const frame = offered();
    frame.tell(...write('Dag'));
    expect(frame.talk().isFileRefused).toBe(false);
  });

  test('is nothing where there is no conversation', () => {
    const frame = createFrame();
    const before = frame.state();
    frame.tell({ kind: 'file-offered' });
    expect(frame.state()).toEqual(before);
  });
});
