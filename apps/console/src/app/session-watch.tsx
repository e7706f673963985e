import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { session, type SessionEnds } from '../session/session.js';
import { SIGNS_OF_LIFE } from '../session/signs-of-life.js';
import { useSession } from '../session/use-session.js';

const SessionWarning = lazy(() => import('./session-warning.js'));

const WARN_MS = 120_000;

/** Whoever is at work renews the session once it would idle away in less than this, so at most every five minutes. */
const RENEW_BELOW_MS = 25 * 60_000;

/** Keeps the session while somebody works, warns two minutes before it ends, and ends it then. */
export function SessionWatch() {
  const { ends } = useSession();
  return ends === undefined ? null : <Watch key={`${ends.at}`} ends={ends} />;
}

function Watch({ ends }: { readonly ends: SessionEnds }) {
  const left = useMillisecondsLeft(ends.at);
  const warned = left <= WARN_MS;
  useRenewalAtWork(ends, !warned);
  useEffect(() => {
    if (left <= 0) void session.lapse();
  }, [left]);
  return (
    <Suspense fallback={null}>
      {warned && left > 0 && <SessionWarning left={left} atLimit={isAtLimit(ends)} />}
    </Suspense>
  );
}

/** The limit of eight hours moves for nobody. */
function isAtLimit({ at, limit }: SessionEnds): boolean {
  return limit - at < 1_000;
}

/** Sleeps until the warning, then counts every second. */
function useMillisecondsLeft(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = at - now;
  useEffect(() => {
    const wait = left > WARN_MS ? left - WARN_MS : 1_000;
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}

function useRenewalAtWork(ends: SessionEnds, watching: boolean): void {
  const renewing = useRef(false);
  useEffect(() => {
    const atWork = () => {
      if (!watching || renewing.current || isAtLimit(ends) || ends.at - Date.now() > RENEW_BELOW_MS) return;
      renewing.current = true;
      // Without the line it is tried again at the next sign of life.
      void session
        .stay()
        .catch(() => undefined)
        .finally(() => (renewing.current = false));
    };
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, atWork, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, atWork);
    };
  }, [ends, watching]);
}
