/** What a picture tells about its making, besides what it shows. */
export type Metadata = 'position' | 'person' | 'other';

/**
 * What is hidden in a picture's file: where it was taken, whom it names, or anything else that cameras and programs
 * write into JPEG, PNG and WebP. Any other file has nothing that is looked for here.
 */
export function readMetadata(bytes: Uint8Array): ReadonlySet<Metadata> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = splitPicture(view);
  return new Set(
    parts.flatMap((part) => [...(part.kind === 'exif' ? readExif(part.data) : readText(part.data))]),
  );
}

interface Part {
  readonly kind: 'exif' | 'text';
  readonly data: DataView;
}

function splitPicture(view: DataView): readonly Part[] {
  if (startsWith(view, 0, '\xff\xd8')) return splitJpeg(view);
  if (startsWith(view, 0, '\x89PNG\r\n\x1a\n')) return splitPng(view);
  if (startsWith(view, 0, 'RIFF') && startsWith(view, 8, 'WEBP')) return splitWebp(view);
  return [];
}

/** ISO/IEC 10918-1, annex B: segments of two bytes that name them and two of length, up to the picture itself. */
function splitJpeg(view: DataView): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker >> 8 !== 0xff || marker === 0xffda || length < 2) break;
    const data = cut(view, at + 4, length - 2);
    if (marker === 0xffe1 && startsWith(data, 0, 'Exif\0\0'))
      parts.push({ kind: 'exif', data: cut(data, 6) });
    else if (marker === 0xffe1 || marker === 0xffed || marker === 0xfffe) parts.push({ kind: 'text', data });
    at += 2 + length;
  }
  return parts;
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function splitPng(view: DataView): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const data = cut(view, at + 8, length);
    if (startsWith(view, at + 4, 'eXIf')) parts.push({ kind: 'exif', data });
    if (['tEXt', 'iTXt', 'zTXt'].some((name) => startsWith(view, at + 4, name)))
      parts.push({ kind: 'text', data });
    at += 12 + length;
  }
  return parts;
}

/** https://developers.google.com/speed/webp/docs/riff_container: chunks fill an even number of bytes. */
function splitWebp(view: DataView): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    const data = cut(view, at + 8, length);
    if (startsWith(view, at, 'EXIF')) parts.push({ kind: 'exif', data });
    if (startsWith(view, at, 'XMP ')) parts.push({ kind: 'text', data });
    at += 8 + length + (length % 2);
  }
  return parts;
}

const gpsTag = 0x8825;
/** Artist, Copyright, Windows' author, the camera's owner. */
const personTags: ReadonlySet<number> = new Set([0x013b, 0x8298, 0x9c9d, 0xa430]);
/** Where the camera's own directory starts, in which no other one does. */
const cameraDirectoryTag = 0x8769;

/** TIFF 6.0 §2: the tags of the first directory, and of the one that EXIF adds (CIPA DC-008 §4.6). */
function readExif(data: DataView): ReadonlySet<Metadata> {
  const tiff = startsWith(data, 0, 'Exif\0\0') ? cut(data, 6) : data;
  const isLittle = startsWith(tiff, 0, 'II');
  const first = readDirectory(tiff, 4, isLittle);
  const camera = first.find(({ tag }) => tag === cameraDirectoryTag);
  const tags = [...first, ...(camera === undefined ? [] : readDirectory(tiff, camera.valueAt, isLittle))];
  const found = new Set<Metadata>(['other']);
  if (tags.some(({ tag }) => tag === gpsTag)) found.add('position');
  if (tags.some(({ tag }) => personTags.has(tag))) found.add('person');
  return found;
}

interface Entry {
  readonly tag: number;
  /** Where its value stands, or where that starts. */
  readonly valueAt: number;
}

/** @param pointer where it says at what byte the directory starts */
function readDirectory(tiff: DataView, pointer: number, isLittle: boolean): readonly Entry[] {
  if (pointer + 4 > tiff.byteLength) return [];
  const start = tiff.getUint32(pointer, isLittle);
  if (start + 2 > tiff.byteLength) return [];
  const room = Math.floor((tiff.byteLength - start - 2) / 12);
  return Array.from({ length: Math.min(tiff.getUint16(start, isLittle), room) }, (_, index) => {
    const at = start + 2 + 12 * index;
    return { tag: tiff.getUint16(at, isLittle), valueAt: at + 8 };
  });
}

const positionWords = /GPS(?:Latitude|Position|Coordinates)/i;
/** What names a person in PNG and XMP, and IPTC's data sets of record 2 for by-line, writer and copyright. */
const personWords = [
  ...['Author\0', 'Artist\0', 'Creator\0', 'Copyright\0'],
  ...['dc:creator', 'dc:rights', 'photoshop:AuthorsPosition', 'photoshop:Credit', 'tiff:Artist'],
  ...['PersonInImage', 'OwnerName', '\x1c\x02\x50', '\x1c\x02\x7a', '\x1c\x02\x74'],
];

/** XMP, IPTC, comments and text chunks. */
function readText(data: DataView): ReadonlySet<Metadata> {
  const text = Array.from({ length: Math.min(data.byteLength, 65_536) }, (_, at) =>
    String.fromCharCode(data.getUint8(at)),
  ).join('');
  const found = new Set<Metadata>(['other']);
  if (positionWords.test(text)) found.add('position');
  if (personWords.some((word) => text.includes(word))) found.add('person');
  return found;
}

/** As much of it as there is: a picture may end early. */
function cut(view: DataView, start: number, length = view.byteLength): DataView {
  const from = Math.min(start, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + from, Math.min(length, view.byteLength - from));
}

function startsWith(view: DataView, at: number, signs: string): boolean {
  if (at + signs.length > view.byteLength) return false;
  return [...signs].every((sign, index) => view.getUint8(at + index) === sign.charCodeAt(0));
}
