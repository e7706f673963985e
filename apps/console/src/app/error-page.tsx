import { Button } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Page } from '../shared/page.js';
import { ProblemAlert } from '../shared/problem-alert.js';
import { useTexts } from '../texts/texts.js';

/** What is left when a page fails: what happened, and a way on. */
export function ErrorPage() {
  const t = useTexts('app');
  const error = useRouteError();
  // Files of an older version are gone after an update; a fresh page brings the new ones.
  const outdated = error instanceof TypeError && /dynamically imported module|Importing a module/.test(error.message);
  const shown = isRouteErrorResponse(error) ? new Error(error.statusText) : error;
  return (
    <Page title={outdated ? t('error.outdated') : t('error.title')} width="form">
      {outdated ? <p>{t('error.outdatedHint')}</p> : <ProblemAlert problem={shown} />}
      <p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('error.reload')}
        </Button>
      </p>
    </Page>
  );
}
