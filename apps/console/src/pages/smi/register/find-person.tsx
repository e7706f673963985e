import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { useTexts } from '../../../texts/texts.js';
import styles from './register.module.css';
import { NewPerson } from './new-person.js';
import { PersonChoice } from './person-choice.js';

type Person = Schemas['PersonDto'];

/** Somebody who is in the register already, or somebody new. */
export function FindPerson({ onFound }: { readonly onFound: (person: Person) => void }) {
  const t = useTexts('smi');
  const [q, setQ] = useState('');
  const [isNew, setNew] = useState(false);
  const found = useQuery({
    queryKey: ['persons', 'find', q],
    enabled: q !== '',
    queryFn: ({ signal }) => answer(api.POST('/api/v1/persons/search', { body: { q, limit: 20 }, signal })),
  });
  if (isNew) return <NewPerson onFound={onFound} onBack={() => setNew(false)} />;
  return (
    <section className={styles['card']}>
      <Input.Search
        autoFocus
        enterButton={t('register.find')}
        aria-label={t('register.findHint')}
        placeholder={t('register.findHint')}
        maxLength={60}
        onSearch={(text) => setQ(text.trim())}
      />
      {found.isError && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Skeleton active paragraph={{ rows: 3 }} />}
      {found.data !== undefined && <PersonChoice people={found.data.items} onFound={onFound} />}
      <p>
        <Button onClick={() => setNew(true)}>{t('register.new')}</Button>
      </p>
    </section>
  );
}
