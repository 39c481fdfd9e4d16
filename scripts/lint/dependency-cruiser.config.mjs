/** Who may import whom: imports point inward, one way. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const only = (name, folder, allowed) =>
  rule(name, { path: `^${folder}` }, { pathNot: [`^${folder}`, ...allowed.map((each) => `^${each}`)] });

export default {
  forbidden: [
    rule('no-circular', {}, { circular: true }),
    rule(
      'not-to-unresolvable',
      { pathNot: ['^widget/(frame|catalogue)/', '^scripts/lint/'] },
      { couldNotResolve: true },
    ),
    only('domain-only-itself', 'appservice/domain/', []),
    only('contract-only-itself', 'appservice/contract/', []),
    only('ports-see-domain', 'appservice/ports/', ['appservice/domain/']),
    only('usecases-see-domain-and-ports', 'appservice/usecases/', [
      'appservice/domain/',
      'appservice/ports/',
    ]),
    rule(
      'adapters-never-see-each-other',
      { path: '^appservice/adapters/([^/]+)/' },
      { path: '^appservice/adapters/', pathNot: '^appservice/adapters/$1/' },
    ),
    rule(
      'adapters-see-usecase-types-only',
      { path: '^appservice/adapters/' },
      { path: '^appservice/usecases/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'contract-for-http-only',
      { path: '^appservice/adapters/', pathNot: '^appservice/adapters/http/' },
      { path: '^appservice/contract/' },
    ),
    rule(
      'adapters-see-no-config-or-app',
      { path: '^appservice/adapters/' },
      {
        path: [
          '^config/',
          '^appservice/(app|callers|desk|main|jobs)\\.ts$',
          '^widget/',
          '^scripts/',
          '^tests/',
        ],
      },
    ),
    rule(
      'timetable-sees-types-only',
      { path: '^appservice/jobs\\.ts$' },
      { path: '^appservice/usecases/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'desk-is-wired-by-app-only',
      { pathNot: '^appservice/app\\.ts$' },
      { path: '^appservice/desk\\.ts$' },
    ),
    rule(
      'main-sees-app-and-config',
      { path: '^appservice/main\\.ts$' },
      { path: '^appservice/', pathNot: ['^appservice/app\\.ts$'] },
    ),
    only('config-sees-domain-and-texts', 'config/', [
      'appservice/domain/',
      // What an administrator writes in the place of a text is checked against it; nothing but words comes from there.
      'widget/frame/texts/(nl|en|fr)\\.ts$',
      'node_modules/(zod|yaml|tldts)/',
      'node:',
      '(fs|path)$',
    ]),
    only('shared-widget-files-see-contract', 'widget/[^/]+\\.ts$', ['appservice/contract/']),
    only('page-sees-nothing', 'widget/page/', []),
    only('loader-sees-page-and-host-messages', 'widget/loader/', [
      'widget/page/',
      'widget/host-messages\\.ts$',
    ]),
    only('state-sees-contract-and-worker-messages', 'widget/frame/state/', [
      'appservice/contract/',
      'widget/(worker-messages|count-characters)\\.ts$',
    ]),
    only('texts-see-state-and-contract', 'widget/frame/texts/', [
      'widget/frame/state/',
      'appservice/contract/',
    ]),
    only('components-see-state-and-texts', 'widget/frame/components/', [
      'widget/frame/(state|texts)/',
      'node_modules/preact/',
    ]),
    only('frame-adapters-see-state-and-messages', 'widget/frame/adapters/', [
      'widget/frame/state/',
      'widget/(worker-messages|host-messages|kept-databases)\\.ts$',
      'widget/page/',
      'appservice/contract/',
      'node_modules/@cloudflare/blindrsa-ts/',
      // The address of the worker's own file, for the build; no code of it.
      'widget/crypto/main\\.ts$',
    ]),
    only('frame-root-sees-frame', 'widget/frame/[^/]+\\.tsx?$', [
      'widget/frame/',
      'widget/page/',
      'appservice/contract/',
      'node_modules/preact/',
    ]),
    only('catalogue-sees-frame', 'widget/catalogue/', [
      'widget/frame/(components|state|texts)/',
      'node_modules/preact/',
    ]),
    rule(
      'nothing-shipped-imports-the-catalogue',
      { path: '^(widget|appservice)/', pathNot: '^widget/catalogue/' },
      { path: '^widget/catalogue/' },
    ),
    only('worker-sees-contract-and-its-messages', 'widget/crypto/', [
      'appservice/contract/',
      'widget/(worker-messages|count-characters|kept-databases)\\.ts$',
      'node_modules/@matrix-org/matrix-sdk-crypto-wasm/',
    ]),
    rule(
      'widget-sees-contract-only',
      { path: '^widget/' },
      { path: '^appservice/', pathNot: '^appservice/contract/' },
    ),
    rule('nothing-imports-scripts', { pathNot: ['^scripts/', '^tests/'] }, { path: '^(scripts|tests)/' }),
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '^(\\.data|node_modules)/' },
  },
};
