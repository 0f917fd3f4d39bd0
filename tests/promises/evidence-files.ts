import sharp from 'sharp'

// Files as people and mischief makers send them, made on the spot.

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

/** A PDF of one empty page that names its maker. */
export const pdf = bytesOf(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Author(Jan)>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n',
)
export const csv = bytesOf('\uFEFFmaand;uren\r\n"jan; deels";8\r\nfeb;12\r\n')

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 20 } } })

/** A photograph as a phone takes it: lying on its side, with the place, the maker and a comment inside. */
export async function phonePhoto(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Make: 'Fairphone', Artist: 'Jan Jansen', ImageDescription: 'geheim' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '6/1 5/1 0/1' },
  }
  const picture = drawn(64, 48).withMetadata({ orientation: 6 }).withExif(exif).withIccProfile('p3').withXmp(xmp)
  return new Uint8Array(await picture.jpeg().toBuffer())
}
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="Jan"/></rdf:RDF></x:xmpmeta>'

/** A picture, with a page hidden behind its last byte. */
export async function pngHidingAPage(): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat([await drawn(20, 10).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]))
}

/** A small file that unpacks into more pixels than we take. */
export const bomb = async () => new Uint8Array(await drawn(6500, 6400).png().toBuffer())

/** What no file of ours may be, whatever it is called. */
export const strangers: [string, Uint8Array][] = [
  ['page.png', bytesOf('<!doctype html><script>alert(document.cookie)</script>')],
  ['drawing.jpg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['tagged.csv', bytesOf('\uFEFF  <html>;<body>\n<script>;</script>')],
  ['archive.pdf', bytesOf('PK\u0003\u0004 a zip')],
  ['words.csv', bytesOf('Er staat geen tabel in dit bestand')],
  ['ragged.csv', bytesOf('a;b\n1;2;3\n')],
  ['latin.csv', new Uint8Array([0x61, 0x3b, 0xe9, 0x0a])],
  ['steering.csv', bytesOf('a;b\u0000\n')],
  ['gif.png', bytesOf('GIF89a;1;2\u0000\u0001')],
]
