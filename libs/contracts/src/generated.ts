// The one place that opens the generated files; a name clash between contexts fails the build here.
export * from './generated/xinqiao/common/v1/error_pb.js';
export * from './generated/xinqiao/common/v1/meta_pb.js';
export * from './generated/xinqiao/common/v1/operations_service_pb.js';
export * from './generated/xinqiao/common/v1/outbox_service_pb.js';
export * from './generated/xinqiao/identity/v1/auth_service_pb.js';
export * from './generated/xinqiao/identity/v1/user_service_pb.js';
export * from './generated/xinqiao/kpi/v1/value_service_pb.js';
export * from './generated/xinqiao/registry/v1/import_service_pb.js';
export * from './generated/xinqiao/registry/v1/org_events_pb.js';
export * from './generated/xinqiao/registry/v1/org_service_pb.js';
export * from './generated/xinqiao/registry/v1/person_events_pb.js';
export * from './generated/xinqiao/registry/v1/person_service_pb.js';
export * from './generated/xinqiao/smi/v1/case_events_pb.js';
export * from './generated/xinqiao/smi/v1/case_service_pb.js';
export * from './generated/xinqiao/smi/v1/follow_up_events_pb.js';
export * from './generated/xinqiao/smi/v1/follow_up_service_pb.js';
