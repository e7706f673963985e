import { Alert } from 'antd';
import { useEffect } from 'react';
import { session } from '../../session/session.js';
import { useTexts } from '../../texts/texts.js';

const TRY_MS = 4_000;

/** Says that somebody has left and the server does not know it yet; tries until it does. */
export function UnfinishedSignOut() {
  const t = useTexts('sign-in');
  useEffect(() => {
    const timer = setInterval(() => void session.finishSignOut(), TRY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Alert type="warning" showIcon role="alert" title={t('unfinished.title')} description={t('unfinished.hint')} />
  );
}
