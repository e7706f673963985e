import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ApiProblem } from '../../../api/problem.js';
import { communitiesOf } from '../../../area/area-queries.js';
import { useUser } from '../../../session/use-session.js';
import { FormField } from './form-field.js';

interface AreaFieldProps {
  readonly name: string;
  readonly label: string;
  readonly problem: ApiProblem | null;
}

/** Communities of the areas the user works in. */
export function AreaField({ name, label, problem }: AreaFieldProps) {
  const { scopes } = useUser();
  const communities = useQuery(communitiesOf(scopes));
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
