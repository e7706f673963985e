// The container's health check: asks the process beside it, which answers on loopback (XINQIAO_HEALTH_PORT).
import { get } from 'node:http';

const address = `http://127.0.0.1:${process.env.XINQIAO_HEALTH_PORT}/health/ready`;
const fail = (text) => {
  console.error(text);
  process.exit(1);
};

get(address, { timeout: 4_000 }, (answer) => {
  answer.setEncoding('utf8');
  answer.on('data', (text) => (answer.statusCode === 200 ? undefined : fail(text)));
})
  .on('timeout', () => fail('no answer in time'))
  .on('error', (error) => fail(error.message));
