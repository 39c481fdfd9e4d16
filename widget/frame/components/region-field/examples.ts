import type { Example } from '../example.ts';
import type { RegionFieldProps } from './region-field.tsx';

const onEdit = (): void => undefined;

/** The states of the region. */
export const examples: readonly Example<RegionFieldProps>[] = [
  { name: 'empty', props: { fields: { postcode: '', region: null }, onEdit } },
  { name: 'a postcode', props: { fields: { postcode: '9000', region: null }, onEdit } },
  { name: 'a postcode outside Flanders', props: { fields: { postcode: '4000', region: null }, onEdit } },
  { name: 'no postcode', props: { fields: { postcode: 'abcd', region: 'unknown' }, onEdit } },
];
