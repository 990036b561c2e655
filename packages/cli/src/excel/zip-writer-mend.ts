/**
 * Mends the zip writer of exceljs 4.4.0: it hands texts to JSZip, which encodes them in pieces of 16 Ki and
 * breaks every character outside the basic plane that lies across a border (𠮷 in a name becomes two U+FFFD).
 * Handed bytes instead, JSZip has nothing to encode.
 */
import { createRequire } from 'node:module';

interface ZipStreamModule {
  readonly ZipWriter: { readonly prototype: { append: (this: unknown, data: unknown, options: unknown) => void } };
}
const { ZipWriter }: ZipStreamModule = createRequire(import.meta.url)('exceljs/lib/utils/zip-stream.js');

const append = ZipWriter.prototype.append;
const isBase64 = (options: unknown): boolean => typeof options === 'object' && options !== null && 'base64' in options && options.base64 === true;

ZipWriter.prototype.append = function appendBytes(data, options) {
  append.call(this, typeof data === 'string' && !isBase64(options) ? Buffer.from(data, 'utf8') : data, options);
};
