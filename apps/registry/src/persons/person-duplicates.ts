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
      `select ${PERSON_SELECT} from person p where p.name = $1 and p.birth_date = $2::date
       union all
       select ${PERSON_SELECT} from person p where p.phone_index = $3::bytea and p.name = $1 and p.birth_date <> $2::date
       union all
       select ${PERSON_SELECT} from person p
        where p.id_number_index = $4::bytea and (p.name <> $1 or p.birth_date <> $2::date)
          and (p.name <> $1 or p.phone_index is distinct from $3::bytea)
       limit 50`,
      [person.name, person.birthDate, person.phoneIndex, person.idNumberIndex],
    );
    return rows
      .map((record) => ({ record, strength: duplicateStrength(traitsOf(person), traitsOf(record)) }))
      .filter((found): found is DuplicateCandidate => found.strength !== null)
      .sort((a, b) => RANK[a.strength] - RANK[b.strength])
      .slice(0, CANDIDATES);
  }

  /** Traits of everybody in the area who shares name and birth date or name and telephone with one of the given. */
  async lookAlikes(tx: Tx, people: readonly PersonRecord[]): Promise<DuplicateTraits[]> {
    const rows = await tx.query<TraitRow>(
      `select p.name, p.birth_date as "birthDate", p.sex, p.id_number_index as "idNumberIndex", p.phone_index as "phoneIndex"
         from unnest($1::text[], $2::date[]) as u (name, birth_date)
         join person p on p.name = u.name and p.birth_date = u.birth_date
       union
       select p.name, p.birth_date, p.sex, p.id_number_index, p.phone_index
         from unnest($1::text[], $3::bytea[]) as u (name, phone_index)
         join person p on p.phone_index = u.phone_index and p.name = u.name`,
      [people.map((p) => p.name), people.map((p) => p.birthDate), people.map((p) => p.phoneIndex)],
    );
    return rows.map(traitsOf);
  }
}

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
