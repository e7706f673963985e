import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select, type FormInstance } from 'antd';
import { useNavigate } from 'react-router';
import { CONSENT_DECISIONS, CONSENT_SIGNERS, DIAGNOSES, FAMILY_RELATIONS, REPORT_TYPES, type CodeList } from '#domain';
import { answer, api, type Schemas } from '../../../api/client.js';
import type { ApiProblem } from '../../../api/problem.js';
import { idempotencyKey } from '../../../api/request-headers.js';
import { useWrite } from '../../../api/use-write.js';
import { useToday } from '../../../session/use-session.js';
import { DayInput } from '../../../shared/day-input/day-input.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useLanguage } from '../../../texts/language.js';
import { useTexts } from '../../../texts/texts.js';
import { AreaField } from './area-field.js';
import { filledIn } from './filled-in.js';
import { faultAt, FormField } from './form-field.js';
import styles from './register.module.css';

type Draft = Schemas['RegisterCaseDto'];

interface RegisterCaseProps {
  readonly person: Schemas['PersonDto'];
  readonly onOther: () => void;
}

/** Codes offered while typing: the six by their categories with the fourth digits in use; any other may be written. */
const FOURTH = [0, 1, 2, 3, 4, 5, 6, 8, 9];

/** Report card and file in one. */
export function RegisterCase({ person, onOther }: RegisterCaseProps) {
  const t = useTexts('smi');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const create = useWrite(
    (body: Draft, key) => answer(api.POST('/api/v1/smi/cases', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: ({ id }) => {
        for (const queryKey of [['smi-cases'], ['tasks']] as const) void queries.invalidateQueries({ queryKey });
        return navigate(`/smi/cases/${id}`);
      },
    },
  );
  const { error } = create;
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      initialValues={{
        org: person.residenceOrg,
        reportType: 'required_registration',
        fileBuiltOn: today,
        consent: { decision: 'agreed', signer: 'guardian', signedOn: today },
      }}
      onFinish={(values) => create.mutate(bodyOf(values, person.id))}
    >
      {error !== null && <ProblemAlert problem={error} shownElsewhere={error.fields.map((one) => one.field)} />}
      <DiagnosisCard form={form} problem={error} />
      <ConsentCard form={form} problem={error} />
      <GuardianCard problem={error} />
      <p className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('register.save')}
        </Button>
        <Button onClick={onOther}>{t('register.other')}</Button>
      </p>
    </Form>
  );
}

interface CardProps {
  readonly form: FormInstance<Draft>;
  readonly problem: ApiProblem | null;
}

function DiagnosisCard({ form, problem }: CardProps) {
  const t = useTexts('smi');
  const today = useToday();
  const options = useOptions();
  const field = useFields(problem);
  const diagnosis = Form.useWatch<string | undefined>('diagnosis', form) ?? '';
  return (
    <section className={styles['card']}>
      <h2>{t('register.diagnosis')}</h2>
      <div className={styles['fields']}>
        <FormField {...field('caseNo')} isNeeded hint={t('register.caseNoHint')}>
          <Input maxLength={30} autoFocus />
        </FormField>
        <AreaField name="org" label={t('registerField.org')} problem={problem} />
        <FormField {...field('reportType')} isNeeded>
          <Radio.Group options={options(REPORT_TYPES)} />
        </FormField>
        <FormField {...field('diagnosis')} isNeeded hint={t('register.diagnosisHint')}>
          <DiagnosisSelect />
        </FormField>
        {diagnosis.startsWith('F06') && (
          <FormField {...field('secondaryDiagnosis')}>
            <Input placeholder="G40.9" maxLength={20} />
          </FormField>
        )}
        {/^F7\d/.test(diagnosis) && (
          <Form.Item name="psychoticSymptoms" valuePropName="checked">
            <Checkbox>{t('registerField.psychoticSymptoms')}</Checkbox>
          </Form.Item>
        )}
        <FormField {...field('diagnosedOn')} isNeeded>
          <DayInput max={today} />
        </FormField>
        <FormField {...field('fileBuiltOn')} isNeeded>
          <DayInput max={today} />
        </FormField>
        <FormField {...field('firstOnset')} hint={t('register.partialDate')}>
          <Input placeholder="2022-06" maxLength={10} />
        </FormField>
        <Form.Item name="article30" valuePropName="checked" {...faultAt('article30', problem)}>
          <Checkbox>{t('registerField.article30')}</Checkbox>
        </Form.Item>
      </div>
    </section>
  );
}

function ConsentCard({ form, problem }: CardProps) {
  const t = useTexts('smi');
  const today = useToday();
  const options = useOptions();
  const field = useFields(problem);
  const decision = Form.useWatch<string | undefined>(['consent', 'decision'], form);
  return (
    <section className={styles['card']}>
      <h2>{t('register.consent')}</h2>
      <div className={styles['fields']}>
        <FormField {...field('consent.decision')} isNeeded>
          <Radio.Group options={options(CONSENT_DECISIONS)} />
        </FormField>
        <FormField {...field('consent.signer')} isNeeded>
          <Radio.Group options={options(CONSENT_SIGNERS)} />
        </FormField>
        <FormField {...field('consent.signedOn')} isNeeded>
          <DayInput max={today} />
        </FormField>
      </div>
      {decision === 'declined' && <p>{t('register.declinedHint')}</p>}
    </section>
  );
}

function GuardianCard({ problem }: Pick<CardProps, 'problem'>) {
  const t = useTexts('smi');
  const options = useOptions();
  const field = useFields(problem);
  return (
    <section className={styles['card']}>
      <h2>{t('guardian.title')}</h2>
      <div className={styles['fields']}>
        <FormField {...field('guardian.name')}>
          <Input maxLength={20} autoComplete="off" />
        </FormField>
        <FormField {...field('guardian.relation')}>
          <Select allowClear options={options(FAMILY_RELATIONS)} />
        </FormField>
        <FormField {...field('guardian.phone')}>
          <Input maxLength={20} inputMode="tel" autoComplete="off" />
        </FormField>
      </div>
    </section>
  );
}

/** Name, label and fault of a field by its JSON path. */
function useFields(problem: ApiProblem | null) {
  const t = useTexts('smi');
  return (name: string) => ({ name, label: t(`registerField.${name as 'caseNo'}`), problem });
}

function useOptions(): (list: CodeList) => { value: string | number; label: string }[] {
  const labelOf = useCodeLabel();
  return (list) => list.map(({ code }) => ({ value: code, label: labelOf(list, code) }));
}

/** Found by code or by words. */
function DiagnosisSelect(props: { readonly value?: string; readonly onChange?: (value: string) => void }) {
  const t = useTexts('smi');
  const language = useLanguage();
  const known = DIAGNOSES.flatMap((entry) =>
    entry.prefixes.flatMap((prefix) =>
      FOURTH.map((digit) => ({
        value: `${prefix}.${digit}`,
        label: `${prefix}.${digit} ${language === 'en' ? entry.en : entry.zh}`,
      })),
    ),
  );
  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('registerField.diagnosis')}
      options={known}
    />
  );
}

function bodyOf({ guardian, ...rest }: Draft, personId: string): Draft {
  const isNamed = guardian != null && (guardian.name as string | undefined) !== undefined && guardian.name !== '';
  return { ...filledIn({ ...rest, ...(isNamed ? { guardian } : {}) }), personId };
}
