let ending: Promise<void> | undefined;

/**
 * When everything has been read that had arrived: what is sent to the bus after it leaves in one packet, where each would have
 * cost a write to the socket, a read at the server, and a wake-up. Alone it costs nothing: the turn is over at once.
 */
export function endOfTurn(): Promise<void> {
  ending ??= new Promise((resolve) => {
    setImmediate(() => {
      ending = undefined;
      resolve();
    });
  });
  return ending;
}
