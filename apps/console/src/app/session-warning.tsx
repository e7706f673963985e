import { Button, Modal } from 'antd';
import { useState } from 'react';
import { session } from '../session/session.js';
import { useTexts } from '../texts/texts.js';

interface SessionWarningProps {
  /** Milliseconds. */
  readonly left: number;
  /** No renewal moves the end. */
  readonly atLimit: boolean;
}

/** Two minutes before a session ends; fetched then, most sessions never see it. */
export default function SessionWarning({ left, atLimit }: SessionWarningProps) {
  const t = useTexts('app');
  const [busy, setBusy] = useState(false);
  const seconds = Math.ceil(left / 1_000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const stay = () => {
    setBusy(true);
    void session.stay().finally(() => setBusy(false));
  };
  const leave = (
    <Button onClick={() => void session.signOut()}>{atLimit ? t('session.signInAgain') : t('signOut')}</Button>
  );
  return (
    <Modal
      open
      centered
      closable={false}
      keyboard={false}
      title={atLimit ? t('session.limitTitle') : t('session.warningTitle')}
      footer={
        <>
          {leave}
          {!atLimit && (
            <Button type="primary" autoFocus loading={busy} onClick={stay}>
              {t('session.stay')}
            </Button>
          )}
        </>
      }
    >
      {atLimit ? (
        <>
          <p>{t('session.limitText')}</p>
          <p className="xq-number">{t('session.limitLeft', { clock })}</p>
        </>
      ) : (
        <p>{t('session.warningText', { clock })}</p>
      )}
    </Modal>
  );
}
