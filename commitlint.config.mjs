export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-empty': [2, 'never'],
    'scope-enum': [
      2,
      'always',
      ['gateway', 'identity', 'registry', 'smi', 'kpi', 'console', 'all-in-one', 'domain', 'contracts', 'messaging', 'persistence', 'auth', 'tier', 'observability', 'spreadsheet', 'testing', 'proto', 'deploy', 'docs', 'bench', 'tools', 'repo'],
    ],
    'body-max-line-length': [0],
  },
};
