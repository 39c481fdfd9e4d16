import { describe, expect, test } from '@jest/globals';
import { readCompany } from '../../../widget/crypto/company.ts';

const anna = { userId: '@anna:localhost', masterKey: 'A', organisation: 'CAW' } as const;
const bram = { userId: '@bram:localhost', masterKey: 'B', organisation: 'VK' } as const;
const announced = { ...bram, purpose: 'takes-over', mayBeRefused: true } as const;
const handOver = { userId: bram.userId };
const nobody = { counsellor: anna, readers: [], announced: null, handOver: null, refusedReader: null };

describe('a view', () => {
  test('names who reads along and who was announced', () => {
    expect(readCompany({ ...nobody, readers: [anna], announced })).toEqual({
      counsellor: anna,
      beside: [anna, announced],
      colleague: null,
    });
  });
  test('that gives the word lets in who was announced', () => {
    expect(readCompany({ ...nobody, announced, handOver }).colleague).toEqual(announced);
  });
  test('lets in nobody whose identity it does not tell', () => {
    expect(readCompany({ ...nobody, handOver })).toMatchObject({ beside: [], colleague: null });
  });
  test('lets in nobody by a word for somebody else', () => {
    const other = { userId: anna.userId };
    expect(readCompany({ ...nobody, announced, handOver: other }).colleague).toBeNull();
  });
  test('neither names nor lets in whom the caller refused', () => {
    const refusedReader = bram.userId;
    expect(readCompany({ ...nobody, announced, handOver, refusedReader })).toMatchObject({
      beside: [],
      colleague: null,
    });
  });
  test('names whom the caller refused too late: they are in', () => {
    expect(readCompany({ ...nobody, readers: [bram], refusedReader: bram.userId }).beside).toEqual([bram]);
  });
});
