import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answer, api } from '../../../api/client.js';
import type { ApiProblem } from '../../../api/problem.js';
import { useArea } from '../../../area/use-area.js';
import { prefixOf } from '../../../area/area-code.js';
import { FormField } from './form-field.js';

interface AreaFieldProps {
  readonly name: string;
  readonly label: string;
  readonly problem: ApiProblem | null;
}

const MOST = 200;

/** Communities of the area the user works in. */
export function AreaField({ name, label, problem }: AreaFieldProps) {
  const { path, code } = useArea();
  const root = path[0]?.code ?? code ?? '';
  const communities = useQuery({
    queryKey: ['areas', root, 'communities'],
    enabled: root !== '',
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const query = { tier: 'community', limit: MOST } as const;
      const { items } = await answer(api.GET('/api/v1/orgs', { params: { query }, signal }));
      return items.filter((unit) => unit.code.startsWith(prefixOf(root)));
    },
  });
  return (
    <FormField name={name} label={label} problem={problem} isNeeded>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={communities.isPending}
        options={(communities.data ?? []).map((unit) => ({ value: unit.code, label: unit.name }))}
      />
    </FormField>
  );
}
