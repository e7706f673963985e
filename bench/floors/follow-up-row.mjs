/**
 * The row a follow-up leaves behind, for the floors: the same columns, key and indexes as smi.follow_up, read from the live
 * catalogue so that the floor cannot drift from the product. No row security, no foreign key, no other row beside it.
 */
export async function createFloorTable(admin) {
  await admin.query('drop schema if exists floor cascade');
  await admin.query('create schema floor');
  await admin.query('create table floor.follow_up (like smi.follow_up including defaults including indexes)');
}

/** A stored routine visit to copy, as column names and values in the order of the table. */
export async function sampleRow(admin) {
  const { rows } = await admin.query("select * from smi.follow_up where kind = 'visit' and complete limit 1");
  if (rows.length === 0) throw new Error('The floors copy a stored follow-up: record one first.');
  const { rows: types } = await admin.query(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 'smi.follow_up'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  return { columns: types.map((column) => column.name), types: types.map((column) => column.type), row: rows[0] };
}

export function insertStatement({ columns, types }) {
  const places = types.map((type, index) => `$${index + 1}::${type}`);
  return `insert into floor.follow_up (${columns.join(', ')}) values (${places.join(', ')})`;
}

/** Values of one more row: the sample with its own id and day. */
export function rowValues({ columns, types, row }, id, caseId, visitedOn) {
  return columns.map((column, index) => {
    if (column === 'id') return id;
    if (column === 'case_id') return caseId;
    if (column === 'visited_on') return visitedOn;
    const value = row[column];
    return types[index] === 'jsonb' && value !== null ? JSON.stringify(value) : value;
  });
}
