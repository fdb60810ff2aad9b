/** TIFF data with these tags in its first directory, as cameras write it. */
export function exif(...tags: readonly number[]): Buffer {
  const entries = tags.map((tag) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(tag, 0);
    return entry;
  });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(tags.length);
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), count, ...entries]);
}

/** TIFF data whose first directory only leads to the camera's own, which has this tag. */
export function exifOfCamera(tag: number): Buffer {
  const first = exif(0x8769);
  first.writeUInt32LE(first.length, 18);
  return Buffer.concat([first, exif(tag).subarray(8)]);
}

/** A data set of IPTC's record 2, in the frame that Photoshop writes around it. */
export function iptc(dataSet: string): Buffer {
  return Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08\x1c\x02${dataSet}\0\x03Ann`, 'latin1');
}

/** A JPEG up to where the picture itself starts. */
export function jpeg(...segments: readonly (readonly [marker: number, data: Buffer])[]): Buffer {
  const parts = segments.map(([marker, data]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(marker, 0);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([
    Buffer.from('\xff\xd8', 'latin1'),
    ...parts,
    Buffer.from('\xff\xda\0\x02pixels', 'latin1'),
  ]);
}

export function png(...chunks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const parts = chunks.map(([name, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

export function webp(...chunks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const parts = chunks.map(([name, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
  });
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...parts]);
}

/** What stands in front of the TIFF data in a JPEG. */
export function app1(data: Buffer): readonly [number, Buffer] {
  return [0xffe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), data])];
}
