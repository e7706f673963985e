// Floor (b): bare Fastify with JSON-schema validation, one insert by node-postgres. Started by bench/run.mjs.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { insertStatement, rowValues, sampleRow } from './follow-up-row.mjs';

pg.types.setTypeParser(1082, (value) => value);

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 16 });
const sample = await sampleRow(pool);
const text = insertStatement(sample);

const code = { type: ['integer', 'null'], minimum: 0, maximum: 99 };
const codes = { type: 'array', items: { type: 'integer' }, maxItems: 20 };
const body = {
  type: 'object',
  required: ['visitedOn', 'form', 'contacts'],
  properties: {
    visitedOn: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    form: { type: 'integer', minimum: 1, maximum: 3 },
    contacts: codes,
    symptoms: codes,
    rehabilitation: codes,
    riskLevel: code,
    symptomSeverity: code,
    insight: code,
    sleep: code,
    diet: code,
    adherence: code,
    effect: code,
    confinement: code,
    hospitalisation: code,
    physicalIllness: code,
    socialFunction: { type: 'object', additionalProperties: code },
    incidents: { type: 'object', additionalProperties: code },
    medications: { type: 'array', items: { type: 'object' }, maxItems: 6 },
  },
};

const app = Fastify();
app.post('/cases/:id/follow-ups', { schema: { body } }, async (request, reply) => {
  const id = randomUUID();
  await pool.query({ name: 'insert', text, values: rowValues(sample, id, request.params.id, request.body.visitedOn) });
  return reply.code(201).send({ id });
});
app.get('/noop', () => ({}));
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ address });
process.on('disconnect', () => process.exit(0));
