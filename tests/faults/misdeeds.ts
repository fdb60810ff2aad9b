import type { Socket } from 'node:net';
import type { Misdeed } from './misbehaving-server.ts';

/** Ends the connection in good form (FIN). */
export const hangUp: Misdeed = (socket) => void socket.end();

/** Breaks the connection (RST). */
export const reset: Misdeed = (socket) => void socket.resetAndDestroy();

export const silence: Misdeed = () => {};

/** Says these bytes, with no line end of its own, and hangs up. */
export function lastWords(bytes: string | Uint8Array): Misdeed {
  return (socket) => void socket.end(bytes);
}

/** Says these bytes, with no line end of its own. */
export function bytes(said: string | Uint8Array): Misdeed {
  return (socket) => void socket.write(said);
}

/** Answers in packets of one byte. */
export function byteByByte(line: string): Misdeed {
  return (socket) => {
    socket.setNoDelay(true);
    const rest = [...Buffer.from(`${line}\r\n`)];
    const next = (): void => {
      const byte = rest.shift();
      if (byte === undefined || socket.destroyed) return;
      socket.write(Uint8Array.of(byte), () => setImmediate(next));
    };
    next();
  };
}

/** Sends a byte of a reply every so often, for ever: never silent, and never done. */
export function tarpit(milliseconds: number, start = '250-'): Misdeed {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write('x'), milliseconds);
    socket.once('close', () => clearInterval(timer));
  };
}

/** Says the same bytes as fast as they are taken, for ever. */
export function flood(said: string): Misdeed {
  const chunk = said.repeat(Math.ceil(65_536 / said.length));
  return (socket) => {
    const pour = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pour);
    pour();
  };
}

/** Asks for the message, and does something as soon as it begins to come. */
export function inBody(misdeed: (socket: Socket) => void): Misdeed {
  return (socket) => {
    socket.write('354 go on\r\n');
    socket.removeAllListeners('data');
    socket.once('data', () => misdeed(socket));
  };
}

/** Takes no more bytes: the window closes. */
export function stall(socket: Socket): void {
  socket.pause();
}
