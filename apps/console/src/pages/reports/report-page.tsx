import { useState } from 'react';
import { Link } from 'react-router';
import { useArea } from '../../area/use-area.js';
import { hasUnitsBelow } from '../../area/area-code.js';
import { BarField } from '../../shared/bar-field.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { Definition } from '../../shared/kpi/definition.js';
import { ElsewherePage } from '../../shared/kpi/elsewhere-page.js';
import { ExplainPanel } from '../../shared/kpi/explain-panel.js';
import type { Indicator } from '../../shared/kpi/figures.js';
import { PaperHead } from '../../shared/kpi/paper-head.js';
import { PeriodPicker } from '../../shared/kpi/period-picker.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { useKpiView, type KpiView } from '../../shared/kpi/use-kpi-view.js';
import { usePeriodName } from '../../shared/kpi/use-period-name.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { useDownloads } from './download.js';
import { DownloadButtons, DownloadState } from './download-bar.js';
import { useReport, type ReportData, type ReportSection } from './report-data.js';
import styles from './report-page.module.css';
import { SectionTable } from './section-table.js';

/** The indicator report of an area and period: on screen, as files, on paper. */
export default function ReportPage() {
  const t = useTexts('reports');
  const { area, code, isLoading } = useArea();
  const view = useKpiView();
  const report = useReport(view, area);
  const withChildren = view.get('children') === 'true';
  const downloads = useDownloads(view.measure, withChildren);
  const [asked, setAsked] = useState<{ indicator: Indicator; section: ReportSection }>();
  const periodName = usePeriodName();
  const title =
    area === undefined ? t('title') : t('titleOf', { area: area.name, period: periodName(view.measure.period) });
  if (view.elsewhere !== undefined) return <ElsewherePage view={view} code={view.elsewhere} />;
  if (code === undefined && !isLoading) {
    return (
      <Page title={t('title')} width="form">
        <EmptyState text={t('noArea')} />
      </Page>
    );
  }
  return (
    <Page title={title} lead={<Lead report={report} />} actions={<DownloadButtons downloads={downloads} />}>
      <PeriodPicker view={view}>
        {hasUnitsBelow(view.measure.org) && <ChildrenField view={view} withChildren={withChildren} />}
        <Link to={`/reports/definitions${view.search({})}`}>{t('definitions.link')}</Link>
      </PeriodPicker>
      <DownloadState downloads={downloads} />
      {report.problem !== undefined && <ProblemAlert problem={report.problem} onRetry={report.retry} />}
      <PaperHead measure={view.measure} figure={report.sections[0]?.figures[0]} indicators={report.indicators} />
      {report.isPending && report.problem === undefined && <p role="status">{t('loading')}</p>}
      {report.sections.map((section) => (
        <section key={section.org} className={styles['section']}>
          <h2>
            {section.name} <small className="xq-number">{section.org}</small>
          </h2>
          <SectionTable
            {...{ section, indicators: report.indicators }}
            onAsk={(indicator) => setAsked({ indicator, section })}
          />
        </section>
      ))}
      {report.sections.length > 0 && <Notes />}
      <PaperFoot indicators={report.indicators} />
      {asked !== undefined && (
        <ExplainPanel
          indicator={asked.indicator}
          measure={{ ...view.measure, org: asked.section.org }}
          areaName={asked.section.name}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function Notes() {
  const t = useTexts('reports');
  return (
    <footer className={styles['notes']}>
      <p>{t('note.absent')}</p>
      <p>{t('note.rounding')}</p>
    </footer>
  );
}

function Lead({ report }: { readonly report: ReportData }) {
  const t = useTexts('reports');
  const format = useFormat();
  const figure = report.sections[0]?.figures[0];
  if (figure === undefined) return <>{t('lead.loading')}</>;
  const { from, asOf, status } = figure;
  return <>{t('lead', { from: format.day(from), day: format.day(asOf), status: t(`status.${status}`) })}</>;
}

function ChildrenField({ view, withChildren }: { readonly view: KpiView; readonly withChildren: boolean }) {
  const t = useTexts('reports');
  return (
    <BarField label={t('children')}>
      <select
        value={String(withChildren)}
        onChange={({ target }) => view.change({ children: target.value === 'true' ? 'true' : undefined })}
      >
        <option value="false">{t('children.none')}</option>
        <option value="true">{t('children.all')}</option>
      </select>
    </BarField>
  );
}

function PaperFoot({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const t = useTexts('reports');
  const nameOf = useIndicatorName();
  return (
    <div className={`${styles['paper'] ?? ''} ${styles['paperFoot'] ?? ''}`}>
      <h2>{t('definitions.title')}</h2>
      {indicators.map((indicator) => (
        <section key={indicator.id} className={styles['definition']}>
          <h3>{nameOf(indicator)}</h3>
          <Definition indicator={indicator} />
        </section>
      ))}
      <p className={styles['signatures']}>
        <span>{t('paper.unit')}</span>
        <span>{t('paper.preparedBy')}</span>
        <span>{t('paper.checkedBy')}</span>
        <span>{t('paper.head')}</span>
      </p>
    </div>
  );
}
