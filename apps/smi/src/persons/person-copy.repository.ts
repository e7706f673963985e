import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { PersonProfileSchema, type PersonChanged, type PersonProfile, type PersonsImported } from '#contracts';
import { countyOf } from '#domain';
import { BusCipher, type Tx } from '#persistence';

const FIND = `select person_id, org, sealed_profile from person_copy where person_id = any($1::uuid[])`;

// Asked by key first: joined with what comes in, PostgreSQL reads the whole table for every batch.
const STORED = `select person_id, county, version from person_copy where person_id = any($1::uuid[])`;
const MOVED_AWAY = `
  delete from person_copy p using unnest($1::uuid[], $2::text[]) as u (person_id, county)
  where p.person_id = u.person_id and p.county = u.county`;
const STORE = `
  insert into person_copy (person_id, county, org, sealed_profile, version)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[])
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

interface StoredKey {
  person_id: string;
  county: string;
  version: number;
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

  /**
   * Keeps the newest of each person; the profile stays under the bus cipher it came in. An event older than what is stored does
   * nothing. A person who moved to another county has another key: the older row goes.
   */
  async store(tx: Tx, persons: readonly PersonChanged[]): Promise<void> {
    await tx.prepared(ENTER_BATCH);
    const stored = await tx.prepared<StoredKey>(STORED, [persons.map((person) => person.personId)]);
    const versions = new Map(stored.map((row) => [row.person_id, row.version]));
    const fresh = persons.filter((person) => person.version > (versions.get(person.personId) ?? 0));
    const counties = new Map(fresh.map((person) => [person.personId, countyOf(person.residenceOrg)]));
    const left = stored.filter((row) => (counties.get(row.person_id) ?? row.county) !== row.county);
    if (left.length > 0) {
      await tx.prepared(MOVED_AWAY, [left.map((row) => row.person_id), left.map((row) => row.county)]);
    }
    await tx.prepared(STORE, [
      fresh.map((person) => person.personId),
      fresh.map((person) => countyOf(person.residenceOrg)),
      fresh.map((person) => person.residenceOrg),
      fresh.map((person) => person.sealedProfile),
      fresh.map((person) => person.version),
    ]);
  }

  /** Each person of an import with a sealed profile of his own, as a copy is kept. */
  apart({ persons, sealedProfiles }: PersonsImported): readonly PersonChanged[] {
    if (sealedProfiles === '') return persons;
    const ids = persons.map((person) => person.personId);
    const opened = this.busCipher.open(sealedProfiles, ids.join(','));
    // As JSON, without reading what is in them: they are only put apart here.
    const { profiles } = parsed(opened) as unknown as { profiles: readonly object[] };
    if (profiles.length !== persons.length) throw new Error('a profile for each person is missing');
    for (const [i, person] of persons.entries()) {
      person.sealedProfile = this.busCipher.seal(JSON.stringify(profiles[i]), person.personId);
    }
    return persons;
  }

  profileOf(sealed: string, personId: string): PersonProfile {
    return fromJson(PersonProfileSchema, parsed(this.busCipher.open(sealed, personId)), { ignoreUnknownFields: true });
  }

  private opened(row: PersonCopyRow): KnownPerson {
    return {
      personId: row.person_id,
      residenceOrg: row.org,
      profile: this.profileOf(row.sealed_profile, row.person_id),
    };
  }
}

function parsed(opened: string): JsonValue {
  try {
    return JSON.parse(opened) as JsonValue;
  } catch {
    // Without the cause: it repeats the text, and this goes to dead letters and logs.
    throw new Error('what was sealed is no JSON');
  }
}
