import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { crashPoints } from '../../appservice/ports/steps.ts';
import { errorCodes } from '../../appservice/contract/error-codes.ts';
import { checkout } from '../../scripts/stack/checkout.ts';
import { sourceFiles, walk, type SourceFile } from '../support/source-files.ts';

const ours = sourceFiles('appservice', 'widget', 'config', 'scripts');

/** Files in which every await that leaves the process is a named crash point. */
const steppedFiles = [
  'start-conversation',
  'dispatch-rings',
  'take-conversation',
  'pass-ring',
  'end-conversation',
  'receive-transaction',
  'process-transactions',
  'handle-room-event',
  'carry-out-actions',
  'perform-action',
  'perform-room-action',
  'tell-coordinator',
  'give-up-start',
  'resume-after-absence',
  'leave-conversation',
  'end-own-conversation',
  'run-desk-command',
  'look-up-identity',
  'go-on-duty',
  'leave-duty',
  'tell-who-is-on-duty',
  'close-helpline',
  'open-helpline',
  'confirm-identity',
].map((name) => `appservice/usecases/${name}.ts`);

describe('the tree', () => {
  test('has nothing at its top level but what the design names', () => {
    const company = /^(README\.md|LICENSE|package(-lock)?\.json|tsconfig(\.base)?\.json|\..+)$/;
    const folders = ['appservice', 'config', 'dist', 'node_modules', 'scripts', 'tests', 'widget'];
    const operators = ['helpline.yaml', 'registration.yaml', 'secrets'];
    const known = [...folders, ...operators];
    const strangers = readdirSync(checkout).filter((name) => !company.test(name) && !known.includes(name));
    expect(strangers).toEqual([]);
  });

  test('names its files in kebab-case', () => {
    const odd = ours.map((file) => file.path).filter((path) => !/^[a-z0-9./-]+$/.test(path));
    expect(odd).toEqual([]);
  });

  test('says what every exported thing is for', () => {
    expect(ours.flatMap(undocumentedExports)).toEqual([]);
  });

  test('keeps every file under 300 lines', () => {
    const long = ours.filter((file) => file.text.split('\n').length > 301).map((file) => file.path);
    expect(long).toEqual([]);
  });

  test('holds no mail address of the helpline’s own: they are configuration (R86)', () => {
    const owned = ours.filter(({ text }) => /@(1712|samvzw)\.be\b/.test(text)).map((file) => file.path);
    expect(owned).toEqual([]);
  });

  test('never uses the type any', () => {
    const found: string[] = [];
    for (const file of ours) {
      walk(file.tree, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(file.path);
      });
    }
    expect(found).toEqual([]);
  });

  test('names every folder of the service in its map, and only those', () => {
    const map = readFileSync(join(checkout, 'appservice/README.md'), 'utf8');
    const named = [...map.matchAll(/^\| `([a-z/]+)\/` +\|/gm)].map((match) => match[1] ?? '');
    const folders = ['', 'adapters/'].flatMap((parent) =>
      readdirSync(join(checkout, 'appservice', parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${parent}${entry.name}`),
    );
    expect(named.toSorted()).toEqual(folders.filter((folder) => folder !== 'adapters').toSorted());
  });
});

describe('crash points', () => {
  const stepped = ours.filter((file) => steppedFiles.includes(file.path));

  test('are used each by the name under which they are listed', () => {
    const used = new Set(ours.flatMap(usedCrashPoints));
    expect([...used].toSorted()).toEqual([...crashPoints].toSorted());
  });

  test('stand at every await that leaves the process in starting, ringing, ending and transaction handling', () => {
    expect(stepped.map((file) => file.path).toSorted()).toEqual(steppedFiles.toSorted());
    expect(stepped.flatMap(nakedAwaits)).toEqual([]);
  });
});

describe('documents', () => {
  test('name every error code with its meaning, and no other', () => {
    const readme = readFileSync(join(checkout, 'appservice/README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `((?:M|HELPLINE)_[A-Z_]+)` +\| (\d+) +\| (.*?) +\|$/gm)].map(
      ([, code, status, meaning]) => [code, Number(status), meaning],
    );
    const listed = Object.entries(errorCodes).map(([code, { status, meaning }]) => [code, status, meaning]);
    expect(named).toEqual(listed);
  });
});

function undocumentedExports(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const statement of file.tree.statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    const isExported =
      ts.getModifiers(statement)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword) === true;
    if (isExported && ts.getJSDocCommentsAndTags(statement).length === 0) {
      const line = file.tree.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      found.push(`${file.path}:${line}`);
    }
  }
  return found;
}

function usedCrashPoints(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!isStep(node)) return;
    const [name] = node.arguments;
    if (name !== undefined && ts.isStringLiteral(name)) found.push(name.text);
  });
  return found;
}

function isStep(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && /(^|\.)step$/.test(node.expression.getText());
}

/** Awaits that are neither a step, nor inside one, nor another function of ours that is checked itself. */
function nakedAwaits(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const local = new Set<string>();
  walk(file.tree, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) local.add(node.name.text);
    if (ts.isImportSpecifier(node)) local.add(node.name.text);
  });
  walk(file.tree, (node) => {
    if (!ts.isAwaitExpression(node) || isInsideUnitOfWork(node)) return;
    const call = node.expression;
    const callee = ts.isCallExpression(call) ? call.expression.getText() : '';
    if (isStep(call) || local.has(callee) || callee === 'Promise.all') return;
    const line = file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${file.path}:${line} await ${callee}`);
  });
  return found;
}

/** What runs inside a unit of work touches the registers only; the unit of work itself is the step. */
function isInsideUnitOfWork(node: ts.Node): boolean {
  return /^\s*registers?\b/.test((node as ts.AwaitExpression).expression.getText());
}
