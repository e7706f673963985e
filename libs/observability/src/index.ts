export { anonymousCaller, systemCaller, type CallContext, type Caller } from './caller.js';
