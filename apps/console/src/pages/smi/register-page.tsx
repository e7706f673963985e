import { useState } from 'react';
import { Page } from '../../shared/page.js';
import { useParameters } from '../../shared/use-parameters.js';
import { useTexts } from '../../texts/texts.js';
import type { Schemas } from '../../api/client.js';
import { FindPerson } from './register/find-person.js';
import { RegisterCase } from './register/register-case.js';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Registering a case: first who, found or entered, then the file. */
export default function RegisterPage() {
  const t = useTexts('smi');
  const [parameters, change] = useParameters();
  const given = parameters.get('person');
  const [chosen, setChosen] = useState<Schemas['PersonDto'] | undefined>();
  const known = useQuery({
    queryKey: ['person', given],
    enabled: given !== null,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/persons/{id}', { params: { path: { id: given ?? '' } }, signal })),
  });
  const person = chosen ?? known.data;
  const chooseAnother = () => {
    setChosen(undefined);
    change({ person: undefined }, { replace: true });
  };
  return (
    <Page
      width="form"
      title={person === undefined ? t('register.who') : t('register.for', { name: person.name })}
      lead={person === undefined ? t('register.whoHint') : t('register.fileHint')}
    >
      {person === undefined ? (
        <FindPerson onFound={setChosen} />
      ) : (
        <RegisterCase key={person.id} person={person} onOther={chooseAnother} />
      )}
    </Page>
  );
}
