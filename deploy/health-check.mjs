// Asked by the container engine. With HEALTH_URL it is that address that must answer well (the gateway); a service without a port
// of its own stops when it cannot go on, and is watched by the gateway's readiness.
const { HEALTH_URL } = process.env;
if (HEALTH_URL) {
  const answer = await fetch(HEALTH_URL, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
  process.exitCode = answer?.ok ? 0 : 1;
}
