import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const DESCRIPTION = `The public contract of 心桥. Errors are RFC 9457 problem documents with a stable \`code\`; messages follow
\`Accept-Language\` (zh-CN, en). Writes take \`Idempotency-Key\`; updates take \`If-Match\` with the version of the \`ETag\`.
In bodies \`null\` means absent, and unknown fields are refused.`;

/** The document of an application's routes, in a fixed order so that it can be committed and compared. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Xinqiao 心桥')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return sorted(document);
}

function sorted(document: OpenAPIObject): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).sort(byName)),
    components: { ...document.components, schemas: Object.fromEntries(Object.entries(schemas).sort(byName)) },
  };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
