// Who may import whom: the table of ARCHITECTURE.md. Workspace links (@rampart/…) are followed to the real file,
// and type-only imports count.

const { builtinModules } = require('node:module')

const nodeModules = `^(node:)?(${builtinModules.join('|')})$`
const ours = '^(platform|contracts|modules|apps|ui|tests|bench|tools)/'
const testFiles = '(^tests/|/test/|^platform/testing/|^bench/|^tools/|[.]config[.]ts$)'

/** Files under `from` import nothing of ours except what is listed. */
function only(name, comment, from, allowed, fromNot = []) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: fromNot },
    to: { path: ours, pathNot: allowed },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'contracts-are-plain-data',
      'A contract knows the contract language and money; nothing else of ours.',
      '^contracts/',
      ['^contracts/', '^platform/(contract|money)/'],
      ['/test/'],
    ),
    {
      name: 'contracts-run-in-browsers',
      comment: 'A contract is read by the browser too: zod is its only package.',
      severity: 'error',
      from: { path: '^contracts/', pathNot: '/test/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: 'node_modules/zod/',
      },
    },
    only(
      'modules-do-not-know-each-other',
      'A module calls another through a client that the composition root hands in.',
      '^modules/([^/]+)/',
      ['^modules/$1/', '^contracts/', '^platform/'],
    ),
    {
      name: 'domain-is-pure',
      comment: 'Rules in domain/ have no I/O, clock or randomness: only their own folder and money.',
      severity: 'error',
      from: { path: '^modules/([^/]+)/domain/' },
      to: { pathNot: ['^modules/$1/domain/', '^platform/money/'] },
    },
    only(
      'server-sees-module-roots',
      'The composition root wires modules together by their module.ts.',
      '^apps/server/',
      ['^apps/server/', '^modules/[^/]+/module[.]ts$', '^contracts/', '^platform/'],
    ),
    only(
      'front-ends-see-ui',
      'The shop and the back office reach data through ui/client only.',
      '^apps/(storefront|admin)/',
      ['^apps/$1/', '^ui/'],
    ),
    only(
      'client-is-made-from-contracts',
      'The browser client knows the contracts and their language.',
      '^ui/client/',
      ['^ui/client/', '^contracts/', '^platform/(contract|money)/'],
      ['/test/'],
    ),
    only('kit-stands-alone', 'The component kit knows nothing of ours.', '^ui/kit/', ['^ui/kit/']),
    {
      name: 'browser-code-stays-in-browsers',
      comment: 'What the browser loads must not pull Node.js modules in.',
      severity: 'error',
      from: { path: '^ui/', pathNot: ['/test/', '[.]config[.]ts$'] },
      to: { path: [nodeModules, '^platform/(?!contract/|money/|errors/)'], reachable: true },
    },
    only('platform-knows-no-business', 'The platform is technical.', '^platform/', ['^platform/']),
    {
      name: 'tests-see-module-roots',
      comment:
        'Tests across modules, tools and the bench use what the composition root uses. Servers that stand in for payment ' +
        'providers are kept beside what is tried against them.',
      severity: 'error',
      from: { path: '^(tests|tools|bench)/', pathNot: '^tools/evaluate/' },
      to: {
        path: '^modules/',
        pathNot: ['^modules/[^/]+/module[.]ts$', '^modules/payments/test/fake-(stripe|razorpay)[.]ts$'],
      },
    },
    {
      name: 'evaluations-see-domains',
      comment:
        'An evaluation measures the rules of a module as they are, and nothing of it that touches data. How the search ' +
        'understands a question asks an index only through the type of one.',
      severity: 'error',
      from: { path: '^tools/evaluate/' },
      to: {
        path: '^modules/',
        pathNot: [
          '^modules/[^/]+/(module[.]ts$|domain/)',
          '^modules/search/(understand|engine/search-engine)[.]ts$',
        ],
      },
    },
    {
      name: 'production-code-needs-no-tests',
      comment: 'Test support is not loaded by the running program.',
      severity: 'error',
      from: { path: ours, pathNot: testFiles },
      to: { path: ['^tests/', '/test/', '^platform/testing/', '^bench/', '^tools/'] },
    },
    {
      name: 'production-code-needs-no-dev-packages',
      comment: 'A package that runs in production stands under "dependencies".',
      severity: 'error',
      from: { path: '^(platform|contracts|modules|apps/server)/', pathNot: testFiles },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'packages-are-declared',
      comment: 'A workspace names the packages it imports in its own package.json.',
      severity: 'error',
      from: { path: ours, pathNot: testFiles },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'The file or package that is imported exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|[.]/[+]types/|.*/[+]types/)' },
    },
    {
      name: 'no-cycles',
      comment: 'Files do not import each other in a circle, not even for types.',
      severity: 'error',
      from: { pathNot: '^apps/(storefront|admin)/' },
      to: { circular: true },
    },
    {
      name: 'no-front-end-cycles',
      comment: 'A component may take the type of a route that shows it: that is how loader data is typed.',
      severity: 'error',
      from: { path: '^apps/(storefront|admin)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    exclude: {
      path: [
        '(^|/)(build|[.]react-router)/',
        '^data/',
        '^tests/architecture/planted/',
        '^bench/rivals/(vendure|medusa)/',
      ],
    },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
