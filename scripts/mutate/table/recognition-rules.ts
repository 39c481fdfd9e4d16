import type { Mutation } from '../mutation.ts';

/** The rules of recognising a returning caller (R23, R28, S6). */
export const recognitionRules: readonly Mutation[] = [
  {
    file: 'calendar-months.ts',
    rule: 'a month that is shorter ends on its last day',
    find: 'dayOfMonth > Number(lastDay.slice(8)) ? lastDay : ',
    replace: '',
  },
  {
    file: 'line.ts',
    rule: 'a line is the /64 of an IPv6 address',
    find: 'groups.slice(0, groupsOfLine)',
    replace: 'groups',
  },
  {
    file: 'line.ts',
    rule: 'an IPv4 address in IPv6 clothes is the IPv4 address',
    find: ')$/i.exec(address)?.[1] ?? address;',
    replace: ')$/i.exec(address)?.[2] ?? address;',
  },
  {
    file: 'folded.ts',
    rule: 'case does not count',
    find: '.toLowerCase()',
    replace: '',
  },
  {
    file: 'recognition.ts',
    rule: 'nothing is recognised when six months are over',
    find: 'return now >= monthsLater(recordedAt, recognisedMonths);',
    replace: 'return now > monthsLater(recordedAt, recognisedMonths + 1);',
  },
  {
    file: 'recognition.ts',
    rule: 'a conversation is no earlier contact of itself',
    find: 'conversationId !== own && ',
    replace: '',
  },
  {
    file: 'recognition.ts',
    rule: 'a nickname counts on the same day only',
    find: 'isSameDay(startedAt, createdAt),',
    replace: 'startedAt <= createdAt,',
  },
  {
    file: 'code-word.ts',
    rule: 'three wrong words lock',
    find: 'wrongTries >= mostWrongWords',
    replace: 'wrongTries > mostWrongWords',
  },
  {
    file: 'address.ts',
    rule: 'an address is shown to whoever has the conversation only',
    find: 'openConversations.filter(({ phase }) => counsellorOf(phase) === counsellor)',
    replace: 'openConversations',
  },
  {
    file: 'address.ts',
    rule: 'nobody is their own second person',
    find: '.filter(({ userId }) => userId !== counsellor)',
    replace: '',
  },
  {
    file: 'address.ts',
    rule: 'a second person has five minutes',
    find: 'now - askedAt >= secondPersonMs',
    replace: 'now - askedAt >= 0',
  },
  {
    file: 'ringing.ts',
    rule: 'who had the earlier conversation of the nickname rings first',
    find: 'Number(other.counsellor === preferred) - Number(one.counsellor === preferred) ||',
    replace: '',
  },
];
