/** A text file line by line, without its whole text in memory. */

const LF = 0x0a;

/** What stands between the line feeds, one after the other; in UTF-8 no other character holds that byte. */
export const linesIn = function* (bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (let end = buffer.indexOf(LF); end >= 0; end = buffer.indexOf(LF, start)) {
    yield buffer.toString('utf8', start, end);
    start = end + 1;
  }
  yield buffer.toString('utf8', start);
};
