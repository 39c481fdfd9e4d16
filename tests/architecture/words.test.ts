import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../../scripts/stack/checkout.ts';
import { sourceFiles, walk } from '../support/source-files.ts';

const ours = sourceFiles('appservice', 'widget', 'config', 'scripts');

/** Words of the glossary's last column that name another thing in code, each with that thing; all others occur in no name. */
const otherThings: Readonly<Record<string, string>> = {
  agent: 'keeps the connections of HTTP (Node)',
  client: 'a program that asks a server: Matrix, PostgreSQL, ours',
  event: 'of a room (Matrix), of the log, of the frame: never an action',
  job: 'a row of the timetable',
  mode: 'of a file or a library',
  offer: 'what the start screen shows of the chat (R10): never a ring',
  operator: 'the account by which the service asks Synapse’s admin API',
  presence: 'when staff were last seen (Matrix): never whether they are on duty',
  queue: 'of actions: never of conversations',
  session:
    'what a bearer stands for, or of Megolm, or of an interactive login (Matrix): never a conversation',
  state: 'of a room (Matrix), of a duty, a gate or the frame; of the status on the wire',
  theme: 'what a contact is about (R62): never colours',
  user: 'a Matrix account, whoever has it',
};

/** A part of a name that says nothing of what is in it. */
const containers = ['common', 'helper', 'manager', 'service', 'util'];

const neverWords = readFileSync(join(checkout, 'appservice/GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .flatMap((line) => line.split('|').at(-2)?.split(',') ?? [])
  .map((word) => word.trim())
  .filter((word) => /^[a-z]/.test(word));

/** Every declared name, its parts in lower case, with the place where it stands. */
const names = ours.flatMap((file) => {
  const found: { readonly apart: string; readonly place: string }[] = [];
  walk(file.tree, (node) => {
    const name = declaredName(node);
    if (name === undefined) return;
    const apart = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
    found.push({ apart: ` ${apart} `, place: `${file.path}: ${name}` });
  });
  return found;
});

/** Places of the names that hold a word, in the singular or the plural. */
function placesOf(word: string): readonly string[] {
  return names
    .filter(({ apart }) => apart.includes(` ${word} `) || apart.includes(` ${word}s `))
    .map(({ place }) => place);
}

function declaredName(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node);
  return isDeclaration && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

describe('words', () => {
  test('of the glossary’s last column occur in no declared name, but where they name another thing', () => {
    expect(neverWords.length).toBeGreaterThan(25);
    const wrong = neverWords.filter((word) => otherThings[word] === undefined);
    expect(wrong.flatMap(placesOf)).toEqual([]);
  });

  test('are excepted only while they are in the glossary and in use', () => {
    const stale = Object.keys(otherThings).filter(
      (word) => !neverWords.includes(word) || placesOf(word).length === 0,
    );
    expect(stale).toEqual([]);
  });

  test('of a file’s name and of a declared name are no container words', () => {
    const paths = ours.map((file) => file.path);
    const isContainer = new RegExp(`(^|[/-])(${containers.join('|')})s?\\.tsx?$`);
    expect(paths.filter((path) => isContainer.test(path))).toEqual([]);
    expect(['helper', 'manager', 'util'].flatMap(placesOf)).toEqual([]);
  });
});
