import { describe, expect, test } from '@jest/globals';
import { splitLinks } from '../../../widget/frame/state/split-links.ts';
import { processorMsFor } from '../../support/processor-time.ts';

const linksIn = (text: string): readonly string[] =>
  splitLinks(text).flatMap((piece) => (piece.kind === 'link' ? [piece.text] : []));

describe('an address in a message', () => {
  test.each([
    ['alone', 'https://1712.be', ['https://1712.be']],
    ['with path, query and part', 'https://a.be/b?c=d&e#f', ['https://a.be/b?c=d&e#f']],
    ['at the end of a sentence', 'Kijk op https://a.be/x. Dag', ['https://a.be/x']],
    ['in brackets', '(https://a.be/x)', ['https://a.be/x']],
    ['with brackets of its own', 'https://a.be/x_(y)', ['https://a.be/x_(y)']],
    ['in quotation marks', '“https://a.be/x”', ['https://a.be/x']],
    ['in capitals', 'HTTPS://A.BE/x', ['HTTPS://A.BE/x']],
    ['beside another', 'https://a.be https://b.be', ['https://a.be', 'https://b.be']],
  ])('can be opened: %s', (_name, text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test.each([
    ['without encryption', 'http://a.be'],
    ['without a scheme', 'www.a.be'],
    ['of a script', 'javascript:alert(1)'],
    ['of data', 'data:text/html,<script>alert(1)</script>'],
    ['of a mail', 'mailto:a@b.be'],
    ['with a name that hides where it leads', 'https://1712.be@elders.example/'],
    ['with a host in letters that look like others', 'https://аррӏе.com/'],
    ['of the own device', 'https://localhost/'],
    ['that is none', 'https://'],
    ['with nothing but brackets', 'https://[/'],
  ])('stays words: %s', (_name, text) => {
    expect(splitLinks(text)).toEqual([{ kind: 'words', text }]);
  });

  test('ends at markup and at marks that turn the direction', () => {
    expect(linksIn('https://a.be/x<img> https://a.be/\u202Exe')).toEqual(['https://a.be/x', 'https://a.be/']);
  });
});

test.each([
  ['words only', 'Dag\nje'],
  ['an address in the midst', 'Kijk https://a.be/x, goed?'],
  ['60 kB', 'woord https://a.be/x '.repeat(3_000)],
  ['60 kB without a space', `https://a.be/${'a)'.repeat(30_000)}`],
  ['nothing', ''],
])('nothing of a message is lost: %s', (_name, text) => {
  expect(
    splitLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('60 kB of full stops within an address hold nobody up', () => {
  const text = `https://a.be/${'.'.repeat(60_000)}x`;
  const spentMs = processorMsFor(() => {
    expect(linksIn(text)).toEqual([text]);
  });
  expect(spentMs).toBeLessThan(500); // seconds, when the row is walked from each of its signs
});
