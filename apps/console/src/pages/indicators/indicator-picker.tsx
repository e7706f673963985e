import { BarField } from '../../shared/bar-field.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';
import { useTexts } from '../../texts/texts.js';
import type { DashboardRow } from './dashboard-data.js';

interface IndicatorPickerProps {
  readonly view: KpiView;
  readonly rows: readonly DashboardRow[];
  readonly chosen: DashboardRow | undefined;
}

/** The indicator the areas are compared by. */
export function IndicatorPicker({ view, rows, chosen }: IndicatorPickerProps) {
  const t = useTexts('indicators');
  const nameOf = useIndicatorName();
  return (
    <BarField label={t('indicator')}>
      <select value={chosen?.indicator.id ?? ''} onChange={({ target }) => view.change({ indicator: target.value })}>
        {rows.map(({ indicator }) => (
          <option key={indicator.id} value={indicator.id}>
            {nameOf(indicator)}
          </option>
        ))}
      </select>
    </BarField>
  );
}
