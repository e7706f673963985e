// Native ESM: run through `node --experimental-vm-modules` (the npm scripts do). Unit specs lie beside the code and need
// nothing; integration specs lie in test/ folders and need PostgreSQL and NATS, which globalSetup starts once; those of the
// console run in a browser against the whole system with the small demonstration district, which is started once too.
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(domain|contracts|messaging|persistence|auth|tier|observability|spreadsheet|testing)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.xinqiao/'],
};

export default {
  maxWorkers: 2,
  // Takes effect only here, not inside a project. Integration specs start services; unit specs never come near it.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs}/*/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/console/'],
      globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'console',
      testMatch: ['<rootDir>/apps/console/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/apps/console/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/console/test/support/global-teardown.mjs',
    },
  ],
};
