import { beforeEach, expect } from '@jest/globals';

/** A test whose assertions never run fails: an emptied body is red, not green. */
beforeEach(() => {
  expect.hasAssertions();
});
