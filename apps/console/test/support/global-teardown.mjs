import { running } from './running.mjs';

export default async function stop() {
  await Promise.all(running.splice(0).map((one) => one()));
}
