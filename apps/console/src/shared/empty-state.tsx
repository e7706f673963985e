import { Button } from 'antd';
import { useNavigate } from 'react-router';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  /** What would be here, and how it gets here. */
  readonly text: string;
  readonly title?: string;
  /** The one button. */
  readonly action?:
    { readonly label: string; readonly to: string } | { readonly label: string; readonly onClick: () => void };
}

/** An empty page teaches. */
export function EmptyState({ text, title, action }: EmptyStateProps) {
  const navigate = useNavigate();
  return (
    <section className={styles['empty']}>
      {title !== undefined && <h2>{title}</h2>}
      <p>{text}</p>
      {action !== undefined && (
        <Button type="primary" onClick={() => ('to' in action ? void navigate(action.to) : action.onClick())}>
          {action.label}
        </Button>
      )}
    </section>
  );
}
