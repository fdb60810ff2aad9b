import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps a server to so many connections. One that comes when all are taken gets the place of one that has asked for
 * nothing yet, has not finished asking, or does not read its answer, the longest first: whoever holds connections to keep
 * others out holds them in vain. Nobody is cut off whose answer is still being made: what they asked for is being done.
 */
export function limitConnections(server: Server, most: number): void {
  /** In the order in which they came, or were last answered. */
  const waiting = new Set<Socket>();
  const asking = new Map<Socket, IncomingMessage>();

  const makeRoom = (newcomer: Socket): void => {
    const [idle] = waiting;
    const slow = asking.entries().find(([, request]) => !request.complete)?.[0];
    const deaf = asking.keys().find((socket) => socket.writableLength > 0);
    const leaving = idle ?? slow ?? deaf ?? newcomer;
    waiting.delete(leaving);
    asking.delete(leaving);
    leaving.destroy();
  };

  server.on('connection', (socket) => {
    if (waiting.size + asking.size >= most) makeRoom(socket);
    if (socket.destroyed) return;
    waiting.add(socket);
    socket.once('close', () => {
      waiting.delete(socket);
      asking.delete(socket);
    });
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    waiting.delete(socket);
    asking.set(socket, request);
    response.once('close', () => {
      // Over one connection the next request may have come before this one was answered.
      if (asking.get(socket) !== request) return;
      asking.delete(socket);
      if (!socket.destroyed) waiting.add(socket);
    });
  });
}
