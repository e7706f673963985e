export { assertNatsServer, NatsServerRefused } from './bus/assert-nats-server.js';
export { BusConnection } from './bus/bus-connection.js';
export {
  provisionStreams,
  type ConsumerDeclaration,
  type NatsCredentials,
  type StreamDeclaration,
} from './bus/provision-streams.js';
export type { GapTiming } from './events/event-consumers.js';
export { EventProjector } from './events/event-projector.js';
export { eventAs, type ReceivedEvent } from './events/received-event.js';
export { runAlone } from './host/run-alone.js';
export { MessagingModule, type MessagingOptions } from './messaging.module.js';
export { NoticeBoard } from './notices/notice-board.js';
export { NOTICE_TYPES, type Notice, type NoticeType } from './notices/notice.js';
export { EventFlow } from './operations/event-flow.js';
export type { CallAuthenticator } from './rpc/call-authenticator.js';
export type { RpcCall } from './rpc/rpc-call.js';
export { RpcClient, type RpcCallOptions } from './rpc/rpc-client.js';
export {
  RpcController,
  RpcMethod,
  type RpcBinding,
  type RpcHandler,
  type RpcMethodOptions,
  type RpcPermission,
} from './rpc/rpc-method.decorator.js';
export { createRpcServer, type RpcServerOptions } from './rpc/rpc-server.js';
