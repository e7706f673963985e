// Writes docs/configuration.md from the environment classes; `--check` only compares. Needs a build, no servers.
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const FILE = new URL('../docs/configuration.md', import.meta.url);
const { describeEnvironment, NodeEnvironment, ServiceEnvironment } = await import('../dist/libs/tier/src/index.js');
const { AllInOneEnvironment } = await import('../dist/apps/all-in-one/src/environment.js');
const jobs = await import('../dist/apps/all-in-one/src/containers-environment.js');
const { GatewayEnvironment } = await import('../dist/apps/gateway/src/environment.js');
const { IdentityEnvironment } = await import('../dist/apps/identity/src/environment.js');
const { RegistryEnvironment } = await import('../dist/apps/registry/src/environment.js');

/** What tools/start reads; the rest of the node's variables it passes on or sets itself. */
const START = [
  own(
    'PORT',
    'number',
    'the first free one from 8080',
    'Port of the page and the API. One that is given and taken is refused.',
  ),
  own('HOST', 'text', '`127.0.0.1`', 'Address they listen on.'),
  own(
    'XINQIAO_DATA',
    'text',
    '`.xinqiao` in the checkout',
    'Directory of data, keys and logs; one running system at a time.',
  ),
  own(
    'XINQIAO_DEMO',
    'text',
    '`district`',
    'What an empty system is filled with: `district`, `small` or `none`. Nothing in production.',
  ),
  own('DATABASE_URL', 'text', 'PostgreSQL of its own', 'Administrator address of a PostgreSQL to use instead.'),
  own('NATS_URL', 'text', 'nats-server of its own', 'A NATS server with JetStream to use instead.'),
  own('NATS_SERVER_BIN', 'text', 'found or fetched', 'The nats-server program to start.'),
];

/** What docker-compose.yml asks of its own; the others it passes on. */
const COMPOSE = [
  own('XINQIAO_LISTEN', 'text', '`127.0.0.1`', 'Address on which the gateway is published.'),
  own('PORT', 'number', '`8080`', 'Port on which the gateway is published.'),
  own('XINQIAO_IMAGE', 'text', '`xinqiao`', 'The image of all processes.'),
];
const PASSED_ON = [
  'NODE_ENV',
  'XINQIAO_NODE',
  'XINQIAO_TIER',
  'XINQIAO_TERRITORY',
  'XINQIAO_CLOCK',
  'XINQIAO_LOG_LEVEL',
  'TRUSTED_PROXIES',
  'XINQIAO_OTP_REQUIRED_ROLES',
  'XINQIAO_SESSION_IDLE_MINUTES',
];

const text = await format(page(), { parser: 'markdown', printWidth: 120 });
if (process.argv.includes('--check')) {
  if (readText() !== text) {
    console.error(
      'docs/configuration.md does not say what is read: npm run build && node tools/configuration-document.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, text);
}

function page() {
  return `# Configuration

Made from the environment classes by \`node tools/configuration-document.mjs\`; changes here are lost.

Every process reads its environment once, at the start, and refuses it as a whole when something is missing or wrong, naming the
variables and never their values. An empty variable counts as not set. A variable marked *secret* may also be given as a file:
\`<NAME>_FILE\` holds the path; the variable itself wins.

## \`npm start\`

Also takes the variables of [every process](#every-process) and of [all services in one process](#all-services-in-one-process).

${table(START)}

## \`docker compose up\`

Passed on to the processes: ${PASSED_ON.map((name) => `\`${name}\``).join(', ')}; \`NODE_ENV\` is \`production\` when left out. How the
containers get their passwords and keys: [deployment.md](deployment.md).

${table(COMPOSE)}

## Every process

${described(NodeEnvironment)}

## A service that runs alone

${described(ServiceEnvironment, NodeEnvironment)}

\`smi\` and \`kpi\` read nothing else.

### gateway

${described(GatewayEnvironment, ServiceEnvironment)}

### identity

${described(IdentityEnvironment, ServiceEnvironment)}

### registry

${described(RegistryEnvironment, ServiceEnvironment)}

## All services in one process

\`apps/all-in-one\`, which is also what \`npm start\` runs.

${described(AllInOneEnvironment, NodeEnvironment)}

## Jobs of a start in containers

### secrets

${described(jobs.SecretsEnvironment)}

### prepare

${described(jobs.PrepareEnvironment)}
`;
}

/** The variables of a class, without those of the class it builds on. */
function described(environment, without) {
  const known = new Set(without === undefined ? [] : describeEnvironment(without).map(({ name }) => name));
  return table(
    describeEnvironment(environment)
      .filter(({ name }) => !known.has(name))
      .map(row),
  );
}

function row({ name, type, default: value, secret, optional, description }) {
  const fallback = value === undefined ? (optional ? '–' : '**needed**') : value === '' ? 'empty' : `\`${value}\``;
  return own(name, secret ? `${type}, secret` : type, fallback, description);
}

function own(name, type, fallback, meaning) {
  return { name, type, fallback, meaning };
}

function table(rows) {
  const lines = rows.map(
    ({ name, type, fallback, meaning }) =>
      `| ${[`\`${name}\``, type, fallback, meaning].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return ['| Variable | Type | When left out | Meaning |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function readText() {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '';
  }
}
