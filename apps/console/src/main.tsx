import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { session } from './session/session.js';
import { watchSignsOfLife } from './session/signs-of-life.js';
import { drafts } from './shared/drafts/drafts.js';
import { currentLanguage } from './texts/language.js';
import { loadTexts } from './texts/texts.js';
import { nonceForStyles } from './theme/csp-nonce.js';
import './theme/base.css';

nonceForStyles();
watchSignsOfLife();
document.documentElement.lang = currentLanguage();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await Promise.all([loadTexts('app'), loadTexts('shared'), session.known()]);
void drafts.removeExpired().catch(() => undefined);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
