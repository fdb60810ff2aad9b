import { createSocket, type Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { createSystemNameServer } from '../../../src/cli/diagnosing/system-name-server.ts';

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

/** A name server on loopback that answers what `answer` makes of a question (RFC 1035 §4.1), or says nothing. */
async function startNameServer(answer: (type: number) => Buffer | number | undefined): Promise<string> {
  const socket = createSocket('udp4');
  open.push(socket);
  socket.on('message', (query, { port, address }) => {
    let end = 12;
    while (query[end] !== 0) end += (query[end] ?? 0) + 1;
    const made = answer(query.readUInt16BE(end + 1));
    if (made === undefined) return;
    const question = query.subarray(12, end + 5);
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (typeof made === 'number' ? made : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(typeof made === 'number' ? 0 : 1, 6);
    socket.send(
      Buffer.concat([head, question, typeof made === 'number' ? Buffer.alloc(0) : made]),
      port,
      address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return `127.0.0.1:${socket.address().port}`;
}

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]);
  return Buffer.concat([head, data]);
}

const txt = Buffer.from('\u0003v=s\u0003pf1', 'latin1');
const types = { a: 1, mx: 15, txt: 16, aaaa: 28 };
const noSuchName = 3;
const serverFailure = 2;

describe('the name servers of this machine', () => {
  it('answer, with the pieces of a text in one', async () => {
    const server = await startNameServer((type) => {
      if (type === types.txt) return record(type, txt);
      if (type === types.a) return record(type, Buffer.from([192, 0, 2, 1]));
      return type === types.mx
        ? record(type, Buffer.from('\0\u000a\u0002mx\u00c0\u000c', 'latin1'))
        : noSuchName;
    });
    const names = createSystemNameServer({ servers: [server] });
    expect(await names.txt('penny.example')).toEqual(['v=spf1']);
    expect(await names.mx('penny.example')).toEqual(['mx.penny.example']);
    expect(await names.addresses('penny.example')).toEqual(['192.0.2.1']);
  });

  it('say that there is nothing', async () => {
    const names = createSystemNameServer({ servers: [await startNameServer(() => noSuchName)] });
    expect(await names.txt('penny.example')).toBe('none');
    expect(await names.addresses('penny.example')).toBe('none');
  });

  it('fail, which is not the same', async () => {
    const names = createSystemNameServer({ servers: [await startNameServer(() => serverFailure)] });
    expect(await names.txt('penny.example')).toBe('failed');
    expect(await names.mx('penny.example')).toBe('failed');
  });

  it('are not waited for, however many questions there are', async () => {
    const names = createSystemNameServer({ servers: [await startNameServer(() => undefined)], timeout: 100 });
    const asked = ['a', 'b', 'c'].map((name) => names.txt(`${name}.penny.example`));
    expect(await Promise.all(asked)).toEqual(['failed', 'failed', 'failed']);
    expect(await names.txt('d.penny.example')).toBe('failed');
  });
});
