export { type ChildEnd, END_REASONS, type EndReason, endError } from './child-end.ts';
export { permissionFlags, readRoots, sourceCondition } from './child-flags.ts';
export { EMPTY_BODY, encodeMessage, FrameDecoder, FrameError, type FrameLimits, type HeaderCheck, type Message } from './frames.ts';
export { type Captured, HeadTail } from './head-tail.ts';
export { createPool, type Pool, type PoolOptions } from './pool.ts';
export { type Answer, request, type RequestOptions } from './request.ts';
export type { Child, ChildLimits, ChildOptions } from './child-types.ts';
export { spawnChild } from './spawn-child.ts';
