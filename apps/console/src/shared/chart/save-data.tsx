import { Button } from 'antd';
import { useTexts } from '../../texts/texts.js';
import type { ChartData } from './chart-table.js';
import { asCsv, save } from './save-chart.js';

/** Takes figures along as a file that Excel opens. */
export function SaveData({ title, data }: { readonly title: string; readonly data: ChartData }) {
  const t = useTexts('shared');
  return (
    <Button size="small" type="text" className="xq-no-print" onClick={() => save(`${title}.csv`, asCsv(data))}>
      {t('chart.saveData')}
    </Button>
  );
}
