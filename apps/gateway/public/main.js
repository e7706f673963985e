import { onSessionEnd, signedInUser, signOut } from './api.js';
import { h } from './elements.js';
import { kpiPage } from './kpi-page.js';
import { changePasswordPage, signInPage } from './sign-in.js';
import { currentLanguage, switchLanguage, t } from './texts.js';

function bar() {
  const user = signedInUser();
  const language = h('button', { class: 'plain', type: 'button', onclick: changeLanguage }, t('switchLanguage'));
  const account =
    user === null ? [] : [h('span', { class: 'account' }, t('account', { name: user.displayName })), leave()];
  document.getElementById('bar-end').replaceChildren(language, ...account);
}

function leave() {
  return h(
    'button',
    {
      type: 'button',
      onclick: () =>
        void signOut()
          .catch(() => undefined)
          .finally(draw),
    },
    t('signOut'),
  );
}

function changeLanguage() {
  switchLanguage();
  draw();
}

function draw() {
  const user = signedInUser();
  document.title = t('title');
  bar();
  if (user === null) signInPage(draw);
  else if (user.mustChangePassword) changePasswordPage(draw);
  else void kpiPage();
}

document.documentElement.lang = currentLanguage();
onSessionEnd(draw);
window.addEventListener('popstate', draw);
draw();
