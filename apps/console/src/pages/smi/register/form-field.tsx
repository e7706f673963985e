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
  return (
    <Form.Item
      name={name.split('.')}
      label={label}
      rules={isNeeded ? [{ required: true, message: t('required') }] : []}
      {...(hint === undefined ? {} : { extra: hint })}
      {...faultAt(name, problem)}
    >
      {children}
    </Form.Item>
  );
}

/** What the server said of a field, as antd shows it. */
export function faultAt(name: string, problem: ApiProblem | null) {
  const fault = problem?.field(name)?.message;
  return fault === undefined ? {} : { validateStatus: 'error' as const, help: fault };
}
