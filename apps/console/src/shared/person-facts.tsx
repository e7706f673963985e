import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { ID_TYPES, SEXES } from '#domain';
import { answer, api } from '../api/client.js';
import { area } from '../area/area-queries.js';
import { useMay } from '../session/use-session.js';
import { useTexts } from '../texts/texts.js';
import { Facts } from './facts.js';
import { useFormat } from './format.js';
import { ProblemAlert } from './problem-alert.js';
import { RevealButton } from './reveal-button.js';
import { useCodeLabel } from './use-code-label.js';

const FIELDS = ['name', 'birthDate', 'idNumber', 'phone', 'address'] as const;
const NO_DOCUMENT = 'none';

/** Who somebody is: masked, in clear for a minute to those who may and say why. */
export function PersonFacts({ personId }: { readonly personId: string }) {
  const t = useTexts('shared');
  const format = useFormat();
  const may = useMay();
  const labelOf = useCodeLabel();
  const found = useQuery({
    queryKey: ['person', personId],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/persons/{id}', { params: { path: { id: personId } }, signal })),
  });
  const home = useQuery({ ...area(found.data?.residenceOrg ?? ''), enabled: found.data !== undefined });
  if (found.isError) return <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { name, sex, ageBand, idType, idNumber, phone, address, deathDate } = found.data;
  const documentFact = (number: string | null | undefined) =>
    idType === NO_DOCUMENT
      ? ([t('person.document'), labelOf(ID_TYPES, idType)] as const)
      : ([labelOf(ID_TYPES, idType), number] as const);
  return (
    <>
      <Facts
        facts={[
          [t('person.name'), name],
          [t('person.sex'), labelOf(SEXES, sex)],
          [t('person.age'), ageBand],
          documentFact(idNumber),
          [t('person.phone'), phone],
          [t('person.area'), home.data?.name],
          [t('person.address'), address],
          ...(deathDate === null ? [] : ([[t('person.death'), format.day(deathDate)]] as const)),
        ]}
      />
      {may('registry.person.reveal') && (
        <div key={personId} className="xq-no-print">
          <RevealButton
            masked={null}
            reveal={async (reason) => {
              const call = api.POST('/api/v1/persons/{id}/reveal', {
                params: { path: { id: personId } },
                body: { fields: [...FIELDS], reason },
              });
              return (await answer(call)).values;
            }}
          >
            {(clear) => (
              <Facts
                facts={[
                  [t('person.name'), clear['name']],
                  [t('person.birthDate'), format.day(clear['birthDate'])],
                  documentFact(clear['idNumber']),
                  [t('person.phone'), clear['phone']],
                  [t('person.address'), clear['address'], 'whole'],
                ]}
              />
            )}
          </RevealButton>
        </div>
      )}
    </>
  );
}
