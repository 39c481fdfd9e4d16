import { expect, test } from '@jest/globals';
import { followLine } from '../../../widget/frame/adapters/line.ts';

/** A window and a document that say what the test lets them say. */
function browser() {
  const window = new EventTarget();
  const looked: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  const document = Object.assign(new EventTarget(), looked);
  const heard: string[] = [];
  const line = followLine({ window, document });
  for (const name of ['offline', 'online']) line.addEventListener(name, () => heard.push(name));
  return { window, document, heard };
}

test('what the browser says of its line is passed on', () => {
  const { window, heard } = browser();
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  expect(heard).toEqual(['offline', 'online']);
});

test('a page that is looked at again, and not one that is left, counts as a line that is back', () => {
  const { document, heard } = browser();
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual([]);
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual(['online']);
});

test.each(['resume after a freeze', 'pageshow'])('%s counts as a line that is back', (name) => {
  const { window, document, heard } = browser();
  if (name === 'pageshow') window.dispatchEvent(new Event('pageshow'));
  else document.dispatchEvent(new Event('resume'));
  expect(heard).toEqual(['online']);
});
