import { join } from 'node:path';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What is banned here, each with the sentence that says what to use instead. */
const banned = {
  clock: {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the instant as an argument, or ask the Clock port.',
  },
  random: {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Use the IdSource port.',
  },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only config/load.ts reads the environment.',
  },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  bareError: {
    selector: "ThrowStatement > NewExpression[callee.name='Error']",
    message: 'Throw a named error class with a code and a cause.',
  },
};
const ban = (...allowed) => [
  'error',
  ...Object.entries(banned)
    .filter(([name]) => !allowed.includes(name))
    .map(([, rule]) => rule),
];

export default tseslint.config(
  { ignores: ['**/node_modules/', '.data/', '**/dist/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked, prettier],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '../..') },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ban(),
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': 'off', // fights noPropertyAccessFromIndexSignature
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
    },
  },
  {
    files: ['appservice/adapters/system/system-clock.ts', 'widget/frame/adapters/browser-clock.ts'],
    rules: { 'no-restricted-syntax': ban('clock') },
  },
  { files: ['config/load.ts'], rules: { 'no-restricted-syntax': ban('environment') } },
  {
    files: ['scripts/**'],
    rules: { 'no-restricted-syntax': ban('environment', 'clock', 'defaultExport') },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': ban('environment', 'clock', 'defaultExport', 'bareError'),
      'max-lines-per-function': 'off',
    },
  },
);
