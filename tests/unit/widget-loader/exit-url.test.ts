import { describe, expect, test } from '@jest/globals';
import { contactSection } from '../../../config/sections/contact.ts';
import { defaultExitUrl, exitUrlOfAttribute } from '../../../widget/loader/exit-url.ts';

describe('the page that three presses of Shift lead to before the chat has said its own', () => {
  test('is the default of the configuration, so that every way out leads to the same page', () => {
    const exitUrl = contactSection.shape.exitUrl.parse(undefined);
    expect(defaultExitUrl).toBe(exitUrl);
    expect(exitUrlOfAttribute(undefined)).toBe(exitUrl);
  });

  test('is the one that the script tag names', () => {
    expect(exitUrlOfAttribute('https://www.example.org/weer')).toBe('https://www.example.org/weer');
  });

  test.each(['', '/weer', 'javascript:alert(1)', 'ftp://example.org'])('is never %p', (attribute) => {
    expect(exitUrlOfAttribute(attribute)).toBe(defaultExitUrl);
  });
});
