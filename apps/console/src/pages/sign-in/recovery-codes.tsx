import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { say } from '../../shared/notice.js';
import { useTexts } from '../../texts/texts.js';
import styles from './sign-in.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The only time they are seen: to be copied or printed, and not passed over by mistake. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTexts('sign-in');
  const [kept, setKept] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    say(t('recovery.copied'));
  };
  return (
    <div className={styles['stack']}>
      <ol className={styles['codes']} aria-label={t('recovery.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={`${styles['buttons'] ?? ''} xq-no-print`}>
        <Button onClick={() => void copy()}>{t('recovery.copy')}</Button>
        <Button onClick={() => window.print()}>{t('recovery.print')}</Button>
      </div>
      <Checkbox className="xq-no-print" checked={kept} onChange={({ target }) => setKept(target.checked)}>
        {t('recovery.kept')}
      </Checkbox>
      <div className="xq-no-print">
        <Button type="primary" disabled={!kept} onClick={onKept}>
          {t('recovery.goOn')}
        </Button>
      </div>
    </div>
  );
}
