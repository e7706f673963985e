/** Imports point one way: apps → libs → libs/domain (docs/architecture.md). Each rule below is one sentence of that page. */
const SERVICES = 'gateway|identity|registry|smi|kpi';
module.exports = {
  forbidden: [
    {
      name: 'no-app-to-app',
      comment: 'An app never imports another app. all-in-one may import <service>.module.ts of each, nothing else.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(all-in-one|[^/]+/test)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'all-in-one-imports-modules-only',
      severity: 'error',
      from: { path: '^apps/all-in-one/src/' },
      to: { path: `^apps/(${SERVICES})/`, pathNot: `^apps/(${SERVICES})/src/\\1\\.module\\.ts$` },
    },
    {
      name: 'console-knows-the-domain-only',
      comment: 'What runs in the browser imports of the project only itself and the rules.',
      severity: 'error',
      from: { path: '^apps/console/src/' },
      to: { path: '^(apps|libs|tools|bench)/', pathNot: '^(apps/console/src/|libs/domain/src/index\\.ts$)' },
    },
    {
      name: 'no-family-to-family',
      comment: 'A page family never imports another; what two of them need lies in src/shared.',
      severity: 'error',
      from: { path: '^apps/console/src/pages/([^/]+)/' },
      to: { path: '^apps/console/src/pages/', pathNot: '^apps/console/src/pages/$1/' },
    },
    {
      name: 'shared-not-pages',
      comment: 'Parts, data and session of the console know no page.',
      severity: 'error',
      from: { path: '^apps/console/src/(api|area|session|shared|theme)/' },
      to: { path: '^apps/console/src/(pages|app)/' },
    },
    {
      name: 'echarts-by-the-chart-part',
      comment: 'ECharts is fetched when a chart is shown, and only the pieces it needs.',
      severity: 'error',
      from: { path: '^apps/console/src/', pathNot: '^apps/console/src/shared/chart/' },
      to: { path: 'node_modules/echarts/' },
    },
    { name: 'libs-not-apps', severity: 'error', from: { path: '^libs/(?!testing)' }, to: { path: '^apps/' } },
    { name: 'no-circular', severity: 'error', from: { pathNot: 'generated' }, to: { circular: true } },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '(^libs/testing/)|(/test/)|(\\.spec\\.ts$)' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'libs/domain imports only itself (specs may use the test tools).',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'contracts-no-framework',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(libs/contracts/src/|node_modules/@bufbuild/protobuf)' },
    },
    {
      name: 'nats-only-in-messaging',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/(messaging|testing)/' },
      to: { path: '^node_modules/@nats-io/' },
    },
    {
      name: 'libs-by-their-index',
      comment: 'A library is entered by its index.ts only; a fixture by tests as well.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', '\\.fixture\\.ts$'] },
    },
    {
      name: 'fixtures-only-in-tests',
      severity: 'error',
      from: { pathNot: '/test/|\\.spec\\.ts$|\\.fixture\\.ts$' },
      to: { path: '\\.fixture\\.ts$' },
    },
    {
      name: 'typeorm-where-it-belongs',
      comment: "Only persistence and an app's entities, repositories, migrations, modules and use cases touch TypeORM.",
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot:
          '^libs/(persistence|testing|messaging)/|/test/|/migrations/|\\.(entity|repository|module|projector)\\.ts$',
      },
      to: { path: '^node_modules/typeorm/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console/(dist[^/]*|node_modules)|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
