import { expect, it } from 'vitest';
import { readMetadata } from '../../../src/check/images/read-metadata.ts';
import { app1, exif, exifOfCamera, iptc, jpeg, png, webp } from './pictures.ts';

const [gps, artist, camera] = [0x8825, 0x013b, 0x010f];
const xmp = Buffer.from(
  'http://ns.adobe.com/xap/1.0/\0<x><exif:GPSLatitude>1</exif:GPSLatitude><dc:creator/></x>',
);

it.each<[string, Buffer, string[]]>([
  ['a JPEG with nothing', jpeg([0xffe0, Buffer.from('JFIF\0')], [0xffe2, Buffer.from('ICC_PROFILE\0')]), []],
  ['a JPEG from a telephone', jpeg(app1(exif(camera, gps, artist))), ['other', 'person', 'position']],
  ['a JPEG that names its camera', jpeg(app1(exif(camera))), ['other']],
  ['a JPEG with XMP', jpeg([0xffe1, xmp]), ['other', 'person', 'position']],
  ['a JPEG with a comment', jpeg([0xfffe, Buffer.from('made by hand')]), ['other']],
  [
    'a JPEG with metadata behind something else',
    jpeg([0xffe0, Buffer.from('JFIF\0')], app1(exif(gps))),
    ['other', 'position'],
  ],
  [
    'a PNG with nothing',
    png(['IHDR', Buffer.alloc(13)], ['IDAT', Buffer.from('tEXt')], ['IEND', Buffer.alloc(0)]),
    [],
  ],
  ['a PNG with EXIF', png(['IHDR', Buffer.alloc(13)], ['eXIf', exif(gps)]), ['other', 'position']],
  ['a PNG with an author', png(['tEXt', Buffer.from('Author\0Ann')]), ['other', 'person']],
  ['a PNG that names a program', png(['tEXt', Buffer.from('Software\0paint')]), ['other']],
  ['a WebP with nothing', webp(['VP8 ', Buffer.from('odd')]), []],
  [
    'a WebP with EXIF behind the picture',
    webp(['VP8 ', Buffer.from('odd')], ['EXIF', exif(artist)]),
    ['other', 'person'],
  ],
  ['a WebP with XMP', webp(['XMP ', xmp]), ['other', 'person', 'position']],
  ['a JPEG whose camera has an owner', jpeg(app1(exifOfCamera(0xa430))), ['other', 'person']],
  ['a JPEG with a by-line of the press', jpeg([0xffed, iptc('\x50')]), ['other', 'person']],
  ['a JPEG with the press’s copyright', jpeg([0xffed, iptc('\x74')]), ['other', 'person']],
  ['a JPEG with a word for the press', jpeg([0xffed, iptc('\x19')]), ['other']],
  [
    'a PNG whose XMP has an artist',
    png(['iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0<tiff:Artist>')]),
    ['other', 'person'],
  ],
  ['a text', Buffer.from('GPSLatitude'), []],
  ['nothing', Buffer.alloc(0), []],
])('finds what is hidden in %s', (_, bytes, found) => {
  expect([...readMetadata(bytes)].sort()).toEqual(found);
});

it('reads whatever is there of a picture that ends anywhere', () => {
  for (const picture of [
    jpeg(app1(exif(camera, gps))),
    png(['eXIf', exif(gps)]),
    webp(['EXIF', exif(gps)]),
  ]) {
    for (let length = 0; length < picture.length; length += 1) {
      expect(() => readMetadata(picture.subarray(0, length))).not.toThrow();
    }
  }
});

it('is not led astray by lengths and places that cannot be', () => {
  const hostile = exif(gps);
  hostile.writeUInt32LE(0xffffffff, 4);
  expect([...readMetadata(jpeg(app1(hostile)))]).toEqual(['other']);
  const circle = exifOfCamera(0xa430);
  circle.writeUInt32LE(8, 18);
  expect([...readMetadata(jpeg(app1(circle)))]).toEqual(['other']);
  const long = png(['eXIf', exif(gps)]);
  long.writeUInt32BE(0xffffffff, 8);
  expect([...readMetadata(long)].sort()).toEqual(['other', 'position']);
});
