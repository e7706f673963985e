import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { hasUnitsBelow, prefixOf } from '../../area/area-code.js';
import { useArea } from '../../area/use-area.js';
import { useToday } from '../../session/use-session.js';
import { BarField } from '../../shared/bar-field.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { DayInput } from '../../shared/day-input/day-input.js';
import { isDay } from '../../shared/day-input/typed-day.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useParameters } from '../../shared/use-parameters.js';
import { useTexts } from '../../texts/texts.js';
import { AreaCard } from './area-card.js';
import { NewAreaForm } from './area-forms.js';
import { populations, unitsBelow, type Unit } from './area-queries.js';

/** The tree of units with the days they are valid on, and their residents. */
export default function AreasPage() {
  const t = useTexts('system');
  const { code, area, choose } = useArea();
  const { asOf, pick } = useAsOf();
  const today = useToday();
  // Where; another area, opened by going back, is not meant.
  const [addingTo, setAddingTo] = useState<string>();
  const opened = code !== undefined && hasUnitsBelow(code);
  const below = useQuery({ ...unitsBelow(prefixOf(code ?? ''), asOf), enabled: opened });
  const residents = useQuery({ ...populations(code ?? ''), enabled: code !== undefined });
  // What stands below would jump if the parts came one by one.
  const isWaiting = area === undefined || residents.isPending || (opened && below.isPending);
  const title =
    area === undefined
      ? t('areas.title')
      : opened
        ? t('areas.count', { area: area.name, n: below.data?.length ?? 0 })
        : t('areas.leaf', { area: area.name });
  return (
    <Page
      title={title}
      lead={t('areas.lead')}
      actions={
        <>
          <BarField label={t('areas.asOf')}>
            <DayInput value={asOf ?? today} onChange={(day) => pick(day === today ? undefined : day)} />
          </BarField>
          {opened && (
            <Button type="primary" icon={<Icon name="add" size={18} />} onClick={() => setAddingTo(code)}>
              {t('areas.add')}
            </Button>
          )}
        </>
      }
    >
      {isWaiting ? <Skeleton active /> : <AreaCard key={area.code} unit={area} />}
      {!isWaiting && below.isError && <ProblemAlert problem={below.error} onRetry={() => void below.refetch()} />}
      {!isWaiting && below.data?.length === 0 && <EmptyState text={t('areas.empty')} />}
      {!isWaiting && below.data !== undefined && below.data.length > 0 && <Units units={below.data} onOpen={choose} />}
      {area !== undefined && (
        <NewAreaForm
          key={`below ${area.code}`}
          parent={area}
          open={addingTo === area.code}
          onClose={() => setAddingTo(undefined)}
        />
      )}
    </Page>
  );
}

/** The day the tree is looked at stands in the address; none is today. */
function useAsOf(): { asOf: string | undefined; pick: (day: string | undefined) => void } {
  const [parameters, change] = useParameters();
  const given = parameters.get('asOf') ?? '';
  return { asOf: isDay(given) ? given : undefined, pick: (day) => change({ asOf: day }) };
}

function Units({ units, onOpen }: { readonly units: readonly Unit[]; readonly onOpen: (code: string) => void }) {
  const t = useTexts('system');
  const format = useFormat();
  return (
    <DataTable
      caption={t('areas.title')}
      rows={units}
      rowKey={({ code }) => code}
      empty={null}
      columns={[
        {
          key: 'name',
          title: t('areas.name'),
          onCard: 'heading',
          sortBy: ({ name }) => name,
          render: ({ name, code }) => (
            <Button type="link" size="small" style={{ paddingInline: 0, height: 'auto' }} onClick={() => onOpen(code)}>
              {name}
            </Button>
          ),
        },
        {
          key: 'code',
          title: t('areas.code'),
          sortBy: ({ code }) => code,
          render: ({ code }) => <span className="xq-number">{code}</span>,
        },
        { key: 'tier', title: t('areas.tier'), render: ({ tier }) => t(`tier.${tier}`) },
        {
          key: 'from',
          title: t('areas.from'),
          sortBy: ({ validFrom }) => validFrom,
          render: ({ validFrom }) => format.day(validFrom),
        },
        {
          key: 'to',
          title: t('areas.to'),
          render: ({ validTo }) => (validTo === null ? t('areas.open') : format.day(validTo)),
        },
      ]}
    />
  );
}
