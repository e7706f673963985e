import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../api/query-client.js';
import { CSP_NONCE } from '../theme/csp-nonce.js';
import { themeFor } from '../theme/theme.js';
import { useAppearance } from '../theme/use-appearance.js';
import { Notices } from './notices.js';
import { createConsoleRouter } from './router.js';
import { useComponentTexts } from './use-component-texts.js';

const queries = createQueryClient();
const router = createConsoleRouter(queries);
const CSP = { nonce: CSP_NONCE };

/** Theme, texts of the components, data and addresses around every page. */
export function App() {
  const { dark, moreContrast, lessMotion } = useAppearance();
  const theme = useMemo(() => themeFor({ dark, moreContrast, lessMotion }), [dark, moreContrast, lessMotion]);
  const wave = useMemo(() => ({ disabled: lessMotion }), [lessMotion]);
  return (
    <ConfigProvider csp={CSP} theme={theme} wave={wave} locale={useComponentTexts()}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <Notices />
    </ConfigProvider>
  );
}
