// The first job of a start in containers: the passwords that PostgreSQL and NATS need before they can run.
import 'reflect-metadata';
import { secretsEnvironment } from './containers-environment.js';
import { NodeSecrets } from './node-secrets.js';

await new NodeSecrets(secretsEnvironment().XINQIAO_SECRETS).ensurePasswords();
process.stdout.write('Passwords are there.\n');
