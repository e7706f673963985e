import { useCallback } from 'react';
import { useTexts, type Translate } from '../../texts/texts.js';

/** Services with a trail of their own. */
export const SERVICES = ['identity', 'registry', 'smi', 'kpi'] as const;

/** What is noted today, in groups as people look for it; the trail may hold more. */
export const ACTIONS = [
  'identity.sign_in',
  'identity.sign_out',
  'identity.refresh',
  'identity.password.change',
  'identity.otp.enrol',
  'identity.otp.confirm',
  'identity.otp.recovery_codes',
  'identity.otp.remove',
  'identity.otp.reset',
  'identity.user.create',
  'identity.user.update',
  'identity.view.put',
  'identity.view.delete',
  'person.list',
  'person.read',
  'person.reveal',
  'person.create',
  'person.update',
  'case.list',
  'case.read',
  'case.timeline',
  'case.reveal',
  'case.register',
  'follow_up.record',
  'follow_up.read',
  'follow_up.correct',
  'consent.record',
  'exam.record',
  'task.list',
  'import.start',
  'import.finish',
  'import.errors',
  'org.create',
  'org.update',
  'population.put',
  'area_shape.put',
  'target.put',
  'kpi.members.read',
  'kpi.report.export',
  'kpi.recompute',
  'dead_letter.replay',
  'audit.search',
  'audit.verify',
] as const;

type Action = (typeof ACTIONS)[number];

function isAction(action: string): action is Action {
  return (ACTIONS as readonly string[]).includes(action);
}

/** An action in words; one that has none yet as it is. */
export function useActionName(): (action: string) => string {
  const t: Translate<'system-access'> = useTexts('system-access');
  return useCallback((action) => (isAction(action) ? t(`did.${action}`) : action), [t]);
}
