import { Injectable } from '@nestjs/common';
import { PersonChangedSchema, PersonsImportedSchema, type PersonChanged, type PersonProfile } from '#contracts';
import { eventAs, EventProjector, type ReceivedEvent } from '#messaging';
import { BusCipher, type Tx } from '#persistence';
import { NameIndex } from './name-index.js';
import { PersonCopyRepository } from './person-copy.repository.js';

// Also cases that have no name yet: one registered while its person's event was being applied is named by the next batch.
const CASES_OF = `
  select id, county, org, person_id from smi_case where person_id = any($1::uuid[])
  union
  (select id, county, org, person_id from smi_case where sealed_name = '' limit 500)`;
const UPDATE_CASES = `
  update smi_case c
  set sealed_name = s.sealed_name, sex = s.sex, birth_date = s.birth_date, person_died_on = s.person_died_on,
      residence_org = s.residence_org
  from json_populate_recordset(null::smi_case, $1::json) s
  where c.id = s.id and c.county = s.county`;
const UPDATE_TOKENS = `
  insert into case_search (case_id, county, org, tokens)
  select case_id, county, org, tokens from json_populate_recordset(null::case_search, $1::json)
  on conflict (case_id, county) do update set tokens = excluded.tokens`;

interface CaseOfPerson {
  id: string;
  county: string;
  org: string;
  person_id: string;
}

/** Keeps the copy of residents, and what a case shows of its person: name, age, a death or a move the registry recorded. */
@Injectable()
export class PersonsProjector extends EventProjector {
  override readonly consumer = 'smi__persons';
  override readonly events = [PersonChangedSchema, PersonsImportedSchema];

  constructor(
    private readonly persons: PersonCopyRepository,
    private readonly names: NameIndex,
    private readonly busCipher: BusCipher,
  ) {
    super();
  }

  override areasOf(event: ReceivedEvent): readonly string[] {
    const changed = eventAs(event, PersonChangedSchema);
    const persons = changed === undefined ? (eventAs(event, PersonsImportedSchema)?.persons ?? []) : [changed];
    return [...new Set(persons.map((person) => person.residenceOrg))];
  }

  override async applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void> {
    const newest = newestOfEach(events.flatMap((event) => this.personsOf(event)));
    if (newest.size === 0) return;
    await this.persons.store(tx, [...newest.values()]);
    const cases = await tx.prepared<CaseOfPerson>(CASES_OF, [[...newest.keys()]]);
    if (cases.length === 0) return;
    // What is stored now may be newer than the batch; the copy decides.
    const known = await this.persons.find(
      tx,
      cases.map((found) => found.person_id),
    );
    const shown = cases.flatMap((found) => {
      const person = known.get(found.person_id);
      return person === undefined ? [] : [this.shownOf(found, person.profile, person.residenceOrg)];
    });
    if (shown.length === 0) return;
    await tx.prepared(UPDATE_CASES, [JSON.stringify(shown.map(({ view }) => view))]);
    await tx.prepared(UPDATE_TOKENS, [JSON.stringify(shown.map(({ search }) => search))]);
  }

  private personsOf(event: ReceivedEvent): readonly PersonChanged[] {
    const changed = eventAs(event, PersonChangedSchema);
    if (changed !== undefined) return [changed];
    const imported = eventAs(event, PersonsImportedSchema);
    return imported === undefined ? [] : this.persons.apart(imported);
  }

  private shownOf(found: CaseOfPerson, profile: PersonProfile, residenceOrg: string) {
    return {
      view: {
        id: found.id,
        county: found.county,
        sealed_name: this.busCipher.seal(profile.name, found.person_id),
        sex: profile.sex,
        birth_date: profile.birthDate,
        person_died_on: profile.deathDate ?? null,
        residence_org: residenceOrg,
      },
      search: { case_id: found.id, county: found.county, org: found.org, tokens: this.names.tokensOf(profile.name) },
    };
  }
}

function newestOfEach(persons: readonly PersonChanged[]): Map<string, PersonChanged> {
  const newest = new Map<string, PersonChanged>();
  for (const person of persons) {
    if (person.version > (newest.get(person.personId)?.version ?? 0)) newest.set(person.personId, person);
  }
  return newest;
}
