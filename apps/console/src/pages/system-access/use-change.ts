import { useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey, ifMatch } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { user as userQuery, type User } from './access-queries.js';

/** A change of an account as it was read; the fresh one takes its place everywhere. */
export function useChange(user: User, onChanged: (fresh: User) => void) {
  const queries = useQueryClient();
  return useWrite(
    (body: Schemas['UpdateUserDto'], key) =>
      answer(
        api.PATCH('/api/v1/users/{id}', {
          params: { path: { id: user.id } },
          body,
          headers: { ...ifMatch(user.version), ...idempotencyKey(key) },
        }),
      ),
    {
      onSuccess: (fresh) => {
        queries.setQueryData(userQuery(user.id).queryKey, fresh);
        void queries.invalidateQueries({ queryKey: ['users'] });
        onChanged(fresh);
      },
    },
  );
}
