import { Injectable } from '@nestjs/common';
import { duplicateStrength, type DuplicateStrength, type DuplicateTraits } from '#domain';
import type { Tx } from '#persistence';
import { PERSON_SELECT, type PersonRecord } from './person-record.js';

export interface DuplicateCandidate {
  readonly record: PersonRecord;
  readonly strength: DuplicateStrength;
}

const CANDIDATES = 5;

/** Finds people in the caller's area who may be the one being entered. */
@Injectable()
export class PersonDuplicates {
  /** At most five, the strongest first. */
  async candidates(tx: Tx, person: PersonRecord): Promise<DuplicateCandidate[]> {
    const rows = await tx.query<PersonRecord>(
      // The holder of the number first, so that namesakes cannot push it out. A comparison with null is null, not false.
      `select ${PERSON_SELECT} from person p where p.id_number_index = $4::bytea
       union all
       select ${PERSON_SELECT} from person p
        where p.name = $1 and p.birth_date = $2::date and (p.id_number_index = $4::bytea) is not true
       union all
       select ${PERSON_SELECT} from person p
        where p.phone_index = $3::bytea and p.name = $1 and p.birth_date <> $2::date
          and (p.id_number_index = $4::bytea) is not true
       limit 50`,
      [person.name, person.birthDate, person.phoneIndex, person.idNumberIndex],
    );
    return rows
      .map((record) => ({ record, strength: duplicateStrength(traitsOf(person), traitsOf(record)) }))
      .filter((found): found is DuplicateCandidate => found.strength !== null)
      .sort((a, b) => RANK[a.strength] - RANK[b.strength])
      .slice(0, CANDIDATES);
  }

  /**
   * Traits of everybody in the area who shares name and birth date, or name and telephone, with one of the given and may be the
   * same person as far as numbers go. Somebody with a number is compared only with those who have none.
   */
  async lookAlikes(tx: Tx, people: readonly PersonRecord[]): Promise<DuplicateTraits[]> {
    const numbered = people.filter((person) => person.idNumberIndex !== null);
    const others = people.filter((person) => person.idNumberIndex === null);
    const found = await Promise.all([this.unnumbered(tx, numbered), this.sharing(tx, others)]);
    return found.flat().map(traitsOf);
  }

  private async unnumbered(tx: Tx, people: readonly PersonRecord[]): Promise<TraitRow[]> {
    if (people.length === 0) return [];
    return tx.query<TraitRow>(
      `select ${TRAITS} from person p where p.name = any ($1::text[]) and p.id_number_index is null limit 10000`,
      [[...new Set(people.map((person) => person.name))]],
    );
  }

  private async sharing(tx: Tx, people: readonly PersonRecord[]): Promise<TraitRow[]> {
    if (people.length === 0) return [];
    // The limit keeps the planner from joining the whole table while its statistics are old, as in a long import.
    return tx.query<TraitRow>(
      `select ${TRAITS} from unnest($1::text[], $2::date[], $3::bytea[]) as u (name, birth_date, phone_index)
        cross join lateral (
          select * from person p
           where p.name = u.name and (p.birth_date = u.birth_date or p.phone_index = u.phone_index) limit 20
        ) p`,
      [people.map((p) => p.name), people.map((p) => p.birthDate), people.map((p) => p.phoneIndex)],
    );
  }
}

const TRAITS = `p.name, p.birth_date as "birthDate", p.sex, p.id_number_index as "idNumberIndex",
  p.phone_index as "phoneIndex"`;
const RANK: Readonly<Record<DuplicateStrength, number>> = { same: 0, likely: 1, possible: 2 };

type TraitRow = Pick<PersonRecord, 'name' | 'birthDate' | 'sex' | 'idNumberIndex' | 'phoneIndex'>;

/** What the rule compares; numbers only as keyed hashes. */
export function traitsOf(person: TraitRow): DuplicateTraits {
  return {
    name: person.name,
    birthDate: person.birthDate,
    sex: person.sex,
    idKey: person.idNumberIndex?.toString('hex') ?? null,
    phoneKey: person.phoneIndex?.toString('hex') ?? null,
  };
}
