import { fromJsonString } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { PersonProfileSchema, type PersonChanged, type PersonProfile } from '#contracts';
import { BusCipher, type Tx } from '#persistence';

const FIND = `select person_id, org, sealed_profile from person_copy where person_id = any($1::uuid[])`;

// A person who moved to another county has another key: the older row goes. An event older than what is stored does nothing.
const STORE = `
  with incoming as (
    select * from json_populate_recordset(null::person_copy, $1::json)
  ), moved as (
    delete from person_copy p using incoming i
    where p.person_id = i.person_id and p.county <> i.county and p.version < i.version
  )
  insert into person_copy (person_id, county, org, sealed_profile, version)
  select i.person_id, i.county, i.org, i.sealed_profile, i.version from incoming i
  where not exists (select from person_copy p where p.person_id = i.person_id and p.version >= i.version)
  on conflict (person_id, county) do update
  set org = excluded.org, sealed_profile = excluded.sealed_profile, version = excluded.version
  where excluded.version > person_copy.version`;

// Who names a new case and who applies an event of its person must not miss each other: the one reads the copy only while
// no batch is half way, the other looks for cases only while no nameless one is about to be committed.
const LOCK_NAME = `hashtextextended(current_schema() || '.person_copy', 0)`;
const AWAIT_BATCH = `select pg_advisory_xact_lock(${LOCK_NAME})`;
const ENTER_BATCH = `select pg_advisory_xact_lock_shared(${LOCK_NAME})`;

interface PersonCopyRow {
  person_id: string;
  org: string;
  sealed_profile: string;
}

/** A resident as the registry last told it, opened. */
export interface KnownPerson {
  readonly personId: string;
  readonly residenceOrg: string;
  readonly profile: PersonProfile;
}

/** The copy of residents this service keeps, so that it needs no other service to name its patients. */
@Injectable()
export class PersonCopyRepository {
  constructor(private readonly busCipher: BusCipher) {}

  /** Of those asked for, the ones known and inside the caller's area. */
  async find(tx: Tx, personIds: readonly string[]): Promise<Map<string, KnownPerson>> {
    const rows = await tx.prepared<PersonCopyRow>(FIND, [personIds]);
    return new Map(rows.map((row) => [row.person_id, this.opened(row)]));
  }

  /** As `find`, for a case about to be stored: an event that is being applied is waited for, later ones wait for this commit. */
  async findForNewCase(tx: Tx, personIds: readonly string[]): Promise<Map<string, KnownPerson>> {
    await tx.prepared(AWAIT_BATCH);
    return this.find(tx, personIds);
  }

  /** Keeps the newest of each person; the profile stays under the bus cipher it came in. */
  async store(tx: Tx, persons: readonly PersonChanged[]): Promise<void> {
    const rows = persons.map((person) => ({
      person_id: person.personId,
      county: person.residenceOrg.slice(0, 6),
      org: person.residenceOrg,
      sealed_profile: person.sealedProfile,
      version: person.version,
    }));
    await tx.prepared(ENTER_BATCH);
    await tx.prepared(STORE, [JSON.stringify(rows)]);
  }

  profileOf(sealed: string, personId: string): PersonProfile {
    return fromJsonString(PersonProfileSchema, this.busCipher.open(sealed, personId), { ignoreUnknownFields: true });
  }

  private opened(row: PersonCopyRow): KnownPerson {
    return {
      personId: row.person_id,
      residenceOrg: row.org,
      profile: this.profileOf(row.sealed_profile, row.person_id),
    };
  }
}
