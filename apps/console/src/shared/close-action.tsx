import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { ACTION_OUTCOMES, SMI_ACTIONS, SMI_CHECKS } from '#domain';
import { answer, api, type Schemas } from '../api/client.js';
import { idempotencyKey } from '../api/request-headers.js';
import { useWrite } from '../api/use-write.js';
import { useTexts } from '../texts/texts.js';
import styles from './close-action.module.css';
import { useToday } from '../session/use-session.js';
import { DayInput } from './day-input/day-input.js';
import { useFormat } from './format.js';
import { ProblemAlert } from './problem-alert.js';
import { useCodeLabel } from './use-code-label.js';

/** Answered by the next record or the discharge, not by a button. */
export const BY_RECORD: readonly string[] = [
  'hold',
  'retry_visit',
  'continue_plan',
  'joint_visit',
  'check_referral',
  'close_file',
];

interface ActionButtonsProps {
  readonly caseId: string;
  readonly actions: readonly string[];
  /** The day of each, where it is known. */
  readonly days?: Readonly<Record<string, string | null>>;
  readonly onClosed?: (closed: Schemas['SmiCaseDto']) => void;
}

/** Open mandatory actions. They cannot be dismissed: each is done, or handed over to somebody. */
export function ActionButtons({ caseId, actions, days = {}, onClosed }: ActionButtonsProps) {
  const t = useTexts('shared');
  const format = useFormat();
  const labelOf = useCodeLabel();
  const [asked, setAsked] = useState<
    { readonly action: string; readonly outcome: 'done' | 'handed_over' } | undefined
  >();
  const nameOf = (action: string): string =>
    labelOf(SMI_ACTIONS.some(({ code }) => code === action) ? SMI_ACTIONS : SMI_CHECKS, action);
  return (
    <ul className={styles['list']}>
      {actions.map((action) => (
        <li key={action} className={styles['action']}>
          <span className={styles['name']}>
            {nameOf(action)}
            {days[action] != null && (
              <small className="xq-number">{t('action.by', { day: format.shortDay(days[action]) })}</small>
            )}
          </span>
          {!BY_RECORD.includes(action) && (
            <span className={`${styles['buttons'] ?? ''} xq-no-print`}>
              <Button size="small" type="primary" ghost onClick={() => setAsked({ action, outcome: 'done' })}>
                {t('action.done')}
              </Button>
              <Button size="small" onClick={() => setAsked({ action, outcome: 'handed_over' })}>
                {t('action.handOver')}
              </Button>
            </span>
          )}
        </li>
      ))}
      {asked !== undefined && (
        <CloseDialog
          caseId={caseId}
          {...asked}
          title={nameOf(asked.action)}
          onDone={(closed) => {
            setAsked(undefined);
            if (closed !== undefined) onClosed?.(closed);
          }}
        />
      )}
    </ul>
  );
}

interface CloseDialogProps {
  readonly caseId: string;
  readonly action: string;
  readonly outcome: 'done' | 'handed_over';
  readonly title: string;
  readonly onDone: (closed: Schemas['SmiCaseDto'] | undefined) => void;
}

function CloseDialog({ caseId, action, outcome, title, onDone }: CloseDialogProps) {
  const t = useTexts('shared');
  const today = useToday();
  const labelOf = useCodeLabel();
  const [form] = Form.useForm<Schemas['CloseActionDto']>();
  const chosen = Form.useWatch<string | undefined>('outcome', form) ?? outcome;
  const close = useClosing(caseId, action, onDone);
  return (
    <Modal
      open
      title={title}
      okText={t('action.save')}
      cancelText={t('cancel')}
      confirmLoading={close.isPending}
      onOk={() => form.submit()}
      onCancel={() => onDone(undefined)}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ outcome, closedOn: today }}
        onFinish={(values) => close.mutate(values)}
      >
        {close.error !== null && <ProblemAlert problem={close.error} />}
        <Form.Item name="outcome" label={t('action.outcome')}>
          <Radio.Group
            options={ACTION_OUTCOMES.map(({ code }) => ({ value: code, label: labelOf(ACTION_OUTCOMES, code) }))}
          />
        </Form.Item>
        <Form.Item name="closedOn" label={t('action.closedOn')} rules={[{ required: true, message: t('required') }]}>
          <DayInput max={today} />
        </Form.Item>
        {chosen === 'handed_over' && (
          <Form.Item
            name="handedTo"
            label={t('action.handedTo')}
            rules={[{ required: true, whitespace: true, message: t('required') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
        {action === 'article30_review' && chosen === 'done' && <Article30Answer />}
        <Form.Item name="note" label={t('action.note')}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The review of smi.md 2.6 is answered, not ticked off. */
function Article30Answer() {
  const t = useTexts('shared');
  return (
    <Form.Item
      name="article30"
      label={t('action.article30')}
      extra={t('action.article30Hint')}
      rules={[{ required: true, message: t('required') }]}
    >
      <Radio.Group
        options={[
          { value: true, label: t('action.article30Yes') },
          { value: false, label: t('action.article30No') },
        ]}
      />
    </Form.Item>
  );
}

function useClosing(caseId: string, action: string, onClosed: (closed: Schemas['SmiCaseDto']) => void) {
  const queries = useQueryClient();
  return useWrite(
    (body: Schemas['CloseActionDto'], key) =>
      answer(
        api.POST('/api/v1/smi/cases/{id}/actions/{action}/close', {
          params: { path: { id: caseId, action: action as 'refer_now' } },
          body,
          headers: idempotencyKey(key),
        }),
      ),
    {
      onSuccess: (closed) => {
        void queries.invalidateQueries({ queryKey: ['tasks'] });
        void queries.invalidateQueries({ queryKey: ['smi-case', caseId] });
        onClosed(closed);
      },
    },
  );
}
