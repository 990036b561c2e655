/** Text as a cell can hold it. */

/** ECMA-376 18.3.1.4; Excel calls a longer text damage. */
const LONGEST = 32_767;
// eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Makes a text fit for a cell: characters XML cannot hold become U+FFFD, so that the loss shows; `_x0041_` is kept
 * from being read as an escape (ECMA-376 22.9.2.19); what is too long ends in `…`.
 */
export const cellText = (text: string): string => {
  const sound = text.toWellFormed().replace(NOT_XML, '\ufffd').replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return sound.length <= LONGEST ? sound : `${sound.slice(0, LONGEST - 1).toWellFormed().replace(/\ufffd$/, '')}…`;
};
