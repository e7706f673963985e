import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select, type FormInstance } from 'antd';
import { ID_TYPES, SEXES } from '#domain';
import { answer, api, type Schemas } from '../../../api/client.js';
import type { ApiProblem } from '../../../api/problem.js';
import { idempotencyKey } from '../../../api/request-headers.js';
import { useWrite } from '../../../api/use-write.js';
import { hasUnitsBelow } from '../../../area/area-code.js';
import { useArea } from '../../../area/use-area.js';
import { useToday } from '../../../session/use-session.js';
import { DayInput } from '../../../shared/day-input/day-input.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { AreaField } from './area-field.js';
import { filledIn } from './filled-in.js';
import { FormField } from './form-field.js';
import { PersonChoice } from './person-choice.js';
import styles from './register.module.css';

type Person = Schemas['PersonDto'];
type Draft = Schemas['CreatePersonDto'];

const SHOWN: readonly string[] = ['name', 'sex', 'birthDate', 'idType', 'idNumber', 'phone', 'residenceOrg', 'address'];

/** Enters a resident; who may be the same is shown instead of a second entry. */
export function NewPerson({
  onFound,
  onBack,
}: {
  readonly onFound: (person: Person) => void;
  readonly onBack: () => void;
}) {
  const t = useTexts('smi');
  const { code } = useArea();
  const queries = useQueryClient();
  const isCommunity = code !== undefined && !hasUnitsBelow(code);
  const [form] = Form.useForm<Draft>();
  const create = useWrite(
    (body: Draft, key) => answer(api.POST('/api/v1/persons', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: (person) => {
        for (const queryKey of [['persons'], ['search']] as const) void queries.invalidateQueries({ queryKey });
        onFound(person);
      },
    },
  );
  const { error } = create;
  const candidates = candidatesIn(error?.context);
  return (
    <section className={styles['card']}>
      <Form
        form={form}
        layout="vertical"
        size="large"
        initialValues={{ idType: 'resident_id', ...(isCommunity ? { residenceOrg: code } : {}) }}
        onFinish={(values) => create.mutate(filledIn(values))}
      >
        {candidates.length > 0 && (
          <div className={styles['twins']} role="alert">
            <p>{t('register.twins')}</p>
            <PersonChoice people={candidates} onFound={onFound} />
            {error?.code === 'REGISTRY.PERSON.POSSIBLE_DUPLICATE' && (
              <Button
                loading={create.isPending}
                onClick={() => create.mutate({ ...filledIn(form.getFieldsValue()), confirmedNotDuplicate: true })}
              >
                {t('register.notTwin')}
              </Button>
            )}
          </div>
        )}
        {error !== null && candidates.length === 0 && <ProblemAlert problem={error} shownElsewhere={SHOWN} />}
        <PersonFields form={form} problem={error} />
        <p className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('register.enter')}
          </Button>
          <Button onClick={onBack}>{t('cancel')}</Button>
        </p>
      </Form>
    </section>
  );
}

interface PersonFieldsProps {
  readonly form: FormInstance<Draft>;
  readonly problem: ApiProblem | null;
}

function PersonFields({ form, problem }: PersonFieldsProps) {
  const t = useTexts('smi');
  const today = useToday();
  const labelOf = useCodeLabel();
  const field = (name: keyof Draft) => ({ name, label: t(`personField.${name as 'name'}`), problem });
  return (
    <div className={styles['fields']}>
      <FormField {...field('name')} isNeeded>
        <Input maxLength={50} autoComplete="off" />
      </FormField>
      <FormField {...field('idType')} isNeeded>
        <Select options={ID_TYPES.map((one) => ({ value: one.code, label: labelOf(ID_TYPES, one.code) }))} />
      </FormField>
      <FormField {...field('idNumber')}>
        <Input
          maxLength={40}
          autoComplete="off"
          onChange={({ target }) => form.setFieldsValue(fromResidentId(target.value))}
        />
      </FormField>
      <FormField {...field('sex')} isNeeded>
        <Radio.Group
          options={SEXES.filter((one) => ['1', '2'].includes(one.code)).map((one) => ({
            value: one.code,
            label: labelOf(SEXES, one.code),
          }))}
        />
      </FormField>
      <FormField {...field('birthDate')} isNeeded>
        <DayInput max={today} />
      </FormField>
      <FormField {...field('phone')}>
        <Input maxLength={20} autoComplete="off" inputMode="tel" />
      </FormField>
      <AreaField name="residenceOrg" label={t('personField.residenceOrg')} problem={problem} />
      <FormField {...field('address')}>
        <Input maxLength={200} autoComplete="off" />
      </FormField>
    </div>
  );
}

/** The number says when somebody was born and what the sex is; typing it twice would only bring in mistakes. */
function fromResidentId(text: string): Partial<Draft> {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(text.trim());
  if (match === null) return {};
  const [, year = '', month = '', day = '', order = ''] = match;
  return { birthDate: `${year}-${month}-${day}`, sex: Number(order) % 2 === 1 ? '1' : '2' };
}

function candidatesIn(context: unknown): Person[] {
  const { candidates = [] } = (context ?? {}) as { candidates?: readonly { readonly person: Person }[] };
  return candidates.map(({ person }) => person);
}
