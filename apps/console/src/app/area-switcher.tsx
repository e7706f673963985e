import { useQuery } from '@tanstack/react-query';
import { hasUnitsBelow } from '../area/area-code.js';
import { areasBelow, type Area } from '../area/area-queries.js';
import { useArea, useAreas } from '../area/use-area.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './area-switcher.module.css';
import { Flyout } from './flyout.js';

/** County → street → community, as far as the user may see; every page follows it. */
export function AreaSwitcher() {
  const t = useTexts('app');
  const { area, path, roots, choose } = useArea();
  return (
    <Flyout
      side="start"
      buttonClass={styles['current']}
      button={
        <>
          <Icon name="place" size={18} />
          <span className="xq-hidden">{t('area.switch')}</span>
          <span className={styles['name']}>{area?.name ?? '…'}</span>
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => (
        <AreaList
          path={path}
          roots={roots}
          onSelect={(code) => {
            choose(code);
            if (!hasUnitsBelow(code)) close();
          }}
          onDone={close}
        />
      )}
    </Flyout>
  );
}

interface AreaListProps {
  readonly path: readonly Area[];
  readonly roots: readonly string[];
  readonly onSelect: (code: string) => void;
  readonly onDone: () => void;
}

function AreaList({ path, roots, onSelect, onDone }: AreaListProps) {
  const t = useTexts('app');
  const here = path.at(-1);
  const below = useQuery({ ...areasBelow(here?.code ?? ''), enabled: here !== undefined && hasUnitsBelow(here.code) });
  const others = useAreas(roots.filter((root) => root !== path[0]?.code));
  return (
    <div className={styles['panel']}>
      <nav className={styles['path']} aria-label={t('area.path')}>
        {path.map((one) => (
          <button
            key={one.code}
            type="button"
            className={styles['step']}
            aria-current={one === here ? 'true' : undefined}
            onClick={() => (one === here ? onDone() : onSelect(one.code))}
          >
            {one.name}
          </button>
        ))}
      </nav>
      <Units units={below.data ?? []} onSelect={onSelect} />
      {others.length > 0 && (
        <section className={styles['others']}>
          <h2 className={styles['head']}>{t('area.others')}</h2>
          <Units units={others} onSelect={onSelect} />
        </section>
      )}
    </div>
  );
}

function Units({ units, onSelect }: { readonly units: readonly Area[] } & Pick<AreaListProps, 'onSelect'>) {
  return (
    <ul className={styles['list']}>
      {units.map((one) => (
        <li key={one.code}>
          <button type="button" className={styles['unit']} onClick={() => onSelect(one.code)}>
            {one.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
