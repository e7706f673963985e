/** How to stop what `global-setup.mjs` has started. @type {(() => Promise<void>)[]} */
export const running = [];
