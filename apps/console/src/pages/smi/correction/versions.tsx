import type { Schemas } from '../../../api/client.js';
import { stabilityStatus } from '../../../shared/case-marks.js';
import { Facts } from '../../../shared/facts.js';
import { useFormat } from '../../../shared/format.js';
import { StatusMark } from '../../../shared/status-mark.js';
import { useTexts } from '../../../texts/texts.js';
import { answersOf, useAnswerText } from './answers.js';
import styles from './versions.module.css';

type Version = Schemas['FollowUpVersionDto'];

/** Every version, the newest first; of each older one only what became different. */
export function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const t = useTexts('smi');
  const format = useFormat();
  const textOf = useAnswerText();
  return (
    <ol className={styles['versions']}>
      {versions.map((version, i) => {
        const before = versions[i + 1];
        const answers = answersOf(version.input);
        const older = before === undefined ? undefined : answersOf(before.input);
        const changed =
          older === undefined
            ? []
            : [...new Set([...answers.keys(), ...older.keys()])].filter(
                (path) => textOf(path, answers.get(path)) !== textOf(path, older.get(path)),
              );
        return (
          <li key={version.version} className={styles['version']}>
            <p className={styles['head']}>
              <strong>{t('version.n', { n: version.version })}</strong>
              <span>{t(`version.${version.cause as 'recorded'}`)}</span>
              <span className="xq-number">{format.time(version.recordedAt)}</span>
              {version.computed.stability !== null && (
                <StatusMark status={stabilityStatus(version.computed.stability)} />
              )}
              {version.computed.nextDueOn !== null && (
                <span className="xq-number">{t('timeline.next', { day: format.day(version.computed.nextDueOn) })}</span>
              )}
            </p>
            {version.reason !== null && <p>{t('version.reason', { reason: version.reason })}</p>}
            {changed.length > 0 && (
              <ul>
                {changed.map((path) => (
                  <li key={path}>
                    {t('version.field', { q: textOf.label(path) })} <del>{textOf(path, older?.get(path))}</del> →{' '}
                    <ins>{textOf(path, answers.get(path))}</ins>
                  </li>
                ))}
              </ul>
            )}
            {i === 0 && (
              <Facts facts={[...answers].map(([path, value]) => [textOf.label(path), textOf(path, value)])} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
