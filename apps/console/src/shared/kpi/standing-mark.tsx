import { useTexts } from '../../texts/texts.js';
import { StatusMark } from '../status-mark.js';
import { STANDING_STATUS, type Standing } from './figures.js';

/** Whether a target is met, as colour, word and shape. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const t = useTexts('shared');
  return <StatusMark status={STANDING_STATUS[standing]} label={t(`standing.${standing}`)} />;
}
