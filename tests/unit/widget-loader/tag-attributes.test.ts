import { describe, expect, test } from '@jest/globals';
import { contactSection } from '../../../config/sections/contact.ts';
import { defaultExitUrl, readTagAttributes } from '../../../widget/loader/tag-attributes.ts';

/** What the attributes of a tag are read as, and what is said of them. */
function read(tag: DOMStringMap) {
  const said: string[] = [];
  return { ...readTagAttributes(tag, (sentence) => said.push(sentence)), said };
}

describe('the script tag', () => {
  test('may say nothing: the browser chooses the language, and the way out is the one of the configuration', () => {
    const exitUrl = contactSection.shape.exitUrl.parse(undefined);
    expect(defaultExitUrl).toBe(exitUrl);
    expect(read({})).toEqual({ language: null, audience: null, exitUrl, said: [] });
  });

  test.each(['nl', 'en', 'EN-gb', 'fr-BE'])('may name the language %s', (language) => {
    expect(read({ language })).toMatchObject({ language, said: [] });
  });

  test.each(['xx', '', 'Nederlands', 'english'])(
    'is told that the language %p is none of ours',
    (language) => {
      expect(read({ language })).toMatchObject({
        language: null,
        said: [`data-language="${language}" must match /^(nl|en|fr)\\b/i`],
      });
    },
  );

  test('may say that the chat is for children (R3)', () => {
    expect(read({ audience: 'child' })).toMatchObject({ audience: 'child', said: [] });
  });

  test.each(['children', 'kind', ''])('is told that nobody is called %p', (audience) => {
    expect(read({ audience })).toMatchObject({
      audience: null,
      said: [`data-audience="${audience}" must match /^child$/`],
    });
  });

  test('may name the page that the ways out lead to', () => {
    const exit = 'https://www.example.org/weer';
    expect(read({ exit })).toMatchObject({ exitUrl: exit, said: [] });
  });

  test.each(['', '/weer', 'javascript:alert(1)', 'ftp://example.org', 'https://', 'https:///'])(
    'never leads out by %p, and is told so',
    (exit) => {
      expect(read({ exit })).toMatchObject({
        exitUrl: defaultExitUrl,
        said: [`data-exit="${exit}" must match /^https?:\\/\\/[^/]/`],
      });
    },
  );
});
