import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../../api/problem.js';
import { useTexts } from '../../../texts/texts.js';

interface FormFieldProps {
  /** JSON path in the request. */
  readonly name: string;
  readonly label: string;
  readonly problem: ApiProblem | null;
  readonly isNeeded?: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A field with what the server said of it beside it. */
export function FormField({ name, label, problem, isNeeded = false, hint, children }: FormFieldProps) {
  const t = useTexts('smi');
  const fault = problem?.field(name)?.message;
  return (
    <Form.Item
      name={name.split('.')}
      label={label}
      rules={isNeeded ? [{ required: true, message: t('required') }] : []}
      {...(hint === undefined ? {} : { extra: hint })}
      {...(fault === undefined ? {} : { validateStatus: 'error' as const, help: fault })}
    >
      {children}
    </Form.Item>
  );
}
