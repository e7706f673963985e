import { changePassword, signIn } from './api.js';
import { h, show } from './elements.js';
import { t } from './texts.js';

/** The sign-in form; asks for the one-time code once the server wants one. */
export function signInPage(done) {
  const otp = field('otp', t('otp'), { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6 });
  otp.hidden = true;
  const form = formOf(
    t('signIn'),
    [
      field('username', t('username'), { autocomplete: 'username', required: true, 'data-first': true }),
      field('password', t('password'), { type: 'password', autocomplete: 'current-password', required: true }),
      otp,
    ],
    async (values) => done(await signIn(values.username, values.password, values.otp)),
    (problem) => {
      if (problem.code !== 'IDENTITY.LOGIN.OTP_REQUIRED') return;
      otp.hidden = false;
      otp.querySelector('input').focus();
    },
  );
  page(t('title'), t('signInLead'), form);
}

export function changePasswordPage(done) {
  const fields = [
    field('currentPassword', t('currentPassword'), {
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      'data-first': true,
    }),
    field('newPassword', t('newPassword'), {
      type: 'password',
      autocomplete: 'new-password',
      required: true,
      minlength: 8,
      'aria-describedby': 'password-hint',
    }),
    h('p', { class: 'lead', id: 'password-hint' }, t('passwordHint')),
  ];
  const form = formOf(t('save'), fields, async (values) =>
    done(await changePassword(values.currentPassword, values.newPassword)),
  );
  page(t('changePassword'), t('changePasswordLead'), form);
}

function page(title, lead, form) {
  show(h('section', { class: 'card narrow' }, h('h1', {}, title), h('p', { class: 'lead' }, lead), form));
  form.querySelector('[data-first]')?.focus();
}

function field(name, label, attributes) {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: name }, label),
    h('input', { id: name, name, type: 'text', autocapitalize: 'none', spellcheck: 'false', ...attributes }),
  );
}

function formOf(action, fields, submit, refused = () => undefined) {
  const notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  const button = h('button', { class: 'primary', type: 'submit' }, action);
  const form = h('form', { novalidate: false }, notice, fields, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  return form;

  async function run() {
    button.disabled = true;
    clear(form, notice);
    try {
      await submit(Object.fromEntries(new FormData(form)));
    } catch (error) {
      tell(form, notice, error);
      refused(error.problem ?? {});
    } finally {
      button.disabled = false;
    }
  }
}

function clear(form, notice) {
  notice.hidden = true;
  for (const old of form.querySelectorAll('.field-error')) old.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

function tell(form, notice, error) {
  const { errors = [], correlationId } = error.problem ?? {};
  let besideFields = 0;
  for (const { field: name, message } of errors) {
    const input = form.elements.namedItem(name);
    if (input === null) continue;
    input.setAttribute('aria-invalid', 'true');
    input.after(h('p', { class: 'field-error', role: 'alert' }, message));
    besideFields += 1;
  }
  if (besideFields > 0) return;
  const reference = correlationId === undefined ? null : h('small', {}, t('reference', { id: correlationId }));
  notice.replaceChildren(error.message, ...(reference === null ? [] : [reference]));
  notice.hidden = false;
}
