import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { URBAN_RURAL_CLASSES } from '#domain';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey, ifMatch } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { useToday } from '../../session/use-session.js';
import { DayInput } from '../../shared/day-input/day-input.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import type { Unit } from './area-queries.js';

type UrbanRural = Schemas['CreateOrgDto']['urbanRural'];

interface FormProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

interface NewFields {
  readonly code: string;
  readonly name: string;
  readonly urbanRural?: UrbanRural;
  readonly validFrom: string;
}

const BELOW = { district: 'street', street: 'community', community: 'community' } as const;

/** A unit below the open one. */
export function NewAreaForm({ parent, open, onClose }: FormProps & { readonly parent: Unit }) {
  const t = useTexts('system');
  const today = useToday();
  const [form] = Form.useForm<NewFields>();
  const tier = BELOW[parent.tier];
  const close = useClosing(onClose);
  const create = useWrite(
    (body: Schemas['CreateOrgDto'], key) => answer(api.POST('/api/v1/orgs', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: () => {
        form.resetFields();
        return close();
      },
    },
  );
  const submit = ({ urbanRural, ...rest }: NewFields): void =>
    create.mutate({ ...rest, tier, ...(urbanRural == null ? {} : { urbanRural }) });
  return (
    <Modal
      title={t('areas.addTo', { area: parent.name, tier: t(`tier.${tier}`) })}
      open={open}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={create.isPending}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ validFrom: today }}>
        <Form.Item
          name="code"
          label={t('areas.code')}
          extra={t('areas.codeHint')}
          rules={[{ required: true, pattern: /^\d{12}$/, message: t('areas.codeWrong') }]}
        >
          <Input inputMode="numeric" maxLength={12} />
        </Form.Item>
        <Form.Item name="name" label={t('areas.name')} rules={[{ required: true, message: t('areas.nameMissing') }]}>
          <Input maxLength={100} />
        </Form.Item>
        {tier === 'community' && <UrbanRuralField />}
        <Form.Item
          name="validFrom"
          label={t('areas.from')}
          rules={[{ required: true, message: t('areas.fromMissing') }]}
        >
          <DayInput />
        </Form.Item>
        {create.isError && <ProblemAlert problem={create.error} />}
      </Form>
    </Modal>
  );
}

interface EditFields {
  readonly name: string;
  readonly urbanRural?: UrbanRural;
  readonly validTo?: string | undefined;
}

/** Another name or class, or the last day of a unit. What was recorded before stays with it. */
export function EditAreaForm({ unit, open, onClose }: FormProps & { readonly unit: Unit }) {
  const t = useTexts('system');
  const [form] = Form.useForm<EditFields>();
  const close = useClosing(onClose);
  const update = useWrite(
    (body: Schemas['UpdateOrgDto'], key) =>
      answer(
        api.PATCH('/api/v1/orgs/{code}', {
          params: { path: { code: unit.code } },
          body,
          headers: { ...ifMatch(unit.version), ...idempotencyKey(key) },
        } as never),
      ),
    { onSuccess: close },
  );
  const submit = ({ name, urbanRural, validTo }: EditFields): void =>
    update.mutate({
      ...(name === unit.name ? {} : { name }),
      ...(urbanRural === undefined || urbanRural === unit.urbanRural ? {} : { urbanRural }),
      ...(validTo === undefined ? {} : { validTo }),
    });
  return (
    <Modal
      title={t('areas.editTitle', { area: unit.name })}
      open={open}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={update.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          name: unit.name,
          urbanRural: unit.urbanRural,
          validTo: unit.validTo ?? undefined,
        }}
      >
        <Form.Item name="name" label={t('areas.name')} rules={[{ required: true, message: t('areas.nameMissing') }]}>
          <Input maxLength={100} />
        </Form.Item>
        {unit.tier === 'community' && <UrbanRuralField />}
        <Form.Item name="validTo" label={t('areas.to')} extra={t('areas.endHint')}>
          <DayInput />
        </Form.Item>
        {update.isError && <ProblemAlert problem={update.error} />}
      </Form>
    </Modal>
  );
}

function UrbanRuralField() {
  const t = useTexts('system');
  const language = useLanguage();
  const options = URBAN_RURAL_CLASSES.map(({ code, zh, en }) => ({
    value: code,
    label: `${code} ${language === 'en' ? en : zh}`,
  }));
  return (
    <Form.Item name="urbanRural" label={t('areas.urbanRural')}>
      <Select options={options} allowClear />
    </Form.Item>
  );
}

/** Reads the tree anew and closes the form. */
function useClosing(onClose: () => void): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['areas'] });
    onClose();
  };
}
