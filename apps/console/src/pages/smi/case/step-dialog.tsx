import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { CANCEL_REASONS, CONSENT_DECISIONS, CONSENT_SIGNERS, type CodeList } from '#domain';
import { answer, api, type Schemas } from '../../../api/client.js';
import type { ApiProblem } from '../../../api/problem.js';
import { idempotencyKey } from '../../../api/request-headers.js';
import { useWrite } from '../../../api/use-write.js';
import { useToday } from '../../../session/use-session.js';
import { DayInput } from '../../../shared/day-input/day-input.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';

export type StepKind = 'consent' | 'exam' | 'discharge' | 'transfer' | 'cancel';

interface StepDialogProps {
  readonly kind: StepKind;
  readonly file: Schemas['SmiCaseDto'];
  readonly onDone: () => void;
}

type Values = Record<string, unknown>;

const FIELDS: Readonly<Record<StepKind, readonly string[]>> = {
  consent: ['decision', 'signer', 'signedOn'],
  exam: ['examinedOn', 'refused'],
  discharge: ['dischargedOn', 'informedOn', 'note'],
  transfer: ['transferredOn', 'destination', 'note'],
  cancel: ['cancelledOn', 'reason', 'note'],
};

/** What happens to a case between its visits, each as a short form of its own. */
export function StepDialog({ kind, file, onDone }: StepDialogProps) {
  const t = useTexts('smi');
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const today = useToday();
  const write = useWrite((body: Values, key) => send(kind, file.id, body, key), {
    onSuccess: () => {
      for (const queryKey of [['tasks'], ['smi-case', file.id], ['smi-cases']] as const) {
        void queries.invalidateQueries({ queryKey });
      }
      onDone();
    },
  });
  return (
    <Modal
      open
      title={t(`step.${kind}`)}
      okText={t('form.save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <p>{t(`stepHint.${kind}`)}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          signedOn: today,
          examinedOn: today,
          informedOn: today,
          transferredOn: today,
          cancelledOn: today,
        }}
        onFinish={(values) => write.mutate(values)}
      >
        {write.error !== null && <ProblemAlert problem={write.error} shownElsewhere={FIELDS[kind]} />}
        {FIELDS[kind].map((field) => (
          <StepField key={field} field={field} earliest={file.fileBuiltOn} problem={write.error} />
        ))}
      </Form>
    </Modal>
  );
}

const CODES: Readonly<Record<string, CodeList>> = {
  decision: CONSENT_DECISIONS,
  signer: CONSENT_SIGNERS,
  reason: CANCEL_REASONS,
};
const NEEDED = [
  'decision',
  'signer',
  'signedOn',
  'examinedOn',
  'dischargedOn',
  'informedOn',
  'transferredOn',
  'destination',
  'cancelledOn',
  'reason',
];

interface StepFieldProps {
  readonly field: string;
  readonly earliest: string;
  readonly problem: ApiProblem | null;
}

function StepField({ field, earliest, problem }: StepFieldProps) {
  const t = useTexts('smi');
  const today = useToday();
  const labelOf = useCodeLabel();
  const codes = CODES[field];
  const fault = problem?.field(field)?.message;
  const label = t(`stepField.${field as 'note'}`);
  const options = codes?.map(({ code }) => ({ value: code, label: labelOf(codes, code) })) ?? [];
  const beside = fault === undefined ? {} : { validateStatus: 'error' as const, help: fault };
  if (field === 'refused') {
    return (
      <Form.Item name={field} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={field}
      label={label}
      rules={NEEDED.includes(field) ? [{ required: true, message: t('required') }] : []}
      {...beside}
    >
      {inputOf(field, options, { earliest, latest: today })}
    </Form.Item>
  );
}

interface Days {
  readonly earliest: string;
  readonly latest: string;
}

function inputOf(field: string, options: { value: string | number; label: string }[], { earliest, latest }: Days) {
  if (options.length > 3) return <Select options={options} />;
  if (options.length > 0) return <Radio.Group options={options} />;
  if (field.endsWith('On')) return <DayInput min={earliest} max={latest} />;
  return field === 'note' ? <Input.TextArea maxLength={500} rows={2} /> : <Input maxLength={200} />;
}

function send(kind: StepKind, id: string, body: Values, key: string): Promise<Schemas['SmiCaseDto']> {
  const options = { params: { path: { id } }, headers: idempotencyKey(key) };
  switch (kind) {
    case 'consent':
      return answer(api.POST('/api/v1/smi/cases/{id}/consents', { ...options, body: body as Schemas['ConsentDto'] }));
    case 'exam':
      return answer(api.POST('/api/v1/smi/cases/{id}/exams', { ...options, body: body as Schemas['RecordExamDto'] }));
    case 'discharge':
      return answer(
        api.POST('/api/v1/smi/cases/{id}/discharge', { ...options, body: body as Schemas['DischargeCaseDto'] }),
      );
    case 'transfer':
      return answer(
        api.POST('/api/v1/smi/cases/{id}/transfer', { ...options, body: body as Schemas['TransferCaseDto'] }),
      );
    case 'cancel':
      return answer(api.POST('/api/v1/smi/cases/{id}/cancel', { ...options, body: body as Schemas['CancelCaseDto'] }));
  }
}
