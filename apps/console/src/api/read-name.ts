/** First word of the key of every read: what is read anew is told by it. A key that begins otherwise does not compile. */
export type ReadName =
  | 'areas'
  | 'audit'
  | 'console-info'
  | 'geo'
  | 'imports'
  | 'kpi'
  | 'ops'
  | 'person'
  | 'persons'
  | 'population'
  | 'roles'
  | 'rules'
  | 'search'
  | 'smi-case'
  | 'smi-cases'
  | 'tasks'
  | 'user'
  | 'users'
  | 'views';

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: readonly [ReadName, ...unknown[]];
  }
}
