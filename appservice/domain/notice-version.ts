/**
 * Version of the privacy notice as shipped (R8): the texts whose keys begin with `privacy.` and `start.privacy`. A test holds
 * it against a digest of those texts in each language, so that none changes without a new version.
 */
export const shippedNoticeVersion = '5';
