import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../api/client.js';
import { ModalDialog } from '../shared/modal-dialog.js';
import { ProblemAlert } from '../shared/problem-alert.js';
import { useTexts } from '../texts/texts.js';
import styles from './search-dialog.module.css';

/** As many as fit without scrolling: who is not among them needs one more letter. */
const SHOWN = 8;

/**
 * Finds a resident by name, pinyin, initials, ID number or phone. Comes with the frame, the field the browser's own: letters
 * are taken from the first moment of a page. The words go in the body of the call, never into an address.
 */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts('app');
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [marked, setMarked] = useState(0);
  const q = useDeferredValue(words.trim());
  const found = useFoundPeople(q);
  const people = q === '' ? [] : (found.data?.items ?? []);
  // Until the answer to these words is there, those found by the words before are shown.
  const isAnswered = q === words.trim() && !found.isPlaceholderData;
  const openPerson = ({ id }: Schemas['PersonDto']) => {
    onClose();
    void navigate(`/people/${id}`);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setMarked((at) => Math.max(0, Math.min(people.length - 1, at + step)));
    const chosen = people[marked];
    if (event.key === 'Enter' && isAnswered && chosen !== undefined) openPerson(chosen);
    if (step !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <ModalDialog title={t('search.title')} className={styles['dialog']} onClose={onClose} first={field}>
      <input
        ref={field}
        className={styles['field']}
        value={words}
        maxLength={60}
        autoComplete="off"
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls="search-found"
        aria-activedescendant={people.length > 0 ? `search-found-${marked}` : undefined}
        onChange={({ target }) => {
          setWords(target.value);
          setMarked(0);
        }}
        onKeyDown={onKey}
      />
      {found.isError && <ProblemAlert problem={found.error} />}
      <FoundPeople people={people} marked={marked} onMark={setMarked} onOpen={openPerson} />
      <p role="status" className={styles['hint']}>
        {q !== '' && found.isSuccess && people.length === 0 ? t('search.nobody') : t('search.hint')}
      </p>
    </ModalDialog>
  );
}

interface FoundPeopleProps {
  readonly people: readonly Schemas['PersonDto'][];
  /** Place of the one that Enter opens. */
  readonly marked: number;
  readonly onMark: (place: number) => void;
  readonly onOpen: (person: Schemas['PersonDto']) => void;
}

function FoundPeople({ people, marked, onMark, onOpen }: FoundPeopleProps) {
  const t = useTexts('app');
  // Unknown and not stated are nothing to tell people apart by.
  const sexOf = ({ sex }: Schemas['PersonDto']) =>
    sex === '1' ? t('search.sex.male') : sex === '2' ? t('search.sex.female') : undefined;
  return (
    <ul id="search-found" role="listbox" aria-label={t('search.title')} className={styles['found']}>
      {people.map((person, place) => (
        <li
          key={person.id}
          id={`search-found-${place}`}
          role="option"
          aria-selected={place === marked}
          className={styles['person']}
          onMouseMove={() => onMark(place)}
          onClick={() => onOpen(person)}
        >
          <strong>{person.name}</strong>
          <span className={styles['facts']}>
            {[sexOf(person), person.ageBand, person.idNumber, person.phone].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useFoundPeople(q: string) {
  return useQuery({
    queryKey: ['search', q],
    enabled: q.length > 0,
    // What somebody looked for is nobody's business a minute later.
    gcTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(api.POST('/api/v1/persons/search', { body: { q, limit: SHOWN }, signal })),
  });
}
